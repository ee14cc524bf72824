package org.hyperlinker.training.config;

/**
 * A record's complaint about one of its settings, with the YAML key that it came from, so that the
 * reader can name the line.
 */
final class InvalidSetting extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String key;

  /**
   * Names the key and the problem.
   *
   * @param key relative to the section that the record is read from; dots lead into sub-sections
   */
  InvalidSetting(String key, String problem) {
    super(problem);
    this.key = key;
  }

  static void require(boolean holds, String key, String problem) {
    if (!holds) {
      throw new InvalidSetting(key, problem);
    }
  }

  static void requireAtLeast(long least, long found, String key) {
    require(found >= least, key, "'" + key + "': expected " + least + " or more, found " + found);
  }

  static void requireNotNegative(double found, String key) {
    require(
        Double.isFinite(found) && found >= 0,
        key,
        "'" + key + "': expected 0 or a positive number, found " + found);
  }

  static void requirePositive(double found, String key) {
    require(
        Double.isFinite(found) && found > 0,
        key,
        "'" + key + "': expected a positive number, found " + found);
  }

  /** From 0 up to, but without, 1. */
  static void requireFraction(double found, String key) {
    require(
        found >= 0 && found < 1,
        key,
        "'" + key + "': expected a number from 0 to below 1, found " + found);
  }

  String key() {
    return key;
  }
}
