package org.hyperlinker.training.start;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * How a query vector passes a hyper-head's rectifier: a value projection holds the leading
 * principal directions R of the encoder's embeddings twice, as R and -R; what survives the
 * rectifier is R's image split into positive and negative parts, and the hyper-projection [R^T,
 * -R^T] puts it together again. Half the width is all that fits, so the directions of largest
 * variance are taken.
 */
final class PrincipalSplit {

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
    double[][] scatter = new double[width][width];
    for (float[] embedding : embeddings) {
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < width; j++) {
          scatter[i][j] += (double) embedding[i] * embedding[j];
        }
      }
    }
    // Columns by falling variance.
    RealMatrix vectors = new EigenDecomposition(new Array2DRowRealMatrix(scatter, false)).getV();
    return new PrincipalSplit(vectors.transpose().getData());
  }

  /** The value projection {@code (width, width)}: R above -R. */
  float[] split() {
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

  /** The hyper-projection {@code (width, width)}: R^T beside -R^T, times {@code gain}. */
  float[] joined(double gain) {
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
