package org.hyperlinker.training.config;

/**
 * AdamW and the clipping before it.
 *
 * @param learningRate the highest of the schedule; 5e-5 by default
 * @param weightDecay 0 by default
 * @param beta1 {@code adam_beta1}; 0.9 by default
 * @param beta2 {@code adam_beta2}; 0.999 by default
 * @param epsilon {@code adam_epsilon}; 1e-8 by default
 * @param maxGradNorm the norm over all gradients that is clipped to; 1 by default, 0 for no
 *     clipping
 */
public record OptimizerConfig(
    double learningRate,
    double weightDecay,
    double beta1,
    double beta2,
    double epsilon,
    double maxGradNorm) {

  /** Refuses values that AdamW is not defined for. */
  public OptimizerConfig {
    InvalidSetting.requireNotNegative(learningRate, "learning_rate");
    InvalidSetting.requireNotNegative(weightDecay, "weight_decay");
    InvalidSetting.requireFraction(beta1, "adam_beta1");
    InvalidSetting.requireFraction(beta2, "adam_beta2");
    InvalidSetting.requirePositive(epsilon, "adam_epsilon");
    InvalidSetting.requireNotNegative(maxGradNorm, "max_grad_norm");
  }

  static OptimizerConfig read(YamlSection section) throws ConfigException {
    String optimizer = section.string("optim", "adamw_torch");
    switch (optimizer) {
      case "adamw_torch", "adamw_torch_fused" -> {}
      default ->
          throw section.error(
              "optim",
              "'optim': expected adamw_torch or adamw_torch_fused (here the same), found '"
                  + optimizer
                  + "'");
    }
    double learningRate = section.number("learning_rate", 5e-5);
    double weightDecay = section.number("weight_decay", 0);
    double beta1 = section.number("adam_beta1", 0.9);
    double beta2 = section.number("adam_beta2", 0.999);
    double epsilon = section.number("adam_epsilon", 1e-8);
    double norm = section.number("max_grad_norm", 1);
    return section.build(
        () -> new OptimizerConfig(learningRate, weightDecay, beta1, beta2, epsilon, norm));
  }
}
