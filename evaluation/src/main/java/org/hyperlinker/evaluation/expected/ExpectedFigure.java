package org.hyperlinker.evaluation.expected;

/**
 * A figure that is expected.
 *
 * @param metric where it stands in the results, as a JSON pointer such as {@code
 *     /results/0/Accuracy@1}
 * @param value what it should be
 * @param tolerance how far it may be off in either direction, at least 0
 */
public record ExpectedFigure(String metric, double value, double tolerance) {

  /** Rejects what cannot be looked up or met. */
  public ExpectedFigure {
    if (!metric.startsWith("/") || !(tolerance >= 0) || Double.isNaN(value)) {
      throw new IllegalArgumentException(
          "an expected figure needs a metric that begins with '/', a value and a tolerance of 0 or"
              + " more, found: "
              + metric
              + ", "
              + value
              + ", "
              + tolerance);
    }
  }
}
