package org.hyperlinker.training.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hyperlinker.core.text.ContextWindow;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.core.text.WindowUnit;
import org.hyperlinker.model.directory.ModelType;
import org.hyperlinker.model.directory.Pooling;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.qnet.Similarity;
import org.hyperlinker.training.data.PositiveFilter;
import org.hyperlinker.training.optimizer.LearningRateSchedule;
import org.hyperlinker.training.plan.HeadStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingConfigTest {

  private static TrainingConfig everyKey() throws IOException {
    try {
      return TrainingConfig.read(
          Path.of(TrainingConfigTest.class.getResource("/config/every_key.yaml").toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Path> shipped() throws IOException {
    try (var files = Files.walk(Path.of(System.getProperty("hyperlinker.root"), "configs"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedFileIsReadAndNoKeyOfItIsVain(Path file) throws IOException {
    TrainingConfig config = TrainingConfig.read(file);
    assertThat(config.remarks()).isEmpty();
    assertThat(config.source()).isEqualTo(file);
    assertThat(roundTrip(config)).isEqualTo(config);
  }

  @Test
  void shippedDepthsAreWhatTheNamesSay() throws IOException {
    for (Path file : shipped()) {
      String name = file.getFileName().toString();
      if (name.contains("_layer")) {
        int layers = Character.digit(name.charAt(name.indexOf("_layer") - 1), 10);
        assertThat(TrainingConfig.read(file).model().hyper().orElseThrow().converter())
            .extracting(QNetConfig::hiddenLayers)
            .isEqualTo(layers);
      }
    }
    assertThat(shipped()).hasSize(7 + 8 + 3 + 8 + 3);
  }

  @Test
  void theModelIsReadInFull() throws IOException {
    ModelConfig model = everyKey().model();
    assertThat(model.type()).isEqualTo(ModelType.HYPENCODER);
    assertThat(model.sharedEncoder()).isTrue();
    assertThat(model.tokenizerOrStart()).isEqualTo("bert-base-uncased");
    assertThat(model.hyper().orElseThrow().converter())
        .isEqualTo(
            new QNetConfig(
                List.of(768, 768, 768, 1), Activation.GELU, true, 0.2, true, true, true, false));
    assertThat(model.passage().pooling()).isEqualTo(Pooling.CLS);
    assertThat(model.losses())
        .containsExactly(new LossConfig.MarginMse(1), new LossConfig.CrossEntropy(0.5, true, true));
  }

  @Test
  void theDataAreReadInFull() throws IOException {
    DataConfig data = everyKey().data();
    assertThat(data.training()).isEqualTo(Path.of("data/train.jsonl"));
    assertThat(data.validation()).contains(Path.of("data/validation.jsonl"));
    assertThat(data.positiveFilter()).isEqualTo(new PositiveFilter.ScoreAbove(0.5));
    assertThat(data.labelKey()).contains("score");
    assertThat(data.negatives()).isEqualTo(7);
    assertThat(data.negativeSampler()).isEqualTo(Sampler.ALL);
    assertThat(data.randomSeed()).isEqualTo(7);
    assertThat(data.queryPadding()).isEqualTo(QueryPadding.MAX_LENGTH);
    assertThat(data.queryMaxLength()).isEqualTo(OptionalInt.of(32));
  }

  @Test
  void theTrainerIsReadInFull() throws IOException {
    TrainerConfig trainer = everyKey().trainer();
    assertThat(trainer.batch()).isEqualTo(new BatchConfig(64, 32, 2, true));
    assertThat(trainer.optimizer())
        .isEqualTo(new OptimizerConfig(2e-5, 0.01, 0.8, 0.99, 1e-7, 0.5));
    assertThat(trainer.schedule())
        .isEqualTo(
            new ScheduleConfig(
                LearningRateSchedule.Kind.CONSTANT_WITH_WARMUP,
                0,
                6000,
                OptionalInt.of(1_000_000),
                1));
    assertThat(trainer.evaluation()).isEqualTo(new EvaluationConfig(When.STEPS, 10, false));
    assertThat(trainer.saving())
        .isEqualTo(
            new SavingConfig(
                Path.of("runs/every"), true, When.STEPS, 2500, OptionalInt.of(3), true, true));
    assertThat(trainer.logging().steps()).isEqualTo(10);
    assertThat(trainer.logging().firstStep()).isTrue();
    assertThat(trainer.logging().directory()).contains(Path.of("logs"));
    assertThat(trainer.logging().reportTo()).containsExactly(ReportTo.TENSORBOARD);
    assertThat(trainer.logging().runName()).contains("every");
    assertThat(trainer.logging().progressBar()).isFalse();
    assertThat(trainer.resume()).isEqualTo(new Resume.From(Path.of("runs/before/checkpoint-10")));
    assertThat(trainer.ignoreDataSkip()).isTrue();
  }

  @Test
  void ourOwnSectionIsReadInFull() throws IOException {
    assertThat(everyKey().hyperlinker())
        .isEqualTo(
            new HyperlinkerConfig(
                false,
                false,
                13,
                2,
                new HyperHeadConfig(OptionalDouble.of(1e-3), HeadStart.INNER_PRODUCT, false),
                OptionalInt.of(768),
                Similarity.INNER_PRODUCT,
                20,
                new EarlyStopping(3, 0.01),
                new TextConfig(
                    new QueryTemplate(new ContextWindow(64, WindowUnit.WHOLE_WORDS)),
                    new ItemTemplate(ItemTemplate.Description.ALIASES, 500),
                    32,
                    256),
                OptionalDouble.of(0),
                Optional.of(Duration.ofSeconds(90))));
  }

  @Test
  void whatHasNoEffectIsRemarkedWithItsLine() throws IOException {
    assertThat(everyKey().remarks())
        .extracting(remark -> remark.replaceAll(".*yaml:\\d+: '(\\w+)'.*", "$1"))
        .containsExactlyInAnyOrder(
            "training_data_split",
            "validation_data_split",
            "bf16",
            "tf32",
            "dataloader_num_workers",
            "dataloader_persistent_workers",
            "dataloader_prefetch_factor",
            "ddp_find_unused_parameters",
            "save_safetensors",
            "gradient_checkpointing",
            "hub_strategy",
            "hub_private_repo",
            "query_padding_mode",
            "num_train_epochs");
    TrainingConfig small = Yaml.with("output_dir: out", "output_dir: out\n    fp16: true");
    assertThat(small.remarks())
        .containsExactly("c.yaml:15: 'fp16' has no effect: training computes in fp32 on the CPU");
  }

  @Test
  void resolvedSettingsReadBackAsTheSameConfiguration() throws IOException {
    TrainingConfig config = everyKey();
    TrainingConfig again = roundTrip(config);
    assertThat(again.model()).isEqualTo(config.model());
    assertThat(again.data()).isEqualTo(config.data());
    assertThat(again.trainer()).isEqualTo(config.trainer());
    assertThat(again.hyperlinker()).isEqualTo(config.hyperlinker());
    assertThat(roundTrip(again).toYaml()).isEqualTo(again.toYaml());
  }

  @Test
  void resolvedSettingsHoldTheDefaults() throws IOException {
    Map<String, Object> yaml = Yaml.parse(Yaml.SMALL).toYaml();
    assertThat(yaml)
        .extractingByKey("data_config")
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("label_key", "score")
        .containsEntry("num_positives_to_sample", 1);
  }

  @Test
  void whatAnotherKeyOverrulesIsRemarkedAndNotKept() throws IOException {
    TrainingConfig config =
        Yaml.with(
            "learning_rate: 0.1",
            "max_steps: 5\n"
                + "    num_train_epochs: 3\n"
                + "    lr_scheduler_type: constant\n"
                + "    warmup_ratio: 0.1");
    assertThat(config.remarks())
        .containsExactly(
            "c.yaml:16: 'num_train_epochs' has no effect: 'max_steps' sets the length of the run",
            "c.yaml:18: 'warmup_ratio' has no effect: 'lr_scheduler_type: constant' has no"
                + " warm-up; 'constant_with_warmup' has");
    assertThat(config.yamlText()).doesNotContain("num_train_epochs").contains("max_steps: 5");
  }

  private static TrainingConfig roundTrip(TrainingConfig config) throws ConfigException {
    return TrainingConfig.parse(config.yamlText(), config.source());
  }

  @Test
  void defaultsAreTheOfficialOnes() throws IOException {
    TrainingConfig config = Yaml.parse(Yaml.SMALL);
    assertThat(config.remarks()).isEmpty();
    assertThat(config.model().hyper().orElseThrow().converter())
        .isEqualTo(QNetConfig.of(List.of(8, 8, 1)));
    assertThat(config.model().losses())
        .containsExactly(new LossConfig.CrossEntropy(1, true, false));
    assertThat(config.data().positiveFilter()).isEqualTo(new PositiveFilter.First());
    assertThat(config.data().randomSeed()).isEqualTo(42);
    TrainerConfig trainer = config.trainer();
    assertThat(trainer.batch()).isEqualTo(new BatchConfig(1, 1, 1, false));
    assertThat(trainer.optimizer()).isEqualTo(new OptimizerConfig(0.1, 0, 0.9, 0.999, 1e-8, 1));
    assertThat(trainer.schedule())
        .isEqualTo(
            new ScheduleConfig(LearningRateSchedule.Kind.LINEAR, 0.05, 0, OptionalInt.empty(), 1));
    assertThat(trainer.saving().when()).isEqualTo(When.EPOCH);
    assertThat(trainer.logging().steps()).isEqualTo(1);
    assertThat(trainer.resume()).isEqualTo(new Resume.Never());
    assertThat(config.hyperlinker().maskSameConcept()).isTrue();
    assertThat(config.hyperlinker().maxTime()).isEmpty();
  }

  @Test
  void aBiencoderPoolsItsQueries() throws IOException {
    TrainingConfig config =
        Yaml.parse(
            Yaml.SMALL
                .replace("    base_encoder_output_dim: 8\n", "    pooling_type: mean\n")
                .replace("    converter_kwargs:\n      vector_dimensions: [8, 8, 1]\n", "")
                .replace("  loss_type", "  model_type: biencoder\n  loss_type")
                .replace("  seed: 1", "  hyper_head_start: official"));
    assertThat(config.model().hyper()).isEmpty();
    assertThat(config.model().query().pooling()).isEqualTo(Pooling.MEAN);
    assertThat(config.remarks()).singleElement().asString().contains("hyper_head_start");
  }

  @Test
  void withoutLabelsKeyNullIsNotTheDefault() throws IOException {
    assertThat(
            Yaml.with("num_negatives_to_sample: 1", "num_negatives_to_sample: 1\n  label_key: null")
                .data()
                .labelKey())
        .isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsNamed(@TempDir Path directory) {
    Path file = directory.resolve("none.yaml");
    assertThatThrownBy(() -> TrainingConfig.read(file))
        .isInstanceOf(ConfigException.class)
        .hasMessage(file + ":1: there is no such file");
  }

  @Test
  void otherBytesThanUtf8AreNamed(@TempDir Path directory) throws IOException {
    Path file = Files.write(directory.resolve("latin.yaml"), new byte[] {(byte) 0xe9, 'a'});
    assertThatThrownBy(() -> TrainingConfig.read(file))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("UTF-8");
  }
}
