package org.hyperlinker.training.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.model.directory.ModelTensors;
import org.hyperlinker.training.data.TrainingRow;
import org.hyperlinker.training.network.DualEncoder;
import org.hyperlinker.training.network.Scalars;
import org.hyperlinker.training.network.Torch;
import org.hyperlinker.training.optimizer.AdamW;
import org.hyperlinker.training.plan.LoopSettings;

/**
 * The training loop. Interrupting its thread makes it save a checkpoint and stop.
 *
 * <p>Everything random at a step follows from the seed and the step's number, so that a run that
 * was killed and resumed ends with the weights of an undisturbed one.
 */
final class TrainingLoop {

  private static final String HEAD = "query_encoder.";
  private static final String TRANSFORMER = "query_encoder.transformer.";

  private final DualEncoder network;
  private final BatchComputation computation;
  private final BatchSource training;
  private final Optional<BatchSource> validation;
  private final LoopSettings settings;
  private final CheckpointStore store;
  private final RunLog log;
  private final TrainingListener listener;
  private final AdamW optimizer;

  private Progress progress = Progress.START;
  private double secondsBefore;
  private long firstStep;
  private long rowsTrained;
  private long started;
  private long lastSaved = -1;

  /** Whether somebody wants the run to end, at a checkpoint. */
  private boolean stopped;

  TrainingLoop(
      BatchComputation computation,
      BatchSource training,
      Optional<BatchSource> validation,
      LoopSettings settings,
      CheckpointStore store,
      RunLog log,
      TrainingListener listener) {
    this.network = computation.network();
    this.computation = computation;
    this.training = training;
    this.validation = validation;
    this.settings = settings;
    this.store = store;
    this.log = log;
    this.listener = listener;
    network.parameters().requireGradients();
    this.optimizer =
        new AdamW(
            settings.adam(),
            network.parameters(),
            name -> decays(name) ? settings.weightDecay() : 0);
  }

  /** Parts that no pretraining has seen: the hyper-head and the projections. */
  private static boolean isNew(String name) {
    return name.startsWith(HEAD) && !name.startsWith(TRANSFORMER)
        || name.equals(ModelTensors.ITEM_PROJECTION);
  }

  private static boolean decays(String name) {
    return !name.endsWith(".bias") && !name.contains("LayerNorm");
  }

  /** Goes on where a checkpoint stands. */
  void resume(Path checkpoint) throws IOException {
    progress = store.restore(checkpoint, network, optimizer);
    secondsBefore = progress.seconds();
    lastSaved = progress.step();
    firstStep = progress.step();
    listener.remark("resumed from " + checkpoint + " after step " + progress.step());
  }

  /** Trains to the end and writes the model. */
  Path run() throws IOException {
    log.rewindTo(progress.step());
    started = System.nanoTime();
    if (settings.evaluation().atStart() && progress.step() == 0 && validation.isPresent()) {
      validate(validation.get());
    }
    while (progress.step() < settings.totalSteps() && !timeIsUp() && !patienceIsOver()) {
      step();
      stopped |= Thread.interrupted();
      if (stopped) {
        throw new TrainingInterruptedException(progress.step(), checkpoint());
      }
    }
    if (lastSaved != progress.step()) {
      checkpoint();
    }
    if (settings.evaluation().keepBest() && progress.bestStep() != Progress.NONE) {
      String best =
          "step "
              + progress.bestStep()
              + ", with the lowest validation loss "
              + progress.bestLoss();
      listener.remark(
          store.loadBest(progress.bestStep(), network)
              ? "the model is that of " + best
              : "the model is that of the last step; there is no checkpoint here of " + best);
    }
    Path model = store.writeModel(network);
    listener.saved(model);
    return model;
  }

  private boolean timeIsUp() {
    return settings.timeLimit().isPositive()
        && seconds() >= settings.timeLimit().toMillis() / 1000.0;
  }

  private boolean patienceIsOver() {
    int patience = settings.evaluation().patience();
    return patience > 0 && progress.evaluationsWithoutGain() >= patience;
  }

  private double seconds() {
    return secondsBefore + (System.nanoTime() - started) / 1e9;
  }

