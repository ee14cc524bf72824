package org.hyperlinker.evaluation.calibration;

import org.hyperlinker.linking.confidence.Conditions;

/**
 * How a calibration is learned.
 *
 * @param method what turns features into a probability
 * @param folds parts of the documents, each judged by what the others teach; at least 2
 * @param seed of the parting
 * @param precision the share of right links wanted at the threshold, above 0 and at most 1
 * @param candidates how many candidates the features look at, at least 1
 * @param conditions what the answers were made with
 */
public record CalibrationSettings(
    Method method, int folds, long seed, double precision, int candidates, Conditions conditions) {

  /** What turns features into a probability. */
  public enum Method {
    /** A logistic regression. */
    LOGISTIC,
    /** A logistic regression, its answer then straightened by an isotonic one. */
    ISOTONIC
  }

  /** Rejects values without meaning. */
  public CalibrationSettings {
    if (folds < 2 || !(precision > 0 && precision <= 1) || candidates < 1) {
      throw new IllegalArgumentException(
          "a calibration needs 2 folds at least, a precision above 0 and at most 1 and 1 candidate"
              + " at least, found: "
              + folds
              + ", "
              + precision
              + " and "
              + candidates);
    }
  }
}
