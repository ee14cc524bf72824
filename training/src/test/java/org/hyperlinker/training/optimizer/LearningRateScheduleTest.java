package org.hyperlinker.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.hyperlinker.training.optimizer.LearningRateSchedule.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values computed by hand from the Hugging Face definitions: 10 steps of warm-up, 110 in all. */
class LearningRateScheduleTest {

  @ParameterizedTest
  @CsvSource({
    "LINEAR, 0, 0", "LINEAR, 5, 0.5", "LINEAR, 10, 1", "LINEAR, 60, 0.5", "LINEAR, 110, 0",
    "COSINE, 5, 0.5", "COSINE, 10, 1", "COSINE, 60, 0.5", "COSINE, 35, 0.853553", "COSINE, 110, 0",
    "CONSTANT_WITH_WARMUP, 5, 0.5", "CONSTANT_WITH_WARMUP, 109, 1", "CONSTANT, 0, 1"
  })
  void factorsAreThoseOfTheDefinition(Kind kind, long step, double expected) {
    assertThat(new LearningRateSchedule(kind, 10, 110).factor(step))
        .isCloseTo(expected, Offset.offset(1e-6));
  }
}
