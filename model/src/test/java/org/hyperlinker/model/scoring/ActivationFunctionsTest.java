package org.hyperlinker.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hyperlinker.model.qnet.Activation;
import org.junit.jupiter.api.Test;

class ActivationFunctionsTest {

  /** Values of the error function from tables (Abramowitz and Stegun 7.1). */
  @Test
  void theErrorFunctionEqualsItsTables() {
    assertThat(ActivationFunctions.erf(0)).isZero();
    assertThat(ActivationFunctions.erf(0.5)).isCloseTo(0.5204998778, within(1e-10));
    assertThat(ActivationFunctions.erf(1)).isCloseTo(0.8427007929, within(1e-10));
    assertThat(ActivationFunctions.erf(-2)).isCloseTo(-0.9953222650, within(1e-10));
    assertThat(ActivationFunctions.erf(5.9)).isCloseTo(1, within(1e-15));
    assertThat(ActivationFunctions.erf(40)).isEqualTo(1);
    assertThat(ActivationFunctions.erf(Double.NaN)).isNaN();
  }

  @Test
  void activationsHaveTheirKnownValues() {
    assertThat(ActivationFunctions.apply(Activation.GELU, 1)).isCloseTo(0.8413447, within(1e-7));
    assertThat(ActivationFunctions.apply(Activation.SIGMOID, 0)).isEqualTo(0.5);
    assertThat(ActivationFunctions.apply(Activation.RELU, -3)).isZero();
    assertThat(ActivationFunctions.apply(Activation.LEAKY_RELU, -3)).isCloseTo(-0.03, within(1e-7));
    assertThat(ActivationFunctions.apply(Activation.TANH, 1)).isCloseTo(0.7615942, within(1e-7));
  }
}
