package org.hyperlinker.evaluation.calibration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.evaluation.protocol.EvaluationFiles;
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
 * @param digest of the file of the answers, if it was written by the same run
 * @param candidates how many were kept of each at most
 */
public record EvaluatedRun(
    Path report, Conditions conditions, int mentions, Optional<String> digest, int candidates) {

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
        Optional.of(root.text(EvaluationFiles.MENTIONS_DIGEST, "")).filter(d -> !d.isEmpty()),
        root.object("settings").integer("top_k"));
  }

  /**
   * Requires that these answers are those of the report, and that so many candidates of each are
   * there to learn from.
   *
   * @param results the file of the answers
   * @param answers how many it has
   * @throws IllegalArgumentException saying what does not fit
   * @throws IOException if the file cannot be read
   */
  public void require(Path results, int answers, int looked) throws IOException {
    if (answers != mentions) {
      throw new IllegalArgumentException(
          report
              + " is the report of "
              + mentions
              + " answers, but the results are "
              + answers
              + "; give the two files of one evaluation");
    }
    if (digest.isPresent() && !digest.get().equals(Sha256.of(results))) {
      throw new IllegalArgumentException(
          report
              + " is the report of other answers than "
              + results
              + " holds; give the two files of one evaluation");
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
