package org.hyperlinker.evaluation.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.evaluation.protocol.MentionResult;
import org.hyperlinker.linking.confidence.Calibration;
import org.hyperlinker.linking.confidence.ConfidenceFeatures;

/** Learns a calibration from answers with gold concepts. */
final class Learner {

  private Learner() {}

  /**
   * A calibration without threshold.
   *
   * @param answers each with a candidate at least
   * @throws IllegalArgumentException if all of them are right or all are wrong
   */
  static Calibration learn(List<MentionResult> answers, CalibrationSettings settings) {
    boolean[] right = new boolean[answers.size()];
    int count = 0;
    for (int i = 0; i < right.length; i++) {
      right[i] = answers.get(i).correct();
      count += right[i] ? 1 : 0;
    }
    if (count == 0 || count == right.length) {
      throw new IllegalArgumentException(
          "a calibration needs right and wrong answers to learn from, found: "
              + count
              + " right of "
              + right.length);
    }
    double temperature = temperature(answers);
    double[][] rows = new double[answers.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          ConfidenceFeatures.of(
              answers.get(i).mention().text(), top(answers.get(i), settings), temperature);
    }
    List<Calibration.Weight> scales = standardise(rows);
    double[] fitted = LogisticRegression.fit(rows, right);
    List<Calibration.Weight> weights = new ArrayList<>();
    for (int i = 0; i < scales.size(); i++) {
      Calibration.Weight scale = scales.get(i);
      weights.add(
          new Calibration.Weight(scale.feature(), scale.mean(), scale.scale(), fitted[i + 1]));
    }
    List<Calibration.Knot> knots =
        switch (settings.method()) {
          case LOGISTIC -> List.of();
          case ISOTONIC -> {
            double[] raw =
                Arrays.stream(rows)
                    .mapToDouble(row -> LogisticRegression.probability(fitted, row))
                    .toArray();
            yield IsotonicRegression.fit(raw, right);
          }
        };
    return new Calibration(
        settings.conditions(),
        settings.candidates(),
        temperature,
        fitted[0],
        weights,
        knots,
        settings.precision(),
        OptionalDouble.empty());
  }

  private static List<Candidate> top(MentionResult answer, CalibrationSettings settings) {
    List<Candidate> top = answer.answer().top();
    return top.subList(0, Math.min(settings.candidates(), top.size()));
  }

  /** The mean margin between first and second candidate: the scale on which scores differ. */
  private static double temperature(List<MentionResult> answers) {
    double mean =
        answers.stream()
            .map(a -> a.answer().top())
            .filter(top -> top.size() > 1)
            .mapToDouble(top -> top.get(0).score() - top.get(1).score())
            .average()
            .orElse(1);
    return mean > 0 ? mean : 1;
  }

  /** Brings every column to mean 0 and deviation 1, in place; a constant one to 0. */
  private static List<Calibration.Weight> standardise(double[][] rows) {
    List<Calibration.Weight> scales = new ArrayList<>();
    for (int column = 0; column < ConfidenceFeatures.NAMES.size(); column++) {
      double mean = 0;
      for (double[] row : rows) {
        mean += row[column] / rows.length;
      }
      double squares = 0;
      for (double[] row : rows) {
        squares += (row[column] - mean) * (row[column] - mean) / rows.length;
      }
      double scale = squares < 1e-18 ? 1 : Math.sqrt(squares);
      for (double[] row : rows) {
        row[column] = (row[column] - mean) / scale;
      }
      scales.add(new Calibration.Weight(ConfidenceFeatures.NAMES.get(column), mean, scale, 0));
    }
    return scales;
  }
}
