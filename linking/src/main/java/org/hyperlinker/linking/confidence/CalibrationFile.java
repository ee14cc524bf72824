package org.hyperlinker.linking.confidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.json.JsonFiles;
import org.hyperlinker.formats.json.JsonObject;
import org.hyperlinker.formats.json.JsonText;

/** A calibration as a JSON file. */
public final class CalibrationFile {

  private static final int VERSION = 2;

  private CalibrationFile() {}

  /**
   * Writes a calibration.
   *
   * @throws IOException naming the file, if it cannot be written
   */
  public static void write(Path file, Calibration calibration) throws IOException {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    fields.put("version", VERSION);
    fields.put("conditions", calibration.conditions().fields());
    fields.put("candidates", calibration.candidates());
    fields.put("temperature", calibration.temperature());
    fields.put("intercept", calibration.intercept());
    fields.put(
        "weights",
        calibration.weights().stream()
            .map(
                w ->
                    Map.of(
                        "feature", w.feature(),
                        "mean", w.mean(),
                        "scale", w.scale(),
                        "weight", w.weight()))
            .toList());
    fields.put(
        "knots",
        calibration.knots().stream()
            .map(k -> Map.of("raw", k.raw(), "probability", k.probability()))
            .toList());
    fields.put("precision", calibration.precision());
    calibration.threshold().ifPresent(threshold -> fields.put("threshold", threshold));
    String json = JsonText.of(fields) + "\n";
    AtomicFiles.write(file, stream -> stream.write(json.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Reads a calibration.
   *
   * @throws FormatException with file and line, if it is none or of another version
   */
  public static Calibration read(Path file) throws IOException {
    JsonObject object = JsonFiles.object(file);
    int version = object.integer("version");
    if (version != VERSION) {
      throw object.fault(
          "a calibration of another version, which cannot tell what it holds for",
          VERSION + ", as calibrate writes it",
          "" + version);
    }
    List<Calibration.Weight> weights = new ArrayList<>();
    for (JsonObject weight : object.objects("weights")) {
      weights.add(
          new Calibration.Weight(
              weight.text("feature"),
              number(weight, "mean"),
              number(weight, "scale"),
              number(weight, "weight")));
    }
    List<Calibration.Knot> knots = new ArrayList<>();
    for (JsonObject knot : object.objects("knots")) {
      knots.add(new Calibration.Knot(number(knot, "raw"), number(knot, "probability")));
    }
    try {
      return new Calibration(
          Conditions.read(object.object("conditions")),
          object.integer("candidates"),
          number(object, "temperature"),
          number(object, "intercept"),
          weights,
          knots,
          number(object, "precision"),
          object.number("threshold"));
    } catch (IllegalArgumentException e) {
      throw object.fault("not a calibration for this program", "one made by it", e.getMessage());
    }
  }

  private static double number(JsonObject object, String key) throws FormatException {
    return object
        .number(key)
        .orElseThrow(() -> object.fault("field '" + key + "' is missing", "a number", "none"));
  }
}
