package org.hyperlinker.evaluation.calibration;

import java.util.List;
import java.util.Optional;
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
 */
public record CalibrationReport(
    Calibration calibration,
    List<Judged> judged,
    Reliability reliability,
    RiskCoverage risk,
    String judgedOn) {

  /** Copies the mentions. */
  public CalibrationReport {
    judged = List.copyOf(judged);
  }

  /** How many mentions could not be linked rightly. */
  public int unlinkable() {
    return (int) judged.stream().filter(j -> j.standing() != Standing.LINKABLE).count();
  }

  /** What the wanted precision costs on the judged mentions, if it is reached. */
  public Optional<RiskCoverage.Point> point() {
    return risk.at(calibration.precision());
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
