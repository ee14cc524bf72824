package org.hyperlinker.evaluation.calibration;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Logistic regression by Newton's method. A little ridge keeps the weights finite where a feature
 * parts right from wrong without fault; the intercept has none, so that the mean probability is the
 * share of right answers.
 */
final class LogisticRegression {

  private static final double RIDGE = 1;
  private static final int STEPS = 100;
  private static final double CONVERGED = 1e-10;

  private LogisticRegression() {}

  /**
   * The intercept, then a weight for each column.
   *
   * @param rows {@code (examples, features)}, each feature of about unit scale
   * @param right whether each example is right
   */
  static double[] fit(double[][] rows, boolean[] right) {
    int width = rows[0].length + 1;
    double[] weights = new double[width];
    double loss = loss(rows, right, weights);
    for (int step = 0; step < STEPS; step++) {
      double[] direction = newton(rows, right, weights);
      double size = 1;
      double[] next = moved(weights, direction, size);
      double nextLoss = loss(rows, right, next);
      while (nextLoss > loss && size > 1e-6) {
        size /= 2;
        next = moved(weights, direction, size);
        nextLoss = loss(rows, right, next);
      }
      boolean done = loss - nextLoss < CONVERGED * (1 + Math.abs(loss));
      if (nextLoss <= loss) {
        weights = next;
        loss = nextLoss;
      }
      if (done) {
        break;
      }
    }
    return weights;
  }

  static double sum(double[] weights, double[] row) {
    double sum = weights[0];
    for (int i = 0; i < row.length; i++) {
      sum += weights[i + 1] * row[i];
    }
    return sum;
  }

  static double probability(double[] weights, double[] row) {
    return 1 / (1 + Math.exp(-sum(weights, row)));
  }

  /** The penalised negative logarithm of the likelihood. */
  static double loss(double[][] rows, boolean[] right, double[] weights) {
    double loss = 0;
    for (int i = 1; i < weights.length; i++) {
      loss += RIDGE / 2 * weights[i] * weights[i];
    }
    for (int i = 0; i < rows.length; i++) {
      double sum = sum(weights, rows[i]);
      double against = right[i] ? -sum : sum;
      loss += Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)));
    }
    return loss;
  }

  private static double[] newton(double[][] rows, boolean[] right, double[] weights) {
    int width = weights.length;
    RealMatrix curvature = new Array2DRowRealMatrix(width, width);
    RealVector slope = new ArrayRealVector(width);
    for (int j = 1; j < width; j++) {
      curvature.addToEntry(j, j, RIDGE);
      slope.addToEntry(j, RIDGE * weights[j]);
    }
    // Keeps the matrix invertible where every example is certain.
    curvature.addToEntry(0, 0, 1e-9);
    double[] row = new double[width];
    row[0] = 1;
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, row, 1, width - 1);
      double p = probability(weights, rows[i]);
      for (int j = 0; j < width; j++) {
        slope.addToEntry(j, (p - (right[i] ? 1 : 0)) * row[j]);
        for (int k = 0; k < width; k++) {
          curvature.addToEntry(j, k, p * (1 - p) * row[j] * row[k]);
        }
      }
    }
    return new CholeskyDecomposition(curvature, 1e-9, 1e-14).getSolver().solve(slope).toArray();
  }

  private static double[] moved(double[] weights, double[] direction, double size) {
    double[] next = weights.clone();
    for (int i = 0; i < next.length; i++) {
      next[i] -= size * direction[i];
    }
    return next;
  }
}
