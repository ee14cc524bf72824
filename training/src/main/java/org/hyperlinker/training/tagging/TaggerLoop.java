package org.hyperlinker.training.tagging;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.hyperlinker.model.directory.TaggerConfig;
import org.hyperlinker.model.tagging.PassageTagger;
import org.hyperlinker.model.token.Tokenizer;
import org.hyperlinker.training.data.BatchOrder;
import org.hyperlinker.training.network.TaggerNetwork;
import org.hyperlinker.training.network.Torch;
import org.hyperlinker.training.optimizer.AdamW;
import org.hyperlinker.training.optimizer.LearningRateSchedule;
import org.hyperlinker.training.run.StepReport;
import org.hyperlinker.training.run.TrainingFailedException;
import org.hyperlinker.training.run.TrainingInterruptedException;
import org.hyperlinker.training.run.TrainingListener;

/**
 * The steps of a tagger's training. Everything random at a step follows from the seed and the
 * step's number, so that a resumed run ends with the weights of an undisturbed one.
 */
final class TaggerLoop {

  private static final AdamW.Settings ADAM = new AdamW.Settings(0.9, 0.999, 1e-8, 1);

  private final TaggerSettings settings;
  private final TaggerNetwork network;
  private final PassageTagger tagger;
  private final Data data;
  private final TaggerCheckpoints checkpoints;
  private final TrainingListener listener;
  private final AdamW optimizer;
  private final BatchOrder order;
  private final LearningRateSchedule schedule;

  private long firstStep;
  private long started;
  private long trained;

  /**
   * What is learned from and measured on.
   *
   * @param examples windows to learn from
   * @param heldOut documents to measure on; may be none
   */
  record Data(List<TaggerExample> examples, List<MarkedDocument> heldOut) {}

  TaggerLoop(
      TaggerSettings settings,
      TaggerConfig config,
      TaggerNetwork network,
      Tokenizer tokenizer,
      Data data,
      TaggerCheckpoints checkpoints,
      TrainingListener listener) {
    this.settings = settings;
    this.network = network;
    this.tagger = new PassageTagger(config.scheme(), config.maxLength(), tokenizer, network);
    this.data = data;
    this.checkpoints = checkpoints;
    this.listener = listener;
    this.order =
        new BatchOrder(
            data.examples().size(), settings.batchSize(), false, true, true, settings.seed());
    long steps = (long) settings.epochs() * order.batches();
    this.schedule =
        new LearningRateSchedule(
            LearningRateSchedule.Kind.LINEAR, Math.round(TaggerSettings.WARMUP * steps), steps);
    network.parameters().requireGradients();
    this.optimizer =
        new AdamW(
            ADAM,
            network.parameters(),
            name ->
                name.endsWith(".bias") || name.contains("LayerNorm")
                    ? 0
                    : TaggerSettings.WEIGHT_DECAY);
  }

  /** Trains to the end, from the newest checkpoint if there is one. */
  void run() throws IOException {
    firstStep = checkpoints.restore(network.parameters(), optimizer).orElse(0L);
    listener.remark(
        String.format(
            Locale.ROOT,
            "%,d windows, %,d steps, %,d parameters%s",
            data.examples().size(),
            schedule.totalSteps(),
            network.parameters().count(),
            firstStep > 0 ? "; resumed after step " + firstStep : ""));
    started = System.nanoTime();
    List<List<Integer>> batches = List.of();
    int epoch = -1;
    for (long step = firstStep; step < schedule.totalSteps(); step++) {
      int wanted = Math.toIntExact(step / order.batches());
      if (wanted != epoch) {
        epoch = wanted;
        batches = order.epoch(epoch, i -> data.examples().get(i).input().ids().length);
      }
      step(step, batches.get(Math.toIntExact(step % order.batches())));
      afterStep(step + 1);
    }
  }

  private void step(long step, List<Integer> batch) {
    Torch.engine(0).setRandomSeed(Long.hashCode(settings.seed() * 1_000_003L + step));
    network.parameters().zeroGradients();
    List<TaggerExample> examples = batch.stream().map(data.examples()::get).toList();
    double loss = accumulate(examples, step);
    double norm = optimizer.gradientNorm();
    if (!Double.isFinite(norm)) {
      throw failure("gradient", norm, step);
    }
    double factor = schedule.factor(step);
    optimizer.step(
        norm,
        name -> factor * (isNew(name) ? settings.headLearningRate() : settings.learningRate()));
    trained += examples.size();
    double elapsed = (System.nanoTime() - started) / 1e9;
    long done = step + 1;
    listener.step(
        new StepReport(
            done,
            schedule.totalSteps(),
            (double) done / order.batches(),
            loss,
            norm,
            factor * settings.learningRate(),
            trained / elapsed,
            elapsed / (done - firstStep) * (schedule.totalSteps() - done)));
  }

  private double accumulate(List<TaggerExample> examples, long step) {
    try (NDScope scope = new NDScope();
        GradientCollector collector = Torch.engine(0).newGradientCollector()) {
      scope.suppressNotUsedWarning();
      NDArray scores = network.scores(examples.stream().map(TaggerExample::input).toList(), true);
      NDArray loss = TagLoss.of(scores, examples);
      double value = loss.getFloat();
      if (!Double.isFinite(value)) {
        throw failure("loss", value, step);
      }
      collector.backward(loss);
      return value;
    }
  }

  private static TrainingFailedException failure(String what, double value, long step) {
    return new TrainingFailedException(
        "the " + what + " is " + value + " at step " + (step + 1) + "; lower the learning rates");
  }

  private static boolean isNew(String name) {
    return name.equals(TaggerConfig.MARKS) || name.startsWith(TaggerConfig.HEAD + ".");
  }

  private void afterStep(long done) throws IOException {
    boolean epochEnds = done % order.batches() == 0;
    boolean due = settings.checkpointEvery() > 0 && done % settings.checkpointEvery() == 0;
    boolean interrupted = Thread.interrupted();
    if (epochEnds || due || interrupted) {
      var saved = checkpoints.save(done, network.parameters(), optimizer);
      if (interrupted) {
        throw new TrainingInterruptedException(done, saved);
      }
    }
    if (epochEnds && !data.heldOut().isEmpty()) {
      SpanAgreement agreement = SpanAgreement.of(tagger, data.heldOut());
      listener.remark(
          String.format(
              Locale.ROOT,
              "epoch %d: F1 %.4f of span and type on %d documents held out (%d right of %d found,"
                  + " %d sought)",
              done / order.batches(),
              agreement.f1(),
              data.heldOut().size(),
              agreement.right(),
              agreement.found(),
              agreement.gold()));
    }
  }
}
