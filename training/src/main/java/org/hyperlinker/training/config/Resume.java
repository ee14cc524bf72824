package org.hyperlinker.training.config;

import java.nio.file.Path;
import java.util.Locale;

/** Where a run begins: {@code trainer_config.resume_from_checkpoint}. */
public sealed interface Resume {

  /** At the first step; the default. */
  record Never() implements Resume {}

  /**
   * At the last checkpoint of the output directory, or at the first step where there is none (one
   * official trainer fails then).
   */
  record Latest() implements Resume {}

  /**
   * At this checkpoint.
   *
   * @param checkpoint its directory
   */
  record From(Path checkpoint) implements Resume {}

  /** Reads false, true or a path. */
  static Resume read(YamlSection section) throws ConfigException {
    String key = "resume_from_checkpoint";
    return switch (section.string(key, "false").toLowerCase(Locale.ROOT)) {
      case "false", "no" -> new Never();
      case "true", "yes" -> new Latest();
      default -> new From(section.optionalPath(key).orElseThrow());
    };
  }
}
