package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.linking.confidence.Calibration;
import org.hyperlinker.linking.confidence.CalibrationFile;
import picocli.CommandLine.Option;

/** The options that say how sure a link must be. */
final class ConfidenceOptions {

  private static final String AUTO = "auto";

  @Option(
      names = "--calibration",
      paramLabel = "FILE",
      description =
          "What calibrate wrote. Default: calibration.json in the index's or the model's directory,"
              + " if there is one.")
  Path calibration;

  @Option(
      names = "--min-probability",
      paramLabel = "P",
      description =
          "Link only what is at least this sure, 0 to 1; auto is the threshold that calibrate"
              + " found. Needs a calibration.")
  String minProbability;

  Optional<Calibration> calibration(Path index, Path model) throws IOException {
    if (calibration != null) {
      return Optional.of(CalibrationFile.read(calibration));
    }
    for (Path directory : List.of(index, model)) {
      Path file = directory.resolve(Calibration.FILE_NAME);
      if (Files.exists(file)) {
        return Optional.of(CalibrationFile.read(file));
      }
    }
    return Optional.empty();
  }

  /** The least probability of a link; 0 where nothing is asked. */
  double least(Optional<Calibration> found) {
    if (minProbability == null) {
      return 0;
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "--min-probability needs a calibration; make one with hyperlinker calibrate and give it"
              + " as --calibration");
    }
    if (minProbability.equals(AUTO)) {
      return found
          .get()
          .threshold()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "--min-probability auto: the calibration reached its wanted precision at no"
                          + " threshold; give a number, or calibrate with another --precision"));
    }
    try {
      double least = Double.parseDouble(minProbability);
      if (least >= 0 && least <= 1) {
        return least;
      }
    } catch (NumberFormatException e) {
      // The complaint below says what is expected.
    }
    throw new IllegalArgumentException(
        "--min-probability " + minProbability + ": expected auto or a number from 0 to 1");
  }
}
