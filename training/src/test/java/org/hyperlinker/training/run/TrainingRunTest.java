package org.hyperlinker.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleItem;
import org.hyperlinker.core.example.ExampleQuery;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.formats.example.ExampleWriter;
import org.hyperlinker.model.directory.ModelTensors;
import org.hyperlinker.model.directory.Pooling;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.qnet.Similarity;
import org.hyperlinker.model.weights.SafeTensors;
import org.hyperlinker.training.TinyEncoder;
import org.hyperlinker.training.TrainedModel;
import org.hyperlinker.training.data.PositiveFilter;
import org.hyperlinker.training.data.Sampling;
import org.hyperlinker.training.loss.CrossEntropyLoss;
import org.hyperlinker.training.loss.MarginMseLoss;
import org.hyperlinker.training.optimizer.AdamW;
import org.hyperlinker.training.optimizer.LearningRateSchedule;
import org.hyperlinker.training.plan.DataPlan;
import org.hyperlinker.training.plan.HeadStart;
import org.hyperlinker.training.plan.LoopSettings;
import org.hyperlinker.training.plan.ModelPlan;
import org.hyperlinker.training.plan.RunLength;
import org.hyperlinker.training.plan.TrainingPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {

  private static final List<String[]> PAIRS =
      List.of(
          new String[] {"heart attack", "myocardial infarction"},
          new String[] {"kidney failure", "renal failure"},
          new String[] {"liver disease", "hepatic disease"},
          new String[] {"acute pain", "pain"},
          new String[] {"aspirin", "acid"},
          new String[] {"high blood pressure", "high pressure"},
          new String[] {"cardiac arrest", "heart arrest"});

  @TempDir private Path folder;
  private Path base;
  private Path data;

  @BeforeEach
  void writeInputs() throws IOException {
    base = TinyEncoder.write(folder.resolve("base"));
    data = folder.resolve("train.jsonl");
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < PAIRS.size(); i++) {
      examples.add(
          new Example(
              new ExampleQuery("q" + i, PAIRS.get(i)[0]),
              List.of(
                  new ExampleItem("c" + i, PAIRS.get(i)[1], OptionalDouble.of(1), "positive"))));
    }
    ExampleWriter.write(data, examples);
  }

  @Test
  void aKilledAndResumedRunEndsWithTheWeightsOfAnUndisturbedOne() throws IOException {
    Path whole = new TrainingRun(plan("whole", 8, 0.05, false), TrainingListener.SILENT).execute();
    TrainingListener killer =
        new TrainingListener() {
          @Override
          public void step(StepReport report) {
            if (report.step() == 5) {
              throw new IllegalStateException("killed");
            }
          }
        };
    assertThatThrownBy(() -> new TrainingRun(plan("cut", 8, 0.05, false), killer).execute())
        .hasMessage("killed");
    assertThat(folder.resolve("cut/model")).doesNotExist();
    Path resumed = new TrainingRun(plan("cut", 8, 0.05, true), TrainingListener.SILENT).execute();
    try (SafeTensors expected = SafeTensors.open(whole.resolve("model.safetensors"));
        SafeTensors actual = SafeTensors.open(resumed.resolve("model.safetensors"))) {
      assertThat(actual.names()).isEqualTo(expected.names());
      for (String name : expected.names()) {
        assertThat(actual.floats(name)).as(name).isEqualTo(expected.floats(name));
      }
    }
    assertThat(Files.readAllLines(folder.resolve("cut/metrics.jsonl"))).hasSize(8);
  }

  @Test
  void anInterruptedRunSavesACheckpointAndSaysWhere() {
    TrainingListener interrupter =
        new TrainingListener() {
          @Override
          public void step(StepReport report) {
            if (report.step() == 3) {
              Thread.currentThread().interrupt();
            }
          }
        };
    assertThatThrownBy(
            () -> new TrainingRun(plan("stopped", 8, 0.05, false), interrupter).execute())
        .isInstanceOf(TrainingInterruptedException.class)
        .hasMessageContaining("step 3")
        .hasMessageContaining("checkpoint-3");
    assertThat(folder.resolve("stopped/checkpoint-3/state.json")).exists();
  }

  /** Steps 2, 4, 6 and 8 save; an interruption there must not close the files under the saving. */
  @Test
  void aRunMayBeInterruptedWhereItSaves() {
    TrainingListener interrupter =
        new TrainingListener() {
          @Override
          public void step(StepReport report) {
            if (report.step() == 4) {
              Thread.currentThread().interrupt();
            }
          }
        };
    assertThatThrownBy(() -> new TrainingRun(plan("saving", 8, 0, false), interrupter).execute())
        .isInstanceOf(TrainingInterruptedException.class)
        .hasMessageContaining("checkpoint-4");
    assertThat(folder.resolve("saving/checkpoint-4/state.json")).exists();
  }

  @Test
  void aLineOfTheLogThatWasCutIsDropped() throws IOException {
    new TrainingRun(plan("log", 2, 0, false), TrainingListener.SILENT).execute();
    Files.writeString(
        folder.resolve("log/metrics.jsonl"), "{\"step\":3,\"lo", StandardOpenOption.APPEND);
    new TrainingRun(plan("log", 2, 0, true), TrainingListener.SILENT).execute();
    assertThat(Files.readAllLines(folder.resolve("log/metrics.jsonl"))).hasSize(2);
  }

  @Test
  void theLossFallsAndTheModelScoresItsPairs() throws IOException {
    Map<Long, Double> losses = new TreeMap<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void step(StepReport report) {
            losses.put(report.step(), report.loss());
          }
        };
    Path model = new TrainingRun(plan("falls", 60, 0.0, false), listener).execute();
    assertThat(losses.get(60L)).isLessThan(0.5 * losses.get(1L));
    try (TrainedModel trained = TrainedModel.open(model, 1)) {
      assertThat(trained.dimension()).isEqualTo(TinyEncoder.HIDDEN);
      assertThat(trained.encodeItems(List.of("pain", "acid"))).hasDimensions(2, 16);
      assertThat(trained.encodeQueries(List.of("heart attack")).getFirst())
          .isInstanceOf(QNet.class);
    }
  }

  @Test
  void aProjectionIsLearnedAndSavedAtTheHeadsRate() throws IOException {
    TrainingPlan plan = plan("narrow", 3, 0, false, 0, OptionalInt.of(8));
    Path model = new TrainingRun(plan, TrainingListener.SILENT).execute();
    Path untrained =
        new TrainingRun(plan("start", 0, 0, false, 0, OptionalInt.of(8)), TrainingListener.SILENT)
            .execute();
    try (SafeTensors start = SafeTensors.open(untrained.resolve("model.safetensors"));
        SafeTensors end = SafeTensors.open(model.resolve("model.safetensors"));
        TrainedModel trained = TrainedModel.open(model, 1)) {
      String word = ModelTensors.QUERY_TRANSFORMER + "embeddings.word_embeddings.weight";
      assertThat(end.floats(word)).isEqualTo(start.floats(word));
      assertThat(end.floats(ModelTensors.ITEM_PROJECTION))
          .isNotEqualTo(start.floats(ModelTensors.ITEM_PROJECTION));
      assertThat(trained.dimension()).isEqualTo(8);
      assertThat(trained.encodeItems(List.of("pain"))).hasDimensions(1, 8);
    }
  }

  @Test
  void aLossThatIsNotANumberStopsTheRunAndNamesStepAndQueries() {
    assertThatThrownBy(
            () ->
                new TrainingRun(
                        plan("nan", 50, 0.0, false, 1e30, OptionalInt.empty()),
                        TrainingListener.SILENT)
                    .execute())
        .isInstanceOf(TrainingFailedException.class)
        .hasMessageMatching("the (loss|gradient) is (NaN|Infinity) at step \\d+.*")
        .hasMessageContaining("lower learning_rate");
  }

  @Test
  void anotherRunsFolderIsNotOverwritten() throws IOException {
    new TrainingRun(plan("used", 2, 0, false), TrainingListener.SILENT).execute();
    assertThatThrownBy(
            () -> new TrainingRun(plan("used", 2, 0, false), TrainingListener.SILENT).execute())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("overwrite_output_dir");
  }

  @Test
  void anEarlierRunStaysWhereTheExamplesCannotBeUsed() throws IOException {
    TrainingPlan usable = plan("earlier", 2, 0, false);
    new TrainingRun(usable, TrainingListener.SILENT).execute();
    ExampleItem unscored = new ExampleItem("c", "pain", OptionalDouble.empty(), "positive");
    ExampleWriter.write(
        data, List.of(new Example(new ExampleQuery("bad", "ache"), List.of(unscored))));
    TrainingPlan distilling =
        new TrainingPlan(
            usable.model(),
            usable.data(),
            List.of(new MarginMseLoss(1)),
            usable.length(),
            usable.loop(),
            usable.output(),
            true,
            false,
            Optional.empty(),
            Optional.empty(),
            1);
    assertThatThrownBy(() -> new TrainingRun(distilling, TrainingListener.SILENT).execute())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("query 'bad' has an item without score");
    assertThat(folder.resolve("earlier/checkpoint-2")).isDirectory();
  }

  @Test
  void anotherBaseInTheSameFolderIsAnotherRun() throws IOException {
    String before = plan("one", 2, 0, false).fingerprint();
    assertThat(plan("other", 2, 0, false).fingerprint()).isEqualTo(before);
    Files.writeString(base.resolve("config.json"), "\n", StandardOpenOption.APPEND);
    assertThat(plan("one", 2, 0, false).fingerprint()).isNotEqualTo(before);
  }

  private TrainingPlan plan(String name, long steps, double dropout, boolean resume) {
    return plan(name, steps, dropout, resume, 5e-3, OptionalInt.empty());
  }

  private TrainingPlan plan(
      String name,
      long steps,
      double dropout,
      boolean resume,
      double learningRate,
      OptionalInt projection) {
    int width = projection.orElse(16);
    QNetConfig qNet =
        new QNetConfig(
            List.of(width, width, 1), Activation.RELU, dropout > 0, 0.1, true, true, true, false);
    ModelPlan model =
        new ModelPlan(
            base.toString(),
            base.toString(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(qNet),
            Pooling.MEAN,
            Pooling.MEAN,
            true,
            false,
            false,
            Optional.empty(),
            projection,
            HeadStart.OFFICIAL,
            true,
            OptionalDouble.of(dropout),
            new ModelSettings(
                QueryTemplate.NAME_ONLY,
                ItemTemplate.NAME_ONLY,
                16,
                16,
                Similarity.INNER_PRODUCT,
                Map.of()));
    return new TrainingPlan(
        model,
        new DataPlan(
            data,
            Optional.empty(),
            new Sampling(new PositiveFilter.First(), 1, false, 0, false, false, 3),
            4,
            4,
            false,
            true),
        List.of(new CrossEntropyLoss(1, 1, true, false)),
        new RunLength(steps, 1, 0.1, 0, LearningRateSchedule.Kind.LINEAR),
        new LoopSettings(
            1,
            new LearningRateSchedule(LearningRateSchedule.Kind.LINEAR, 0, steps),
            learningRate,
            Math.max(learningRate, 5e-3),
            0.01,
            new AdamW.Settings(0.9, 0.999, 1e-8, 1),
            true,
            new LoopSettings.Evaluation(0, false, false, 0, 0),
            new LoopSettings.Saving(2, 2),
            new LoopSettings.Logging(1, false),
            11,
            Duration.ZERO),
        folder.resolve(name),
        false,
        resume,
        Optional.empty(),
        Optional.of(folder.resolve(name).resolve("logs")),
        1);
  }
}
