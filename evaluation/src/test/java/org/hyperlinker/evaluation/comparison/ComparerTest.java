package org.hyperlinker.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hyperlinker.evaluation.Results;
import org.hyperlinker.evaluation.protocol.MentionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparerTest {

  /** Forty documents of five mentions; the first mentions of each are right. */
  private static SystemResults system(String name, int right) {
    List<MentionResult> mentions = new ArrayList<>();
    for (int document = 0; document < 40; document++) {
      for (int mention = 0; mention < 5; mention++) {
        mentions.add(Results.ranked("d" + document, mention, "C1", mention < right ? 1 : 2));
      }
    }
    return SystemResults.of(name, mentions);
  }

  @Test
  void differencesWinsAndLossesAreCounted() {
    Comparison comparison =
        Comparer.compare(
            List.of(system("good", 4), system("bad", 3), system("twin", 3)),
            ComparisonSettings.DEFAULTS);
    assertThat(comparison.mentions()).isEqualTo(200);
    assertThat(comparison.documents()).isEqualTo(40);
    assertThat(comparison.figures().get("good").get("Accuracy@1").estimate()).isEqualTo(0.8);
    assertThat(comparison.figures().get("good").get("MRR").estimate()).isEqualTo(0.9);
    SystemPair pair = comparison.pairs().getFirst();
    assertThat(pair.first() + pair.second()).isEqualTo("goodbad");
    assertThat(pair.wins()).isEqualTo(40);
    assertThat(pair.losses()).isZero();
    Difference accuracy = pair.differences().get("Accuracy@1");
    assertThat(accuracy.interval().estimate()).isCloseTo(0.2, within(1e-12));
    assertThat(accuracy.p()).isEqualTo(1 / 10_001.0);
    // Nine tests: three pairs with three figures each; six are as small as can be or certain.
    assertThat(accuracy.corrected()).isEqualTo(9 * accuracy.p());
    SystemPair twins = comparison.pairs().getLast();
    assertThat(twins.differences().get("MRR").p()).isEqualTo(1);
    assertThat(twins.mcNemarCorrected()).isEqualTo(1);
  }

  /** Three runs of one model say no more about other mentions than one. */
  @Test
  void runsAreNotTakenForMoreMentions() {
    Comparison once =
        Comparer.compare(List.of(system("good", 4), system("bad", 3)), ComparisonSettings.DEFAULTS);
    Comparison thrice =
        Comparer.compare(
            List.of(
                repeated(system("good", 4), system("good", 4), system("good", 4)),
                repeated(system("bad", 3), system("bad", 3), system("bad", 3))),
            ComparisonSettings.DEFAULTS);
    assertThat(thrice.mentions()).isEqualTo(once.mentions());
    SystemPair pair = thrice.pairs().getFirst();
    assertThat(pair.wins()).isEqualTo(40);
    assertThat(pair.mcNemar()).isEqualTo(once.pairs().getFirst().mcNemar());
    assertThat(pair.differences().get("MRR").interval().low())
        .isCloseTo(once.pairs().getFirst().differences().get("MRR").interval().low(), within(1e-9));
  }

  @Test
  void aMentionCountsByItsMeanOverTheRuns() {
    Comparison comparison =
        Comparer.compare(
            List.of(repeated(system("mixed", 4), system("mixed", 2)), system("even", 3)),
            ComparisonSettings.DEFAULTS);
    assertThat(comparison.figures().get("mixed").get("Accuracy@1").estimate())
        .isCloseTo(0.6, within(1e-12));
    SystemPair pair = comparison.pairs().getFirst();
    // The third mention of each document is half right and was right, the fourth was wrong.
    assertThat(pair.wins()).isEqualTo(40);
    assertThat(pair.losses()).isEqualTo(40);
  }

  private static SystemResults repeated(SystemResults... runs) {
    return new SystemResults(
        runs[0].name(), Stream.of(runs).map(run -> run.runs().getFirst()).toList());
  }

  @Test
  void otherMentionsAreRefusedByName() {
    SystemResults shorter =
        SystemResults.of("short", system("long", 3).runs().getFirst().subList(0, 100));
    assertThatThrownBy(
            () ->
                Comparer.compare(List.of(system("long", 3), shorter), ComparisonSettings.DEFAULTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("short lacks 100 of the 200 mentions of long")
        .hasMessageContaining("document d20");
    assertThatThrownBy(
            () -> Comparer.compare(List.of(shorter, shorter), ComparisonSettings.DEFAULTS))
        .hasMessageContaining("own name");
  }

  @Test
  void aMentionThatOneSystemCouldLinkCountsForBoth() {
    SystemResults knows =
        SystemResults.of(
            "knows", List.of(Results.ranked("a", 0, "C1", 1), Results.ranked("b", 0, "C2", 1)));
    SystemResults lacks =
        SystemResults.of(
            "lacks", List.of(Results.ranked("a", 0, "C1", 1), Results.ranked("b", 0, "C2", 0)));
    Comparison comparison = Comparer.compare(List.of(lacks, knows), ComparisonSettings.DEFAULTS);
    assertThat(comparison.mentions()).isEqualTo(2);
    assertThat(comparison.figures().get("lacks").get("Accuracy@1").estimate()).isEqualTo(0.5);
    assertThat(comparison.pairs().getFirst().losses()).isEqualTo(1);
  }

  @Test
  void tableAndFileSayTheSame(@TempDir Path folder) throws IOException {
    Comparison comparison =
        Comparer.compare(List.of(system("good", 4), system("bad", 3)), ComparisonSettings.DEFAULTS);
    assertThat(ComparisonTable.text(comparison))
        .contains("200 mentions in 40 documents")
        .contains("good - bad", "+0.2000", "<0.0001", "McNemar");
    ComparisonFiles.write(folder.resolve("c.json"), comparison);
    JsonNode json = new ObjectMapper().readTree(folder.resolve("c.json").toFile());
    assertThat(json.at("/kind").asText()).isEqualTo("comparison");
    assertThat(json.at("/systems/1/Accuracy@1/0").asDouble()).isEqualTo(0.6);
    assertThat(json.at("/pairs/0/wins").asInt()).isEqualTo(40);
    assertThat(json.at("/pairs/0/differences/MRR/p_holm").asDouble()).isLessThan(0.001);
  }
}
