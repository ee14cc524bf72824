package org.hyperlinker.experiments.plan;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Where a model comes from. */
public sealed interface ModelSource {

  /**
   * Trained as a configuration says, but for some settings. Every seed gives a model.
   *
   * @param config a training configuration in YAML
   * @param changes values by their places, such as {@code hyperlinker.seed}
   */
  record Trained(Path config, SequencedMap<String, Object> changes) implements ModelSource {

    /** Copies the changes. */
    public Trained {
      changes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(changes));
    }
  }

  /**
   * At hand. It is the same for every seed.
   *
   * @param directory a model directory
   */
  record Given(Path directory) implements ModelSource {}
}
