package org.hyperlinker.training.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.hyperlinker.training.optimizer.AdamW;
import org.hyperlinker.training.optimizer.LearningRateSchedule;
import org.junit.jupiter.api.Test;

class LoopSettingsTest {

  private final LoopSettings settings =
      settings(1e-3, new LoopSettings.Logging(0, false), Duration.ZERO);

  @Test
  void aRunMayBeWatchedInAnotherWay() {
    LoopSettings other = settings(1e-3, new LoopSettings.Logging(10, true), Duration.ZERO);

    assertThat(other).isNotEqualTo(settings);
    assertThat(other.decisive()).isEqualTo(settings.decisive());
  }

  @Test
  void anotherLearningRateOrAnotherEndIsAnotherRun() {
    assertThat(settings(1e-3, settings.logging(), Duration.ofMinutes(90)).decisive())
        .isNotEqualTo(settings.decisive());
    assertThat(settings(2e-3, settings.logging(), Duration.ZERO).decisive())
        .isNotEqualTo(settings.decisive());
  }

  private static LoopSettings settings(
      double learningRate, LoopSettings.Logging logging, Duration timeLimit) {
    return new LoopSettings(
        1,
        new LearningRateSchedule(LearningRateSchedule.Kind.LINEAR, 0, 10),
        learningRate,
        learningRate,
        0.01,
        new AdamW.Settings(0.9, 0.999, 1e-8, 1),
        true,
        new LoopSettings.Evaluation(0, false, false, 0, 0),
        new LoopSettings.Saving(2, 2),
        logging,
        11,
        timeLimit);
  }
}
