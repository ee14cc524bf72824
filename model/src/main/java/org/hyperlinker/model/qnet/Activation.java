package org.hyperlinker.model.qnet;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The non-linearity of a q-net's hidden layers, named as the official configuration names it. */
public enum Activation {
  /** max(x, 0). */
  RELU,
  /** Hyperbolic tangent. */
  TANH,
  /** 1 / (1 + e^-x). */
  SIGMOID,
  /** x times the normal distribution function of x, in its exact form by the error function. */
  GELU,
  /** x for positive x, 0.01 x otherwise. */
  LEAKY_RELU;

  /** The official name, such as {@code leaky_relu}. */
  public String officialName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The activation with this official name.
   *
   * @throws IllegalArgumentException listing the names there are
   */
  public static Activation of(String officialName) {
    return Arrays.stream(values())
        .filter(activation -> activation.officialName().equals(officialName))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown activation_type '"
                        + officialName
                        + "'; expected one of "
                        + Arrays.stream(values())
                            .map(Activation::officialName)
                            .collect(Collectors.joining(", "))));
  }
}
