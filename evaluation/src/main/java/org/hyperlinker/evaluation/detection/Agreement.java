package org.hyperlinker.evaluation.detection;

/**
 * How far predictions agree with the gold annotations. Predictions and gold items count apart,
 * because a relaxed match may pair one with several.
 *
 * @param right predictions that agree with a gold item
 * @param predicted all predictions
 * @param found gold items that agree with a prediction
 * @param gold all gold items
 */
public record Agreement(int right, int predicted, int found, int gold) {

  /** Nothing counted. */
  static final Agreement NONE = new Agreement(0, 0, 0, 0);

  Agreement plus(Agreement other) {
    return new Agreement(
        right + other.right, predicted + other.predicted, found + other.found, gold + other.gold);
  }

  /** The share of the predictions that are right, 0 to 1; 0 without predictions. */
  public double precision() {
    return predicted == 0 ? 0 : (double) right / predicted;
  }

  /** The share of the gold items that were found, 0 to 1; 0 without gold items. */
  public double recall() {
    return gold == 0 ? 0 : (double) found / gold;
  }

  /** The harmonic mean of precision and recall; 0 if either is. */
  public double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
}
