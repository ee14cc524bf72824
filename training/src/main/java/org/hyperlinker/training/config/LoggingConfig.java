package org.hyperlinker.training.config;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a run tells while it goes on.
 *
 * @param when {@code logging_strategy}; steps by default
 * @param steps {@code logging_steps}: optimizer steps between two lines; 1 by default
 * @param firstStep {@code logging_first_step}: also after the first step; false by default
 * @param directory {@code logging_dir}; empty for the trainer's own choice inside the output
 * @param reportTo {@code report_to}, beside the metrics file, which is always written; empty by
 *     default
 * @param runName {@code run_name}, for display
 * @param progressBar not {@code disable_tqdm}; true by default
 */
public record LoggingConfig(
    When when,
    int steps,
    boolean firstStep,
    Optional<Path> directory,
    Set<ReportTo> reportTo,
    Optional<String> runName,
    boolean progressBar) {

  /** Copies the targets and refuses an interval below 1. */
  public LoggingConfig {
    reportTo = Set.copyOf(reportTo);
    InvalidSetting.requireAtLeast(1, steps, "logging_steps");
  }

  static LoggingConfig read(YamlSection section) throws ConfigException {
    When when = section.choice("logging_strategy", When.STEPS);
    int steps = section.integer("logging_steps", 1);
    boolean first = section.bool("logging_first_step", false);
    Optional<Path> directory = section.optionalPath("logging_dir");
    Set<ReportTo> reportTo = EnumSet.noneOf(ReportTo.class);
    for (YamlValue word : section.words("report_to")) {
      switch (word.text("a word").toLowerCase(Locale.ROOT)) {
        case "none" -> {}
        case "tensorboard" -> reportTo.add(ReportTo.TENSORBOARD);
        default ->
            throw word.error(
                "'report_to': expected none or tensorboard, found "
                    + word.shown()
                    + "; a run sends nothing anywhere, its metrics file can be uploaded");
      }
    }
    Optional<String> name = section.optionalString("run_name");
    boolean bar = !section.bool("disable_tqdm", false);
    return section.build(
        () -> new LoggingConfig(when, steps, first, directory, reportTo, name, bar));
  }
}
