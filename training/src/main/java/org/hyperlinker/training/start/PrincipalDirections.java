package org.hyperlinker.training.start;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.hyperlinker.model.weights.Tensor;

/**
 * The principal directions of a sample of embeddings by their second moment. It is not centred,
 * because what is to be kept are inner products, in which the mean has its share.
 *
 * @param rows {@code (width, width)}: orthogonal directions of length 1, by falling moment
 */
record PrincipalDirections(double[][] rows) {

  /**
   * The directions of a sample.
   *
   * @param embeddings {@code (texts, width)}
   */
  static PrincipalDirections of(float[][] embeddings, int width) {
    double[][] scatter = new double[width][width];
    for (float[] embedding : embeddings) {
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < width; j++) {
          scatter[i][j] += (double) embedding[i] * embedding[j];
        }
      }
    }
    // Columns by falling moment.
    RealMatrix vectors = new EigenDecomposition(new Array2DRowRealMatrix(scatter, false)).getV();
    return new PrincipalDirections(vectors.transpose().getData());
  }

  /**
   * The linear layer that keeps most of the inner products in fewer dimensions.
   *
   * @param count of directions to keep
   * @return {@code (count, width)}
   */
  Tensor leading(int count) {
    int width = rows.length;
    float[] values = new float[count * width];
    for (int row = 0; row < count; row++) {
      for (int column = 0; column < width; column++) {
        values[row * width + column] = (float) rows[row][column];
      }
    }
    return new Tensor(new long[] {count, width}, values);
  }
}
