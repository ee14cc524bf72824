package org.hyperlinker.training.config;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.hyperlinker.model.directory.ModelType;
import org.hyperlinker.model.qnet.Similarity;

/**
 * What the official configuration has no key for: the section {@code hyperlinker}.
 *
 * @param maskSameConcept {@code mask_same_concept}: whether, in the in-batch loss, other items of
 *     the positive's concept are left out; true by default. The official code scores them as
 *     negatives
 * @param lengthBucketing {@code length_bucketing}: whether batches hold queries of like length;
 *     true by default
 * @param seed of the start values, the order of the examples and dropout; {@code
 *     hf_trainer_config.seed} by default, and 42 without it
 * @param threads of the computation; 0, the default, for all cores
 * @param hyperHead the hyper-head's start and learning rate
 * @param embeddingProjection {@code embedding_projection}: the width to which a learned linear
 *     layer brings pooled embeddings, a hypencoder's items, a bi-encoder's items and queries;
 *     empty, the default, for those of the encoder as they are
 * @param itemSimilarity {@code item_similarity}: how a bi-encoder compares its vectors; inner
 *     product by default. With {@code cosine} a hypencoder's q-nets see item embeddings of length 1
 * @param similarityScale {@code similarity_scale}: factor of the similarities before the softmax of
 *     the cross-entropy, an inverse temperature; 1 by default
 * @param earlyStopping when the run ends early
 * @param text how texts are read
 * @param dropout the transformer's dropout in training, in place of the model's own; empty for the
 *     model's
 * @param maxTime {@code max_minutes}: after this time the run stops as if it had reached its end,
 *     with its model saved; the learning rate follows the full length all the same. Empty (0, the
 *     default) for no limit
 */
public record HyperlinkerConfig(
    boolean maskSameConcept,
    boolean lengthBucketing,
    long seed,
    int threads,
    HyperHeadConfig hyperHead,
    OptionalInt embeddingProjection,
    Similarity itemSimilarity,
    double similarityScale,
    EarlyStopping earlyStopping,
    TextConfig text,
    OptionalDouble dropout,
    Optional<Duration> maxTime) {

  /** Refuses values out of range. */
  public HyperlinkerConfig {
    InvalidSetting.requireAtLeast(0, threads, "threads");
    if (embeddingProjection.isPresent()) {
      InvalidSetting.requireAtLeast(1, embeddingProjection.getAsInt(), "embedding_projection");
    }
    InvalidSetting.requirePositive(similarityScale, "similarity_scale");
    if (dropout.isPresent()) {
      InvalidSetting.requireFraction(dropout.getAsDouble(), "dropout");
    }
  }

  /**
   * Reads the section.
   *
   * @param type what the model is, for remarks on keys of the other kind
   * @param data whose length of queries is the default
   * @param trainerSeed {@code hf_trainer_config.seed}, if given
   */
  static HyperlinkerConfig read(
      YamlSection section, ModelType type, DataConfig data, OptionalLong trainerSeed)
      throws ConfigException {
    boolean mask = section.bool("mask_same_concept", true);
    boolean bucketing = section.bool("length_bucketing", true);
    long seed = section.whole("seed", trainerSeed.orElse(42));
    if (trainerSeed.isPresent() && trainerSeed.getAsLong() != seed) {
      throw section.error(
          "seed",
          "'hyperlinker.seed' is "
              + seed
              + " and 'hf_trainer_config.seed' is "
              + trainerSeed.getAsLong()
              + "; give one of them");
    }
    int threads = section.integer("threads", 0);
    HyperHeadConfig head = HyperHeadConfig.read(section);
    OptionalInt projection = section.optionalInt("embedding_projection");
    Similarity similarity = section.choice("item_similarity", Similarity.INNER_PRODUCT);
    double scale = section.number("similarity_scale", 1.0);
    EarlyStopping stopping = EarlyStopping.read(section);
    TextConfig text = TextConfig.read(section, data);
    OptionalDouble dropout = section.optionalDouble("dropout");
    double minutes = section.number("max_minutes", 0);
    section.finish();
    remarkOtherKind(section, type, projection.isPresent());
    return section.build(
        () -> {
          InvalidSetting.requireNotNegative(minutes, "max_minutes");
          Optional<Duration> maxTime =
              minutes == 0
                  ? Optional.empty()
                  : Optional.of(Duration.ofMillis(Math.round(minutes * 60_000)));
          return new HyperlinkerConfig(
              mask,
              bucketing,
              seed,
              threads,
              head,
              projection,
              similarity,
              scale,
              stopping,
              text,
              dropout,
              maxTime);
        });
  }

  private static void remarkOtherKind(YamlSection section, ModelType type, boolean projects) {
    switch (type) {
      case HYPENCODER -> {}
      case BIENCODER -> {
        if (!projects) {
          section.disregard(
              "hyper_head_learning_rate",
              "a biencoder has no hyper-head and this one no projection");
        }
        for (String key : new String[] {"hyper_head_start", "scale_hyper_head_to_width"}) {
          section.disregard(key, "a biencoder has no hyper-head");
        }
      }
    }
  }
}
