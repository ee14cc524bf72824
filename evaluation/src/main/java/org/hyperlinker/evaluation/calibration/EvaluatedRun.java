package org.hyperlinker.evaluation.calibration;

import java.io.IOException;
import java.nio.file.Path;
import org.hyperlinker.evaluation.protocol.Protocol;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.json.JsonFiles;
import org.hyperlinker.formats.json.JsonObject;
import org.hyperlinker.linking.confidence.Conditions;

/**
 * What the report of an evaluation says of the answers that were written beside it.
 *
 * @param report the file
 * @param conditions what the answers were made with
 * @param mentions how many there are
 * @param candidates how many were kept of each at most
 */
public record EvaluatedRun(Path report, Conditions conditions, int mentions, int candidates) {

  /**
   * Reads a report of the full protocol; answers of the restricted one, which has fewer candidates
   * and no mentions without a concept, would teach too much confidence.
   *
   * @throws FormatException naming file and field, if something is missing or it is of another
   *     protocol
   */
  public static EvaluatedRun read(Path report) throws IOException {
    JsonObject root = JsonFiles.object(report);
    String protocol = root.text("protocol");
    if (!protocol.equals(Protocol.FULL.officialName())) {
      throw root.fault("a report of another protocol", "full", protocol);
    }
    return new EvaluatedRun(
        report,
        Conditions.read(root.object("provenance")),
        root.object("coverage").integer("mentions"),
        root.object("settings").integer("top_k"));
  }

  /**
   * Requires that so many answers and candidates are there to learn from.
   *
   * @throws IllegalArgumentException saying what does not fit
   */
  public void require(int answers, int looked) {
    if (answers != mentions) {
      throw new IllegalArgumentException(
          report
              + " is the report of "
              + mentions
              + " answers, but the results are "
              + answers
              + "; give the two files of one evaluation");
    }
    if (looked > candidates) {
      throw new IllegalArgumentException(
          "the features would look at "
              + looked
              + " candidates where the evaluation kept "
              + candidates
              + "; ask for no more");
    }
  }
}
