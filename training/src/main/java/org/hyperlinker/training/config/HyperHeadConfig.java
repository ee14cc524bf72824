package org.hyperlinker.training.config;

import java.util.OptionalDouble;
import org.hyperlinker.training.plan.HeadStart;

/**
 * The hyper-head's start and its learning rate: the keys {@code hyper_head_*} of {@code
 * hyperlinker}. A bi-encoder has no hyper-head; of these keys it knows only the learning rate, and
 * only with a projection.
 *
 * @param learningRate {@code hyper_head_learning_rate}: the highest of the schedule for the weights
 *     of the hyper-head and of an {@code embedding_projection}; empty for that of the whole network
 * @param start {@code hyper_head_start}; official by default
 * @param scaleToWidth {@code scale_hyper_head_to_width}: whether the start values follow the
 *     encoder's width and the branch of the biases starts as small as that of the weights; true by
 *     default. False gives the official constants, which are meant for a width of 768
 */
public record HyperHeadConfig(OptionalDouble learningRate, HeadStart start, boolean scaleToWidth) {

  /** Refuses a negative learning rate. */
  public HyperHeadConfig {
    if (learningRate.isPresent()) {
      InvalidSetting.requireNotNegative(learningRate.getAsDouble(), "hyper_head_learning_rate");
    }
  }

  static HyperHeadConfig read(YamlSection section) throws ConfigException {
    OptionalDouble learningRate = section.optionalDouble("hyper_head_learning_rate");
    HeadStart start = section.choice("hyper_head_start", HeadStart.OFFICIAL);
    boolean scale = section.bool("scale_hyper_head_to_width", true);
    return section.build(() -> new HyperHeadConfig(learningRate, start, scale));
  }
}
