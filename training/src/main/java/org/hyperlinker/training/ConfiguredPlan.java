package org.hyperlinker.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.training.config.BatchConfig;
import org.hyperlinker.training.config.DataConfig;
import org.hyperlinker.training.config.EvaluationConfig;
import org.hyperlinker.training.config.HyperEncoderConfig;
import org.hyperlinker.training.config.HyperlinkerConfig;
import org.hyperlinker.training.config.LossConfig;
import org.hyperlinker.training.config.ModelConfig;
import org.hyperlinker.training.config.OptimizerConfig;
import org.hyperlinker.training.config.ReportTo;
import org.hyperlinker.training.config.Resume;
import org.hyperlinker.training.config.Sampler;
import org.hyperlinker.training.config.SavingConfig;
import org.hyperlinker.training.config.ScheduleConfig;
import org.hyperlinker.training.config.TextConfig;
import org.hyperlinker.training.config.TrainerConfig;
import org.hyperlinker.training.config.TrainingConfig;
import org.hyperlinker.training.config.When;
import org.hyperlinker.training.data.Sampling;
import org.hyperlinker.training.loss.BatchLoss;
import org.hyperlinker.training.loss.CrossEntropyLoss;
import org.hyperlinker.training.loss.MarginMseLoss;
import org.hyperlinker.training.loss.MultiSimilarityLoss;
import org.hyperlinker.training.optimizer.AdamW;
import org.hyperlinker.training.optimizer.LearningRateSchedule;
import org.hyperlinker.training.plan.DataPlan;
import org.hyperlinker.training.plan.LoopSettings;
import org.hyperlinker.training.plan.ModelPlan;
import org.hyperlinker.training.plan.RunLength;
import org.hyperlinker.training.plan.TrainingPlan;

/** From the official configuration to a plan. */
final class ConfiguredPlan {

  private ConfiguredPlan() {}

  /** The run that a configuration describes. */
  static TrainingPlan of(TrainingConfig config) {
    TrainerConfig trainer = config.trainer();
    SavingConfig saving = trainer.saving();
    return new TrainingPlan(
        model(
            config.model(),
            config.data(),
            config.hyperlinker(),
            trainer.logging().runName().map(name -> Map.of("run_name", name)).orElse(Map.of())),
        data(config.data(), trainer.batch(), config.hyperlinker()),
        losses(config.model(), config.hyperlinker()),
        length(trainer.schedule()),
        loop(trainer, config.hyperlinker()),
        saving.outputDir(),
        saving.overwrite(),
        !(trainer.resume() instanceof Resume.Never),
        trainer.resume() instanceof Resume.From from
            ? Optional.of(from.checkpoint())
            : Optional.empty(),
        trainer.logging().reportTo().contains(ReportTo.TENSORBOARD)
            ? Optional.of(trainer.logging().directory().orElse(saving.outputDir().resolve("logs")))
            : Optional.empty(),
        config.hyperlinker().threads());
  }

  private static ModelPlan model(
      ModelConfig model, DataConfig data, HyperlinkerConfig own, Map<String, String> provenance) {
    Optional<HyperEncoderConfig> hyper = model.hyper();
    TextConfig text = own.text();
    return new ModelPlan(
        model.start(),
        model.itemStart(),
        model.tokenizer(),
        model.checkpointPath().map(Path::of),
        hyper.map(HyperEncoderConfig::converter),
        model.query().pooling(),
        model.passage().poolingType(),
        model.sharedEncoder(),
        model.query().freezeTransformer(),
        model.passage().freezeTransformer(),
        hyper.flatMap(HyperEncoderConfig::embeddingRepresentation),
        own.embeddingProjection(),
        own.hyperHead().start(),
        own.hyperHead().scaleToWidth(),
        own.dropout(),
        new ModelSettings(
            text.query(),
            text.item(),
            data.queryMaxLength().orElse(text.maxQueryLength()),
            text.maxItemLength(),
            own.itemSimilarity(),
            provenance));
  }

  private static DataPlan data(DataConfig data, BatchConfig batch, HyperlinkerConfig own) {
    return new DataPlan(
        data.training(),
        data.validation(),
        new Sampling(
            data.positiveFilter(),
            data.positives(),
            data.positiveSampler() == Sampler.ALL,
            data.negatives(),
            data.negativeSampler() == Sampler.ALL,
            data.labelKey().isPresent(),
            data.randomSeed()),
        batch.train(),
        batch.evaluation(),
        batch.dropLast(),
        own.lengthBucketing());
  }

  private static List<BatchLoss> losses(ModelConfig model, HyperlinkerConfig own) {
    return model.losses().stream()
        .<BatchLoss>map(
            loss ->
                switch (loss) {
                  case LossConfig.CrossEntropy(double scale, boolean inBatch, boolean firstOnly) ->
                      new CrossEntropyLoss(scale, own.similarityScale(), inBatch, firstOnly);
                  case LossConfig.MarginMse(double scale) -> new MarginMseLoss(scale);
                  case LossConfig.MultiSimilarity(
                          double scale,
                          double alpha,
                          double beta,
                          double base,
                          double margin) ->
                      new MultiSimilarityLoss(scale, alpha, beta, base, margin);
                })
        .toList();
  }

  private static RunLength length(ScheduleConfig schedule) {
    return new RunLength(
        schedule.maxSteps().orElse(-1),
        schedule.epochs(),
        schedule.warmupRatio(),
        schedule.warmupSteps(),
        schedule.kind());
  }

  private static LoopSettings loop(TrainerConfig trainer, HyperlinkerConfig own) {
    OptimizerConfig optimizer = trainer.optimizer();
    EvaluationConfig evaluation = trainer.evaluation();
    SavingConfig saving = trainer.saving();
    return new LoopSettings(
        trainer.batch().gradientAccumulationSteps(),
        new LearningRateSchedule(trainer.schedule().kind(), 0, 1),
        optimizer.learningRate(),
        own.hyperHead().learningRate().orElse(optimizer.learningRate()),
        optimizer.weightDecay(),
        new AdamW.Settings(
            optimizer.beta1(), optimizer.beta2(), optimizer.epsilon(), optimizer.maxGradNorm()),
        own.maskSameConcept(),
        new LoopSettings.Evaluation(
            every(evaluation.when(), evaluation.steps()),
            evaluation.onStart(),
            saving.loadBestAtEnd(),
            own.earlyStopping().patience(),
            own.earlyStopping().threshold()),
        new LoopSettings.Saving(
            every(saving.when(), saving.steps()), saving.totalLimit().orElse(0)),
        new LoopSettings.Logging(
            every(trainer.logging().when(), trainer.logging().steps()),
            trainer.logging().firstStep()),
        own.seed(),
        own.maxTime().orElse(Duration.ZERO));
  }

  private static long every(When when, int steps) {
    return switch (when) {
      case NO -> 0;
      case STEPS -> steps;
      case EPOCH -> LoopSettings.EACH_EPOCH;
    };
  }
}
