package org.hyperlinker.training.start;

/**
 * The passage of a query where items are as wide as the encoder: a value projection holds the
 * leading principal directions R of the encoder's embeddings twice, as R and -R; what survives the
 * rectifier is R's image split into positive and negative parts, and the hyper-projection [R^T,
 * -R^T] puts it together again. Half the width is all that fits, so the directions of largest
 * variance are taken.
 */
final class PrincipalSplit implements QueryPassage {

  private final double[][] directions;

  private PrincipalSplit(double[][] directions) {
    this.directions = directions;
  }

  /**
   * The directions of a sample.
   *
   * @param embeddings {@code (texts, width)}; the width is even
   */
  static PrincipalSplit of(float[][] embeddings, int width) {
    return new PrincipalSplit(PrincipalDirections.of(embeddings, width).rows());
  }

  /** The value projection {@code (width, width)}: R above -R. */
  @Override
  public float[] values() {
    int width = directions.length;
    int half = width / 2;
    float[] split = new float[width * width];
    for (int row = 0; row < half; row++) {
      for (int column = 0; column < width; column++) {
        float value = (float) directions[row][column];
        split[row * width + column] = value;
        split[(half + row) * width + column] = -value;
      }
    }
    return split;
  }

  @Override
  public float[] valueBias() {
    return new float[directions.length];
  }

  /** The hyper-projection {@code (width, width)}: R^T beside -R^T, times {@code gain}. */
  @Override
  public float[] joined(double gain) {
    int width = directions.length;
    int half = width / 2;
    float[] joined = new float[width * width];
    for (int row = 0; row < half; row++) {
      for (int column = 0; column < width; column++) {
        float value = (float) (gain * directions[row][column]);
        joined[column * width + row] = value;
        joined[column * width + half + row] = -value;
      }
    }
    return joined;
  }
}