  private void step() throws IOException {
    long step = progress.step();
    Torch.engine(0).setRandomSeed(Long.hashCode(settings.seed() * 1_000_003L + step));
    network.parameters().zeroGradients();
    double loss = 0;
    for (int part = 0; part < settings.accumulation(); part++) {
      loss += accumulate(step, step * settings.accumulation() + part);
    }
    double norm = optimizer.gradientNorm();
    if (!Double.isFinite(norm)) {
      throw failure("the gradient is " + norm, step, List.of());
    }
    double factor = settings.schedule().factor(step);
    optimizer.step(
        norm,
        name -> factor * (isNew(name) ? settings.headLearningRate() : settings.learningRate()));
    progress = progress.at(step + 1, seconds());
    report(loss, norm, factor);
    if (isDue(settings.evaluation().every()) && validation.isPresent()) {
      validate(validation.get());
    }
    if (isDue(settings.saving().every())) {
      checkpoint();
    }
  }

  private boolean isDue(long every) {
    return every == LoopSettings.EACH_EPOCH
        ? endsEpoch(progress.step())
        : every > 0 && progress.step() % every == 0;
  }

  /** Whether the last batch of an epoch was in this step, or the last of the run. */
  private boolean endsEpoch(long step) {
    return step * settings.accumulation() / training.perEpoch()
            > (step - 1) * settings.accumulation() / training.perEpoch()
        || step == settings.totalSteps();
  }

  private double accumulate(long step, long batch) {
    List<TrainingRow> rows = training.batch(batch);
    rowsTrained += rows.size();
    try (NDScope scope = new NDScope();
        GradientCollector collector = Torch.engine(0).newGradientCollector()) {
      scope.suppressNotUsedWarning();
      NDArray loss = Scalars.times(computation.loss(rows, true), 1.0 / settings.accumulation());
      double value = loss.getFloat();
      if (!Double.isFinite(value)) {
        throw failure("the loss is " + value, step, rows);
      }
      collector.backward(loss);
      return value;
    }
  }

  private TrainingFailedException failure(String what, long step, List<TrainingRow> rows) {
    String queries =
        rows.isEmpty()
            ? ""
            : " in the batch of queries "
                + rows.stream().map(TrainingRow::queryId).limit(5).toList()
                + (rows.size() > 5 ? " and " + (rows.size() - 5) + " more" : "");
    String checkpoint =
        lastSaved > 0 ? "; the last good checkpoint is that of step " + lastSaved : "";
    return new TrainingFailedException(
        what
            + " at step "
            + (step + 1)
            + queries
            + checkpoint
            + "; lower learning_rate, or look at the data");
  }

  private void report(double loss, double norm, double factor) throws IOException {
    double elapsed = (System.nanoTime() - started) / 1e9;
    double perStep = elapsed / Math.max(1, progress.step() - firstStep);
    StepReport report =
        new StepReport(
            progress.step(),
            settings.totalSteps(),
            (double) progress.step() * settings.accumulation() / training.perEpoch(),
            loss,
            norm,
            factor * settings.learningRate(),
            rowsTrained / elapsed,
            perStep * (settings.totalSteps() - progress.step()));
    listener.step(report);
    boolean first = settings.logging().firstStep() && progress.step() == 1;
    if (first || isDue(settings.logging().every())) {
      log.step(report);
    }
  }

  private void validate(BatchSource source) throws IOException {
    double sum = 0;
    long rows = 0;
    for (int batch = 0; batch < source.perEpoch(); batch++) {
      List<TrainingRow> part = source.batch(batch);
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        sum += computation.loss(part, false).getFloat() * part.size();
        rows += part.size();
      }
    }
    double loss = sum / rows;
    progress = progress.validated(loss, settings.evaluation().threshold());
    log.validated(progress.step(), loss);
    listener.validated(progress.step(), loss);
    if (settings.evaluation().keepBest() && progress.bestStep() == progress.step()) {
      checkpoint();
    }
  }

  private Path checkpoint() throws IOException {
    // The files of an interrupted thread are closed under it; the interruption is remembered.
    stopped |= Thread.interrupted();
    Path directory;
    try {
      directory = save();
    } catch (IOException e) {
      if (!Thread.interrupted()) {
        throw e;
      }
      stopped = true;
      directory = save();
    }
    lastSaved = progress.step();
    store.prune(settings.saving().keep(), progress.bestStep(), lastSaved);
    listener.saved(directory);
    return directory;
  }

  private Path save() throws IOException {
    return store.save(progress.at(progress.step(), seconds()), network, optimizer);
  }
}
