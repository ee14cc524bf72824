package org.hyperlinker.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.hyperlinker.model.weights.Tensor;
import org.hyperlinker.training.network.Parameters;

/**
 * AdamW (Loshchilov and Hutter, ICLR 2019) as PyTorch computes it, with global gradient clipping.
 * Frozen parameters are left alone.
 */
public final class AdamW {

  private static final String MEAN = "mean.";
  private static final String VARIANCE = "variance.";

  private final Settings settings;
  private final Parameters parameters;
  private final ToDoubleFunction<String> weightDecay;
  private final Map<String, NDArray> means = new LinkedHashMap<>();
  private final Map<String, NDArray> variances = new LinkedHashMap<>();
  private long steps;

  /**
   * The numbers that AdamW needs beside the learning rate.
   *
   * @param beta1 decay of the mean
   * @param beta2 decay of the variance
   * @param epsilon added to the root of the variance
   * @param maxGradientNorm longer gradients are shortened to this length; 0 for no clipping
   */
  public record Settings(double beta1, double beta2, double epsilon, double maxGradientNorm) {}

  /**
   * An optimizer at step 0.
   *
   * @param weightDecay the decay of each parameter, by name
   */
  public AdamW(Settings settings, Parameters parameters, ToDoubleFunction<String> weightDecay) {
    this.settings = settings;
    this.parameters = parameters;
    this.weightDecay = weightDecay;
    for (String name : parameters.names()) {
      if (!parameters.isFrozen(name)) {
        means.put(name, parameters.zerosLike(name));
        variances.put(name, parameters.zerosLike(name));
      }
    }
  }

  /** The length of the gradient over all parameters. */
  public double gradientNorm() {
    double sum = 0;
    for (String name : means.keySet()) {
      try (NDArray gradient = parameters.get(name).getGradient();
          NDArray squares = gradient.square();
          NDArray total = squares.sum()) {
        sum += total.getFloat();
      }
    }
    return Math.sqrt(sum);
  }

  /**
   * Moves every parameter by its gradient.
   *
   * @param gradientNorm from {@link #gradientNorm}, for clipping
   * @param learningRate the rate of each parameter, by name
   */
  public void step(double gradientNorm, ToDoubleFunction<String> learningRate) {
    steps++;
    double limit = settings.maxGradientNorm();
    double shrink = limit > 0 ? Math.min(1, limit / (gradientNorm + 1e-6)) : 1;
    double rootOfVarianceCorrection = Math.sqrt(1 - Math.pow(settings.beta2(), steps));
    double correction = rootOfVarianceCorrection / (1 - Math.pow(settings.beta1(), steps));
    means.forEach(
        (name, mean) -> {
          NDArray parameter = parameters.get(name);
          double rate = learningRate.applyAsDouble(name);
          try (NDArray gradient = parameter.getGradient()) {
            // libtorch's fused update takes the corrected rate; its epsilon is scaled likewise, so
            // that the result is PyTorch's to the last rounding.
            parameter
                .getNDArrayInternal()
                .adamUpdate(
                    new NDList(parameter, gradient, mean, variances.get(name)),
                    new NDList(parameter),
                    (float) rate,
                    (float) (rate * correction),
                    (float) weightDecay.applyAsDouble(name),
                    (float) shrink,
                    -1f,
                    (float) settings.beta1(),
                    (float) settings.beta2(),
                    (float) (settings.epsilon() * rootOfVarianceCorrection),
                    false,
                    true);
          }
        });
  }

  /** How many steps were taken. */
  public long steps() {
    return steps;
  }

  /** A copy of the moments, to be kept in a checkpoint. */
  public Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    means.forEach((name, array) -> state.put(MEAN + name, Parameters.tensor(array)));
    variances.forEach((name, array) -> state.put(VARIANCE + name, Parameters.tensor(array)));
    return state;
  }

  /** Goes back to a state that {@link #state} gave after {@code steps} steps. */
  public void restore(Map<String, Tensor> state, long steps) {
    this.steps = steps;
    means.forEach((name, array) -> copy(state, MEAN + name, array));
    variances.forEach((name, array) -> copy(state, VARIANCE + name, array));
  }

  private static void copy(Map<String, Tensor> state, String key, NDArray target) {
    Tensor tensor = state.get(key);
    if (tensor == null) {
      throw new IllegalArgumentException("the checkpoint's optimizer has no tensor '" + key + "'");
    }
    try (NDArray source = target.getManager().create(tensor.values(), target.getShape())) {
      source.copyTo(target);
    }
  }
}
