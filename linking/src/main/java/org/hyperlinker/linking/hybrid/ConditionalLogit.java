package org.hyperlinker.linking.hybrid;

import java.util.Arrays;
import java.util.List;

/**
 * Fits weights so that the softmax of weighted sums gives the chosen of each set of candidates the
 * greatest likelihood, less a ridge penalty. The problem is convex and Newton's method solves it;
 * equal inputs give equal weights.
 */
final class ConditionalLogit {

  private static final int STEPS = 30;
  private static final int HALVINGS = 20;
  private static final double SMALL = 1e-8;

  /**
   * A set of candidates.
   *
   * @param candidates {@code (candidates, features)}
   * @param chosen which of them is right
   */
  record Choice(double[][] candidates, int chosen) {}

  private final List<Choice> choices;
  private final int[] features;
  private final double ridge;

  private ConditionalLogit(List<Choice> choices, int[] features, double ridge) {
    this.choices = choices;
    this.features = features;
    this.ridge = ridge;
  }

  /**
   * The weights of all features; 0 for those that do not take part.
   *
   * @param features which take part
   * @param all how many features candidates have
   * @param ridge the penalty on half the squared weights, above 0
   */
  static double[] fit(List<Choice> choices, int[] features, int all, double ridge) {
    double[] fitted = new ConditionalLogit(choices, features, ridge).solve();
    double[] weights = new double[all];
    for (int i = 0; i < features.length; i++) {
      weights[features[i]] = fitted[i];
    }
    return weights;
  }

  private double[] solve() {
    int size = features.length;
    double[] weights = new double[size];
    double value = objective(weights);
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[size];
      double[][] curvature = new double[size][size];
      derivatives(weights, gradient, curvature);
      double[] direction = Cholesky.solve(curvature, gradient);
      double length = 1;
      double[] next = moved(weights, direction, length);
      double reached = objective(next);
      for (int i = 0; i < HALVINGS && reached < value; i++) {
        length /= 2;
        next = moved(weights, direction, length);
        reached = objective(next);
      }
      if (reached <= value + SMALL * Math.abs(value)) {
        return reached > value ? next : weights;
      }
      weights = next;
      value = reached;
    }
    return weights;
  }

  private double objective(double[] weights) {
    double value = 0;
    for (double weight : weights) {
      value -= ridge * weight * weight / 2;
    }
    for (Choice choice : choices) {
      double[] scores = scores(choice, weights);
      value += scores[choice.chosen()] - logSum(scores);
    }
    return value;
  }

  private void derivatives(double[] weights, double[] gradient, double[][] curvature) {
    int size = features.length;
    for (int i = 0; i < size; i++) {
      gradient[i] = -ridge * weights[i];
      curvature[i][i] = ridge;
    }
    double[] mean = new double[size];
    for (Choice choice : choices) {
      double[] scores = scores(choice, weights);
      double logSum = logSum(scores);
      Arrays.fill(mean, 0);
      for (int c = 0; c < scores.length; c++) {
        double share = Math.exp(scores[c] - logSum);
        double[] values = choice.candidates()[c];
        for (int i = 0; i < size; i++) {
          double weighted = share * values[features[i]];
          mean[i] += weighted;
          for (int j = 0; j <= i && weighted != 0; j++) {
            curvature[i][j] += weighted * values[features[j]];
          }
        }
      }
      double[] right = choice.candidates()[choice.chosen()];
      for (int i = 0; i < size; i++) {
        gradient[i] += right[features[i]] - mean[i];
        for (int j = 0; j <= i; j++) {
          curvature[i][j] -= mean[i] * mean[j];
        }
      }
    }
  }

  private double[] scores(Choice choice, double[] weights) {
    double[] scores = new double[choice.candidates().length];
    for (int c = 0; c < scores.length; c++) {
      for (int i = 0; i < features.length; i++) {
        scores[c] += weights[i] * choice.candidates()[c][features[i]];
      }
    }
    return scores;
  }

  private static double logSum(double[] scores) {
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - most);
    }
    return most + Math.log(sum);
  }

  private static double[] moved(double[] from, double[] direction, double length) {
    double[] to = from.clone();
    for (int i = 0; i < to.length; i++) {
      to[i] += length * direction[i];
    }
    return to;
  }
}
