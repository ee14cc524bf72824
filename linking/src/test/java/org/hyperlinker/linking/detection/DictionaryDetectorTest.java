package org.hyperlinker.linking.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.linking.EntityLinker;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DictionaryDetectorTest {

  @TempDir Path folder;
  private EmbeddingIndex index;

  @BeforeEach
  void build() throws IOException {
    index = DetectionIndex.build(folder);
  }

  @AfterEach
  void close() {
    index.close();
  }

  private List<String> found(String text) throws IOException {
    return said(DictionaryDetector.of(index), text);
  }

  private static List<String> said(MentionDetector detector, String text) {
    return detector.detect(passage(0, text)).stream()
        .map(mention -> mention.text() + "/" + mention.type())
        .toList();
  }

  private static Passage passage(int offset, String text, Mention... mentions) {
    return new Passage("", offset, text, List.of(mentions), Map.of());
  }

  @Test
  void theLongestNameIsFoundWithItsTypeAndTheOntologysInversionsInTheOrderOfText()
      throws IOException {
    assertThat(found("Isoproterenol-induced pulmonary hypertension, and hypertensions."))
        .containsExactly(
            "Isoproterenol/Chemical", "pulmonary hypertension/Disease", "hypertensions/Disease");
  }

  @Test
  void spansAreDocumentOffsets() throws IOException {
    List<Mention> found =
        DictionaryDetector.of(index).detect(passage(100, "\uD83D\uDE00 CaCl(2) and pain"));
    assertThat(found).extracting(Mention::text).containsExactly("CaCl(2)", "pain");
    assertThat(found.getFirst().spans()).containsExactly(new Span(103, 110));
  }

  @Test
  void aSentencesEndAndAListsCommaPartNames() throws IOException {
    assertThat(found("It was pulmonary. Hypertension was not."))
        .containsExactly("Hypertension/Disease");
    assertThat(found("Calcium, chloride")).isEmpty();
  }

  @Test
  void shortNamesAreFoundInTheirOwnCasingOnly() throws IOException {
    assertThat(found("as AS, As pain Pain PAIN"))
        .containsExactly("AS/Chemical", "pain/Disease", "Pain/Disease");
  }

  @Test
  void otherBranchesNeedTrainingMentions() throws IOException {
    assertThat(found("Depression and secretion")).containsExactly("Depression/Disease");
  }

  @Test
  void abbreviationsAreMentionsWhereTheirLongFormsAreAndNoneWhereTheyAreNot() throws IOException {
    assertThat(found("Pulmonary hypertension (PH) is rare. PH kills, PHs do not."))
        .containsExactly(
            "Pulmonary hypertension/Disease", "PH/Disease", "PH/Disease", "PHs/Disease");
    assertThat(found("The antral stenosis score (AS) was 3; AS 4.")).isEmpty();
  }

  @Test
  void namesThatTrainingWritesOutsideOfMentionsAreNotFound() throws IOException {
    String text = "Isoproterenol and pain and pain and hypertension";
    Mention marked =
        new Mention("", List.of(new Span(0, 13)), "Isoproterenol", "Drug", List.of(), Map.of());
    Document training = new Document("1", List.of(passage(0, text, marked)), List.of(), Map.of());
    DetectionEvidence learned = DetectionLearner.learn(index, List.of(training));
    Path file = folder.resolve("index").resolve(DetectionFile.NAME);
    DetectionFile.write(file, learned);
    assertThat(DetectionFile.read(file)).isEqualTo(learned);
    assertThat(found(text)).containsExactly("Isoproterenol/Drug");
  }

  @Test
  void afterTrainingALongMentionSaysNothingAgainstANameWithinIt() {
    Mention marked =
        new Mention("", List.of(new Span(0, 11)), "severe pain", "Disease", List.of(), Map.of());
    Document training =
        new Document("1", List.of(passage(0, "severe pain", marked)), List.of(), Map.of());
    DetectionEvidence learned = DetectionLearner.learn(index, List.of(training));
    assertThat(learned.surfaces().keySet()).containsExactly("severepain");
    assertThat(said(DictionaryDetector.of(index, learned), "Severe pain, pain"))
        .containsExactly("Severe pain/Disease", "pain/Disease");
  }

  @Test
  void aFileThatIsNoEvidenceIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("index").resolve(DetectionFile.NAME), "{}");
    assertThatThrownBy(() -> DictionaryDetector.of(index))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("train-detector");
  }

  @Test
  void theLinkerLinksWhatItFinds() {
    try (EntityLinker linker = EntityLinker.of(DetectionIndex.MODEL, index)) {
      assertThat(linker.linkText("Isoproterenol for Pain"))
          .extracting(link -> link.best().orElseThrow().concept().value())
          .containsExactly("I", "N");
    }
  }

  @Test
  void textsWithoutWordsHaveNoMentions() throws IOException {
    assertThat(found("")).isEmpty();
    assertThat(found(" .,;(")).isEmpty();
  }
}
