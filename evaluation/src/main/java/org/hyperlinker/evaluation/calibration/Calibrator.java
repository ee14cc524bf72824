package org.hyperlinker.evaluation.calibration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.hyperlinker.evaluation.protocol.MentionResult;
import org.hyperlinker.evaluation.protocol.Standing;
import org.hyperlinker.linking.confidence.Calibration;

/**
 * Learns how sure answers are. Mentions without a concept and concepts missing from the index are
 * among what is learned from: there, every answer is wrong. Composite mentions are left out.
 */
public final class Calibrator {

  private final CalibrationSettings settings;

  /** A calibrator. */
  public Calibrator(CalibrationSettings settings) {
    this.settings = settings;
  }

  /**
   * Learns from all answers; judges each by what the documents of the other folds teach, and
   * chooses the threshold on these judgements.
   *
   * @throws IllegalArgumentException if there are fewer documents than folds, or the answers of a
   *     fold's others are all right or all wrong
   */
  public CalibrationReport crossFit(List<MentionResult> results) {
    List<MentionResult> answers = usable(results);
    List<Judged> judged = crossJudged(answers);
    return new CalibrationReport(
        learned(answers, judged),
        judged,
        Reliability.of(judged),
        RiskCoverage.of(judged),
        settings.folds() + " folds by document, each judged by what the others teach",
        "the same judgements");
  }

  /**
   * Learns from these answers, the threshold included, and judges those of other documents.
   *
   * @throws IllegalArgumentException as {@link #crossFit} does, or if the others have none to judge
   */
  public CalibrationReport heldOut(
      List<MentionResult> results, List<MentionResult> others, String judgedOn) {
    List<MentionResult> answers = usable(results);
    Calibration learned = learned(answers, crossJudged(answers));
    List<Judged> judged = usable(others).stream().map(a -> judge(learned, a)).toList();
    if (judged.isEmpty()) {
      throw new IllegalArgumentException(
          judgedOn + " has no answer to judge by: a candidate for a mention that is not composite");
    }
    return new CalibrationReport(
        learned,
        judged,
        Reliability.of(judged),
        RiskCoverage.of(judged),
        judgedOn,
        "the answers learned from, in " + settings.folds() + " folds by document");
  }

  private List<Judged> crossJudged(List<MentionResult> answers) {
    Map<String, Integer> folds = folds(answers);
    List<Judged> judged = new ArrayList<>();
    for (int fold = 0; fold < settings.folds(); fold++) {
      int left = fold;
      Calibration learned =
          Learner.learn(
              answers.stream().filter(a -> folds.get(a.documentId()) != left).toList(), settings);
      answers.stream()
          .filter(a -> folds.get(a.documentId()) == left)
          .forEach(a -> judged.add(judge(learned, a)));
    }
    return judged;
  }

  /** Learned from all answers, with the threshold that their judgements ask for. */
  private Calibration learned(List<MentionResult> answers, List<Judged> judged) {
    Calibration learned = Learner.learn(answers, settings);
    OptionalDouble threshold =
        RiskCoverage.of(judged)
            .at(settings.precision())
            .map(point -> OptionalDouble.of(point.threshold()))
            .orElse(OptionalDouble.empty());
    return new Calibration(
        learned.conditions(),
        learned.candidates(),
        learned.temperature(),
        learned.intercept(),
        learned.weights(),
        learned.knots(),
        settings.precision(),
        threshold);
  }

  private static Judged judge(Calibration learned, MentionResult answer) {
    return new Judged(
        learned.probability(answer.mention().text(), answer.answer().top()),
        answer.correct(),
        answer.standing());
  }

  private static List<MentionResult> usable(List<MentionResult> results) {
    return results.stream()
        .filter(r -> r.standing() != Standing.COMPOSITE && !r.answer().top().isEmpty())
        .toList();
  }

  private Map<String, Integer> folds(List<MentionResult> answers) {
    List<String> documents =
        new ArrayList<>(answers.stream().map(MentionResult::documentId).distinct().toList());
    if (documents.size() < settings.folds()) {
      throw new IllegalArgumentException(
          settings.folds()
              + " folds need as many documents at least, found: "
              + documents.size()
              + "; ask for fewer folds, or give more documents");
    }
    Collections.shuffle(documents, new Random(settings.seed()));
    Map<String, Integer> folds = new HashMap<>();
    for (int i = 0; i < documents.size(); i++) {
      folds.put(documents.get(i), i % settings.folds());
    }
    return folds;
  }
}
