package org.hyperlinker.model.scoring;

import org.hyperlinker.model.qnet.Activation;

/** The activations as functions of one number. */
final class ActivationFunctions {

  /** PyTorch's default slope, which the official code uses. */
  static final float LEAKY_SLOPE = 0.01f;

  private static final double SQRT_2 = Math.sqrt(2);
  private static final double TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);

  /** Beyond it the error function is 1 to double precision. */
  private static final double ERF_SATURATES = 6;

  private ActivationFunctions() {}

  static double apply(Activation activation, double x) {
    return switch (activation) {
      case RELU -> x < 0 ? 0 : x;
      case TANH -> Math.tanh(x);
      case SIGMOID -> 1 / (1 + Math.exp(-x));
      case GELU -> 0.5 * x * (1 + erf(x / SQRT_2));
      case LEAKY_RELU -> x < 0 ? LEAKY_SLOPE * x : x;
    };
  }

  /**
   * The error function by the series {@code 2/sqrt(pi) e^(-x^2) sum of 2^n x^(2n+1) / (2n+1)!!},
   * whose terms share one sign, so that nothing cancels.
   */
  static double erf(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (Math.abs(x) >= ERF_SATURATES) {
      return Math.signum(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return TWO_OVER_SQRT_PI * Math.exp(-x * x) * sum;
  }
}
