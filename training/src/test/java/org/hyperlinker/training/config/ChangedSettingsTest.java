package org.hyperlinker.training.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangedSettingsTest {

  private static final String SHAPE =
      "model_config.query_encoder_kwargs.converter_kwargs.vector_dimensions";

  @Test
  void onlyTheNamedSettingsChange() throws ConfigException {
    TrainingConfig base = Yaml.parse(Yaml.SMALL);
    TrainingConfig changed =
        base.with(
            Map.of(
                "hyperlinker.seed",
                7,
                "trainer_config.hf_trainer_config.max_steps",
                20,
                SHAPE,
                List.of(8, 8, 8, 1)));
    assertThat(changed.hyperlinker().seed()).isEqualTo(7);
    assertThat(changed.trainer().schedule().maxSteps()).hasValue(20);
    assertThat(changed.model().hyper().orElseThrow().converter().hiddenLayers()).isEqualTo(2);
    assertThat(changed.source()).isEqualTo(base.source());
    assertThat(changed.with(Map.of("hyperlinker.seed", 1, SHAPE, List.of(8, 8, 1))).model())
        .isEqualTo(base.model());
    assertThat(base.hyperlinker().seed()).isEqualTo(1);
    assertThat(base.with(Map.of())).isEqualTo(base);
  }

  @Test
  void unknownPlacesAndWrongValuesAreRefused() throws ConfigException {
    TrainingConfig base = Yaml.parse(Yaml.SMALL);
    assertThatThrownBy(() -> base.with(Map.of("hyperlinker.sead", 7)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("sead");
    assertThatThrownBy(() -> base.with(Map.of("hyperlinker.seed", "many")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("many");
  }
}
