package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.cli.console.CommandFailure;
import org.hyperlinker.linking.confidence.Calibration;
import org.hyperlinker.linking.confidence.CalibrationFile;
import org.hyperlinker.linking.confidence.Conditions;
import picocli.CommandLine.Option;

/** The options that say how sure a link must be. */
final class ConfidenceOptions {

  private static final String AUTO = "auto";

  @Option(
      names = "--calibration",
      paramLabel = "FILE",
      description =
          "What calibrate wrote. Default: calibration.json in the index's or the model's directory,"
              + " if there is one. It holds for the model, names, abbreviations, training mentions"
              + " and rule that it was learned with; with others it is an error where it was asked"
              + " for, and left out, with a line that says why, where it was only found.")
  Path calibration;

  @Option(
      names = "--min-probability",
      paramLabel = "P",
      description =
          "Link only what is at least this sure, 0 to 1; auto is the threshold that calibrate"
              + " found. Needs a calibration.")
  String minProbability;

  /** Whether anything was asked for. */
  boolean given() {
    return calibration != null || minProbability != null;
  }

  /** A calibration and where it lies. */
  record Found(Path file, Calibration calibration) {}

  Optional<Found> calibration(Path index, Path model) throws IOException {
    if (calibration != null) {
      return Optional.of(new Found(calibration, CalibrationFile.read(calibration)));
    }
    for (Path directory : List.of(index, model)) {
      Path file = directory.resolve(Calibration.FILE_NAME);
      if (Files.exists(file)) {
        return Optional.of(new Found(file, CalibrationFile.read(file)));
      }
    }
    return Optional.empty();
  }

  /** The calibration that lies in an index, if it holds under these conditions. */
  static Optional<Calibration> holding(Path index, Conditions conditions, Session session)
      throws IOException {
    Path file = index.resolve(Calibration.FILE_NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return new ConfidenceOptions()
        .holding(Optional.of(new Found(file, CalibrationFile.read(file))), conditions, session);
  }

  /** What is left of a calibration under these conditions. */
  Optional<Calibration> holding(Optional<Found> found, Conditions conditions, Session session) {
    Optional<String> difference =
        found.flatMap(f -> f.calibration().conditions().difference(conditions));
    if (difference.isEmpty()) {
      return found.map(Found::calibration);
    }
    String why =
        found.orElseThrow().file() + " does not hold here: it was learned " + difference.get();
    if (given()) {
      throw new CommandFailure(why + "; evaluate and calibrate again, or link under those");
    }
    session.console().note("no probabilities: " + why);
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
