package org.hyperlinker.evaluation.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.evaluation.Results;
import org.hyperlinker.evaluation.protocol.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorAnalysisTest {

  private static final KnowledgeBase ONTOLOGY =
      new KnowledgeBase(
          List.of(
              heading("heart", "C14.280"),
              heading("arrhythmia", "C14.280.067", "C23.550.073"),
              heading("bradycardia", "C14.280.067.319"),
              heading("sinus", "C14.280.067.319.500"),
              heading("tachycardia", "C14.280.067.845"),
              heading("vessels", "C14.907"),
              heading("top", "C14"),
              heading("lung", "C08"),
              heading("drug", "D03.1"),
              supplementary("salt", "drug"),
              supplementary("ester", "drug"),
              heading("nowhere")));

  private static final Document DOCUMENT =
      new Document(
          "1",
          List.of(new Passage("", 0, "Heart failure (HeFail) is common.", List.of(), Map.of())),
          List.of(),
          Map.of());

  private final ErrorAnalysis analysis = new ErrorAnalysis(ONTOLOGY, List.of(DOCUMENT), 2);

  private static Concept heading(String id, String... places) {
    return new Concept(
        new ConceptId(id),
        ConceptKind.DESCRIPTOR,
        List.of(ConceptName.preferred(id)),
        List.of(),
        List.of(places),
        List.of(),
        List.of());
  }

  private static Concept supplementary(String id, String heading) {
    return new Concept(
        new ConceptId(id),
        ConceptKind.SUPPLEMENTARY,
        List.of(ConceptName.preferred(id)),
        List.of(),
        List.of(),
        List.of(new ConceptId(heading)),
        List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "slow pulse, bradycardia, arrhythmia, TOO_GENERAL",
    "slow pulse, bradycardia, top, TOO_GENERAL",
    "irregular pulse, arrhythmia, sinus, TOO_SPECIFIC",
    "slow pulse, bradycardia, tachycardia, SIBLING",
    "slow pulse, sinus, tachycardia, SAME_BRANCH",
    "slow pulse, bradycardia, vessels, SAME_BRANCH",
    "slow pulse, bradycardia, lung, UNRELATED",
    "slow pulse, top, lung, UNRELATED",
    "slow pulse, bradycardia, nowhere, UNRELATED",
    "salt of it, salt, drug, TOO_GENERAL",
    "the drug, drug, ester, TOO_SPECIFIC",
    "salt of it, salt, ester, SIBLING",
    "BC, bradycardia, lung, ABBREVIATION",
    "BC, bradycardia, vessels, ABBREVIATION",
    "BC, bradycardia, arrhythmia, TOO_GENERAL",
    "HeFail, heart, lung, ABBREVIATION",
    "HeFall, heart, lung, UNRELATED"
  })
  void classesByPlaceAndLook(String mention, String gold, String answer, ErrorClass expected) {
    assertThat(
            analysis.classOf(Results.answered("1", mention, gold, Standing.LINKABLE, answer, gold)))
        .isEqualTo(expected);
  }

  @Test
  void rightAnswersAreLeftOutAndUnlinkableOnesAreAlwaysWrong() {
    ErrorReport report =
        analysis.of(
            List.of(
                Results.answered("1", "heart", "heart", Standing.LINKABLE, "heart"),
                Results.answered("1", "it", "", Standing.NO_CONCEPT, "heart"),
                Results.answered("1", "odd", "X1", Standing.OUTSIDE, "heart"),
                Results.answered("1", "both", "", Standing.COMPOSITE, "heart"),
                Results.answered("1", "lung", "heart", Standing.LINKABLE, "lung")));
    assertThat(report.asked()).isEqualTo(4);
    assertThat(report.wrong()).isEqualTo(3);
    assertThat(report.classes().get(ErrorClass.NOT_IN_ONTOLOGY).count()).isEqualTo(2);
    assertThat(report.classes().get(ErrorClass.UNRELATED).examples())
        .containsExactly(
            new ErrorExample(
                "1", "lung", "Disease", "heart", "heart", "lung", "lung name", "lung synonym"));
  }

  @Test
  void examplesShowEachConfusionOnceTheMostFrequentFirst(@TempDir Path folder) throws IOException {
    ErrorReport report =
        analysis.of(
            List.of(
                Results.answered("1", "rare", "heart", Standing.LINKABLE, "lung"),
                Results.answered("1", "often", "heart", Standing.LINKABLE, "lung"),
                Results.answered("2", "Often", "heart", Standing.LINKABLE, "lung"),
                Results.answered("3", "third", "heart", Standing.LINKABLE, "lung")));
    assertThat(report.classes().get(ErrorClass.UNRELATED).count()).isEqualTo(4);
    assertThat(report.classes().get(ErrorClass.UNRELATED).examples())
        .extracting(ErrorExample::mention)
        .containsExactly("often", "rare");
    assertThat(ErrorTable.text(report))
        .contains("4 of 4 first candidates are wrong")
        .contains(
            "\"often\"  gold heart heart, answered lung lung name by the name \"lung synonym\"");
    ErrorFiles.write(folder.resolve("e.json"), "mentions.jsonl", report);
    JsonNode json = new ObjectMapper().readTree(folder.resolve("e.json").toFile());
    assertThat(json.at("/classes/6/class").asText()).isEqualTo("unrelated");
    assertThat(json.at("/classes/6/types/Disease").asInt()).isEqualTo(4);
    assertThat(json.at("/classes/6/examples/0/won_by").asText()).isEqualTo("lung synonym");
  }
}
