package org.hyperlinker.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.evaluation.Results;
import org.hyperlinker.evaluation.calibration.CalibrationSettings.Method;
import org.hyperlinker.evaluation.protocol.MentionResult;
import org.hyperlinker.evaluation.protocol.RankedCandidates;
import org.hyperlinker.evaluation.protocol.Standing;
import org.hyperlinker.linking.confidence.Conditions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibratorTest {

  private static final ConceptId GOLD = new ConceptId("gold");

  private static CalibrationSettings settings(Method method, int folds) {
    return new CalibrationSettings(
        method, folds, 1, 0.9, 10, new Conditions("beef", "cafe", true, Conditions.NONE, "f00d"));
  }

  /** Answers that are right the more often, the larger their margin; some have no concept. */
  private static List<MentionResult> answers(long seed, int documents) {
    SplittableRandom random = new SplittableRandom(seed);
    List<MentionResult> answers = new ArrayList<>();
    for (int document = 0; document < documents; document++) {
      for (int i = 0; i < 20; i++) {
        double margin = random.nextDouble() * 4;
        boolean right = random.nextDouble() < 1 / (1 + Math.exp(1.5 - 2 * margin));
        boolean none = !right && random.nextInt(3) == 0;
        Candidate first =
            new Candidate(right ? GOLD : new ConceptId("other"), "n", "m", (float) margin);
        Candidate second =
            new Candidate(right || none ? new ConceptId("third") : GOLD, "n", "m", 0);
        answers.add(
            new MentionResult(
                "d" + document,
                new Mention(
                    "",
                    List.of(new Span(i, i + 1)),
                    "word",
                    "Disease",
                    none ? List.of() : List.of(GOLD),
                    Map.of()),
                new RankedCandidates(
                    List.of(first, second), none ? Map.of() : Map.of(GOLD, right ? 1 : 2)),
                none ? Standing.NO_CONCEPT : Standing.LINKABLE));
      }
    }
    return answers;
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void probabilitiesOfOtherDocumentsKeepTheirWord(Method method) {
    CalibrationReport report = new Calibrator(settings(method, 5)).crossFit(answers(3, 200));
    assertThat(report.judged()).hasSize(4000);
    assertThat(report.reliability().widthError()).isLessThan(0.03);
    assertThat(report.unlinkable()).isGreaterThan(100);
    RiskCoverage.Point point = report.point().orElseThrow();
    assertThat(report.calibration().threshold()).hasValue(point.threshold());
    CalibrationReport elsewhere =
        new Calibrator(settings(method, 5)).heldOut(answers(3, 200), answers(4, 200), "others");
    double precision =
        elsewhere.judged().stream()
            .filter(j -> j.probability() >= point.threshold())
            .mapToDouble(j -> j.right() ? 1 : 0)
            .average()
            .orElseThrow();
    assertThat(precision).isCloseTo(0.9, within(0.03));
    assertThat(report.refused(0)).isZero();
    assertThat(report.refused(1)).isEqualTo(1);
  }

  @Test
  void theThresholdIsChosenOnWhatTeachesAndJudgedOnTheOthers() {
    List<MentionResult> teaching = answers(3, 40);
    List<MentionResult> harder = new ArrayList<>(answers(4, 40));
    harder.removeIf(a -> a.correct() && a.answer().top().getFirst().score() > 3);
    Calibrator calibrator = new Calibrator(settings(Method.LOGISTIC, 5));
    CalibrationReport report = calibrator.heldOut(teaching, harder, "others");
    assertThat(report.calibration()).isEqualTo(calibrator.crossFit(teaching).calibration());
    double threshold = report.calibration().threshold().orElseThrow();
    List<Judged> linked =
        report.judged().stream().filter(j -> j.probability() >= threshold).toList();
    RiskCoverage.Point point = report.point().orElseThrow();
    assertThat(point.coverage()).isEqualTo((double) linked.size() / report.judged().size());
    assertThat(point.precision())
        .isCloseTo(
            linked.stream().mapToDouble(j -> j.right() ? 1 : 0).average().orElseThrow(),
            within(1e-12))
        .isLessThan(0.88);
    assertThat(CalibrationTable.text(report))
        .contains("(threshold chosen for precision 0.90 on the answers learned from, in 5 folds");
  }

  @Test
  void compositesAndMentionsWithoutCandidatesAreLeftOut() {
    List<MentionResult> answers = new ArrayList<>(answers(5, 20));
    int usable = answers.size();
    answers.add(Results.answered("d1", "x", "", Standing.COMPOSITE, "gold"));
    answers.add(Results.answered("d1", "x", "", Standing.NO_CONCEPT));
    assertThat(new Calibrator(settings(Method.LOGISTIC, 2)).crossFit(answers).judged())
        .hasSize(usable);
  }

  @Test
  void whatCannotTeachIsRefused() {
    List<MentionResult> right =
        List.of(Results.ranked("a", 0, "C1", 1), Results.ranked("b", 0, "C1", 1));
    assertThatThrownBy(() -> new Calibrator(settings(Method.LOGISTIC, 2)).crossFit(right))
        .hasMessageContaining("right and wrong answers");
    assertThatThrownBy(() -> new Calibrator(settings(Method.LOGISTIC, 3)).crossFit(right))
        .hasMessageContaining("3 folds need as many documents");
    assertThatThrownBy(() -> settings(Method.LOGISTIC, 1)).hasMessageContaining("2 folds");
  }

  @Test
  void tableAndFile(@TempDir Path folder) throws IOException {
    CalibrationReport report =
        new Calibrator(settings(Method.LOGISTIC, 4)).crossFit(answers(6, 40));
    assertThat(CalibrationTable.text(report))
        .contains("800 mentions, of which ", "4 folds by document")
        .contains("(threshold chosen for precision 0.90 on the same judgements)");
    CalibrationFiles.write(folder.resolve("c.json"), "mentions.jsonl", report);
    JsonNode json = new ObjectMapper().readTree(folder.resolve("c.json").toFile());
    assertThat(json.at("/kind").asText()).isEqualTo("calibration");
    assertThat(json.at("/risk_coverage").size()).isEqualTo(200);
    assertThat(json.at("/risk_coverage/199/0").asDouble()).isEqualTo(1);
    assertThat(json.at("/threshold/precision").asDouble()).isGreaterThanOrEqualTo(0.9);
  }
}
