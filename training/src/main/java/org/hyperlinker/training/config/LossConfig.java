package org.hyperlinker.training.config;

/** One of the losses, which are added up: {@code loss_type} with its {@code loss_kwargs}. */
public sealed interface LossConfig {

  /** The factor of this loss in the sum. */
  double scale();

  /**
   * Softmax cross-entropy of the positive against its negatives.
   *
   * @param scale factor in the sum; 1 by default
   * @param useInBatchNegatives whether other queries' items are negatives; true by default
   * @param onlyUseFirstItem with in-batch negatives: only each query's first item takes part; false
   *     by default
   */
  record CrossEntropy(double scale, boolean useInBatchNegatives, boolean onlyUseFirstItem)
      implements LossConfig {

    /** Refuses a scale that is not positive. */
    public CrossEntropy {
      InvalidSetting.requirePositive(scale, "scale");
    }
  }

  /**
   * Mean squared difference of the student's and the teacher's margins.
   *
   * @param scale factor in the sum; 1 by default
   */
  record MarginMse(double scale) implements LossConfig {

    /** Refuses a scale that is not positive. */
    public MarginMse {
      InvalidSetting.requirePositive(scale, "scale");
    }
  }

  /**
   * The multi-similarity loss (ours): items of the positive's concept attract, all others repel.
   *
   * @param scale factor in the sum; 1 by default
   * @param alpha how sharply low positives count; 2 by default
   * @param beta how sharply high negatives count; 50 by default
   * @param base the similarity around which both are measured; 0.5 by default
   * @param margin how far a pair may be from the hardest opposite pair and still count; 0.1 by
   *     default
   */
  record MultiSimilarity(double scale, double alpha, double beta, double base, double margin)
      implements LossConfig {

    /** Refuses factors that are not positive and a negative margin. */
    public MultiSimilarity {
      InvalidSetting.requirePositive(scale, "scale");
      InvalidSetting.requirePositive(alpha, "alpha");
      InvalidSetting.requirePositive(beta, "beta");
      InvalidSetting.requireNotNegative(margin, "margin");
    }
  }

  /** The names in {@code loss_type}. */
  enum Kind {
    /** {@link CrossEntropy}. */
    CROSS_ENTROPY,
    /** {@link MarginMse}. */
    MARGIN_MSE,
    /** {@link MultiSimilarity}. */
    MULTI_SIMILARITY
  }

  /** Reads the {@code loss_kwargs} of one loss. */
  static LossConfig read(Kind kind, YamlSection section) throws ConfigException {
    double scale = section.number("scale", 1.0);
    return switch (kind) {
      case CROSS_ENTROPY -> {
        boolean inBatch = section.bool("use_in_batch_negatives", true);
        boolean firstOnly = section.bool("only_use_first_item", false);
        if (firstOnly && !inBatch) {
          section.remark("only_use_first_item", "it needs use_in_batch_negatives: true");
        }
        if (section.bool("use_query_embedding_representation", false)) {
          section.remark(
              "use_query_embedding_representation",
              "the official code stores it and reads it never");
        }
        section.finish();
        yield section.build(() -> new CrossEntropy(scale, inBatch, firstOnly));
      }
      case MARGIN_MSE -> {
        section.finish();
        yield section.build(() -> new MarginMse(scale));
      }
      case MULTI_SIMILARITY -> {
        double alpha = section.number("alpha", 2);
        double beta = section.number("beta", 50);
        double base = section.number("base", 0.5);
        double margin = section.number("margin", 0.1);
        section.finish();
        yield section.build(() -> new MultiSimilarity(scale, alpha, beta, base, margin));
      }
    };
  }
}
