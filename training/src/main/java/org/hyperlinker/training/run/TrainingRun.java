package org.hyperlinker.training.run;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.formats.example.ExampleReader;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.training.data.BatchOrder;
import org.hyperlinker.training.data.TrainingSet;
import org.hyperlinker.training.loss.BatchLoss;
import org.hyperlinker.training.network.Torch;
import org.hyperlinker.training.optimizer.LearningRateSchedule;
import org.hyperlinker.training.plan.DataPlan;
import org.hyperlinker.training.plan.LoopSettings;
import org.hyperlinker.training.plan.TrainingPlan;
import org.hyperlinker.training.start.NewNetwork;

/** Carries out a plan: data, network, loop, model. */
public final class TrainingRun {

  /** Item texts that an inner-product start or a new projection looks at. */
  private static final int SAMPLE = 2000;

  private final TrainingPlan plan;
  private final TrainingListener listener;

  /** A run that reports to a listener. */
  public TrainingRun(TrainingPlan plan, TrainingListener listener) {
    this.plan = plan;
    this.listener = listener;
  }

  /**
   * Trains and writes the model directory {@code model/} below the output folder.
   *
   * @return the model directory
   * @throws IOException if data cannot be read or output not written, or another run writes there
   * @throws TrainingFailedException if the loss or gradient is not a number
   * @throws TrainingInterruptedException if the thread was interrupted; a checkpoint stands
   */
  public Path execute() throws IOException {
    List<Example> examples = ExampleReader.readAll(plan.data().training());
    String fingerprint = plan.fingerprint();
    long seed = plan.loop().seed();
    try (OutputLock _ = OutputLock.take(plan.output());
        NDManager manager = Torch.newManager(plan.threads());
        NewNetwork made = NewNetwork.build(plan.model(), sample(examples), seed, manager)) {
      ModelSettings settings = settings(fingerprint);
      CheckpointStore store =
          new CheckpointStore(
              plan.output(), made.config(), settings, made.tokenizer(), fingerprint);
      BatchSource training = source(examples, made, true);
      Optional<BatchSource> validation = validation(made);
      // Behind all that may be refused: an earlier run may be replaced here.
      Optional<Path> checkpoint = checkpoint(store);
      double stepsPerEpoch = (double) training.perEpoch() / plan.loop().accumulation();
      LearningRateSchedule schedule = plan.length().over(stepsPerEpoch);
      TrainingLoop loop =
          new TrainingLoop(
              new BatchComputation(
                  made.network(),
                  plan.losses(),
                  plan.loop().maskSameConcept(),
                  made.tokenizer().padId(),
                  manager),
              training,
              validation,
              plan.loop().over(schedule),
              store,
              new RunLog(plan.output(), plan.tensorBoard()),
              listener);
      listener.remark(
          "%,d examples, %,d steps, %,d parameters"
              .formatted(
                  examples.size(), schedule.totalSteps(), made.network().parameters().count()));
      if (checkpoint.isPresent()) {
        loop.resume(checkpoint.get());
      }
      return loop.run();
    }
  }

  private static List<String> sample(List<Example> examples) {
    int step = Math.max(1, examples.size() / SAMPLE);
    List<String> texts =
        examples.stream().map(example -> example.items().getFirst().content()).distinct().toList();
    List<String> sample =
        texts.stream()
            .limit((long) SAMPLE * step)
            .filter(text -> Math.floorMod(text.hashCode(), step) == 0)
            .toList();
    // Where few of many examples' texts are distinct, their hashes leave hardly one.
    return sample.size() < Math.min(SAMPLE, texts.size()) / 4
        ? texts.subList(0, Math.min(SAMPLE, texts.size()))
        : sample;
  }

  private BatchSource source(List<Example> examples, NewNetwork made, boolean training) {
    DataPlan data = plan.data();
    ModelSettings settings = plan.model().settings();
    TrainingSet set =
        new TrainingSet(
            examples,
            data.sampling(),
            made.tokenizer(),
            settings.queryMaxLength(),
            settings.itemMaxLength());
    if (plan.losses().stream().anyMatch(BatchLoss::needsTeacherScores)) {
      set.requireScores();
    }
    int batchSize = training ? data.batchSize() : data.validationBatchSize();
    if (data.sampling().allNegatives() && batchSize > 1) {
      set.requireEqualNegatives();
    }
    return new BatchSource(
        set,
        new BatchOrder(
            set.size(),
            batchSize,
            training && data.dropLast(),
            // A fixed shuffle keeps a concept's examples, which stand together in a file, apart:
            // in file order even a perfect model has a high in-batch loss.
            true,
            training && data.bucketed(),
            data.sampling().seed()));
  }

  private Optional<BatchSource> validation(NewNetwork made) throws IOException {
    LoopSettings.Evaluation evaluation = plan.loop().evaluation();
    boolean looked = evaluation.every() != 0 || evaluation.atStart();
    if (plan.data().validation().isEmpty() || !looked) {
      return Optional.empty();
    }
    List<Example> examples = ExampleReader.readAll(plan.data().validation().get());
    return Optional.of(source(examples, made, false));
  }

  private Optional<Path> checkpoint(CheckpointStore store) throws IOException {
    if (plan.resume()) {
      Optional<Path> found = plan.resumeFrom().isPresent() ? plan.resumeFrom() : store.newest();
      if (found.isEmpty()) {
        listener.remark("no checkpoint in " + plan.output() + " yet: starting from the beginning");
      }
      return found;
    }
    boolean used = store.newest().isPresent() || Files.exists(plan.output().resolve("model"));
    if (used && !plan.overwrite()) {
      throw new IOException(
          plan.output()
              + " holds an earlier run; set resume_from_checkpoint: true to go on with it, or"
              + " overwrite_output_dir: true to replace it");
    }
    for (Path old : store.checkpoints()) {
      AtomicFiles.delete(old);
    }
    return Optional.empty();
  }

  private ModelSettings settings(String fingerprint) throws IOException {
    ModelSettings settings = plan.model().settings();
    Map<String, String> provenance = new TreeMap<>(settings.provenance());
    provenance.put("run", fingerprint);
    provenance.put("training_data_sha256", Sha256.of(plan.data().training()));
    provenance.put("seed", Long.toString(plan.loop().seed()));
    provenance.put("jvm", Runtime.version().toString());
    return new ModelSettings(
        settings.query(),
        settings.item(),
        settings.queryMaxLength(),
        settings.itemMaxLength(),
        settings.similarity(),
        provenance);
  }
}
