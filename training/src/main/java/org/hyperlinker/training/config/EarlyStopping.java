package org.hyperlinker.training.config;

/**
 * When a run ends because the validation loss falls no more.
 *
 * @param patience {@code early_stopping_patience}: evaluations without a new best after which the
 *     run ends; 0, the default, for never
 * @param threshold {@code early_stopping_threshold}: by how much a loss must be lower to be a new
 *     best; 0 by default
 */
public record EarlyStopping(int patience, double threshold) {

  /** Refuses negative values. */
  public EarlyStopping {
    InvalidSetting.requireAtLeast(0, patience, "early_stopping_patience");
    InvalidSetting.requireNotNegative(threshold, "early_stopping_threshold");
  }

  /** Whether a run may end early. */
  public boolean enabled() {
    return patience > 0;
  }

  static EarlyStopping read(YamlSection section) throws ConfigException {
    int patience = section.integer("early_stopping_patience", 0);
    double threshold = section.number("early_stopping_threshold", 0);
    return section.build(() -> new EarlyStopping(patience, threshold));
  }
}
