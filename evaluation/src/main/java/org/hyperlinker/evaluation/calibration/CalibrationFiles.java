package org.hyperlinker.evaluation.calibration;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.hyperlinker.core.io.AtomicFiles;

/** Writes the quality of a calibration as JSON. */
public final class CalibrationFiles {

  /** What {@code kind} says in the file. */
  public static final String KIND = "calibration";

  /** Points of a curve: more than a plot can show. */
  private static final int POINTS = 200;

  private static final ObjectMapper JSON = new ObjectMapper();

  private CalibrationFiles() {}

  /**
   * Writes one JSON object: {@code kind}, the {@code results} learned from with their {@code
   * conditions}, counts, {@code ece} and {@code ece_equal_mass}, {@code brier}, {@code aurc}, the
   * {@code threshold} with what it brings on the mentions that it was {@code judged_on} (null where
   * there is none, or no mention reaches it), what it was {@code threshold_chosen_on}, {@code bins}
   * and {@code risk_coverage}.
   *
   * @param results the name of the results' file
   * @throws IOException naming the file, if it cannot be written
   */
  public static void write(Path file, String results, CalibrationReport report) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("kind", KIND).put("results", results).put("judged_on", report.judgedOn());
    report.calibration().conditions().fields().forEach(root.putObject("conditions")::put);
    root.put("mentions", report.judged().size()).put("unlinkable", report.unlinkable());
    root.put("ece", report.reliability().widthError());
    root.put("ece_equal_mass", report.reliability().massError());
    root.put("brier", report.reliability().brier());
    root.put("aurc", report.risk().area());
    root.put("wanted_precision", report.calibration().precision());
    root.put("threshold_chosen_on", report.chosenOn());
    OptionalDouble threshold = report.calibration().threshold();
    report
        .point()
        .ifPresentOrElse(
            point -> {
              ObjectNode node = root.putObject("threshold");
              node.put("probability", threshold.orElseThrow());
              node.put("precision", point.precision());
              node.put("coverage", point.coverage());
              node.put("linkable_linked_rightly", report.recall(threshold.orElseThrow()));
              if (report.unlinkable() > 0) {
                node.put("unlinkable_left_unlinked", report.refused(threshold.orElseThrow()));
              }
            },
            () -> root.putNull("threshold"));
    var bins = root.putArray("bins");
    for (Reliability.Bin bin : report.reliability().bins()) {
      bins.addObject()
          .put("mentions", bin.mentions())
          .put("probability", bin.probability())
          .put("right", bin.right());
    }
    var curve = root.putArray("risk_coverage");
    for (RiskCoverage.Point point : report.risk().sample(POINTS)) {
      curve.addArray().add(point.coverage()).add(point.risk());
    }
    String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    AtomicFiles.write(file, stream -> stream.write(json.getBytes(StandardCharsets.UTF_8)));
  }
}
