package org.hyperlinker.evaluation.calibration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hyperlinker.evaluation.protocol.Standing;
import org.hyperlinker.linking.confidence.Calibration;

/**
 * A calibration and how good it is on mentions that it was not learned from.
 *
 * @param calibration learned from all answers, with the threshold
 * @param judged every mention by a calibration learned from other documents
 * @param reliability of these
 * @param risk of these
 * @param judgedOn what they are: cross-fitted folds, or another file
 * @param chosenOn what the threshold was chosen on. Where it is the judged mentions themselves, the
 *     precision at it is the one that was asked for and no estimate of that on others
 */
public record CalibrationReport(
    Calibration calibration,
    List<Judged> judged,
    Reliability reliability,
    RiskCoverage risk,
    String judgedOn,
    String chosenOn) {

  /** Copies the mentions. */
  public CalibrationReport {
    judged = List.copyOf(judged);
  }

  /** How many mentions could not be linked rightly. */
  public int unlinkable() {
    return (int) judged.stream().filter(j -> j.standing() != Standing.LINKABLE).count();
  }

  /**
   * What the threshold brings on the judged mentions; empty if there is none, or none reaches it.
   */
  public Optional<RiskCoverage.Point> point() {
    OptionalDouble threshold = calibration.threshold();
    return threshold.isPresent() ? risk.from(threshold.getAsDouble()) : Optional.empty();
  }

  /** The share of mentions that cannot be linked rightly and are left unlinked at a threshold. */
  public double refused(double threshold) {
    return judged.stream()
        .filter(j -> j.standing() != Standing.LINKABLE)
        .mapToDouble(j -> j.probability() < threshold ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  /** The share of linkable mentions that are linked, and rightly, at a threshold. */
  public double recall(double threshold) {
    return judged.stream()
        .filter(j -> j.standing() == Standing.LINKABLE)
        .mapToDouble(j -> j.right() && j.probability() >= threshold ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }
}
