package org.hyperlinker.model.onnx;

import java.nio.file.Path;
import java.util.Map;
import org.hyperlinker.model.ModelFileException;

/**
 * What a graph's metadata must say for it to be run.
 *
 * @param fingerprint of the model
 * @param role what it computes, such as an EncoderRole's name
 * @param precision in which arithmetic
 */
record GraphIdentity(String fingerprint, String role, Precision precision) {

  /** Refuses a graph that was made of another model or in another way. */
  void check(Path file, Map<String, String> metadata) throws ModelFileException {
    check(file, metadata, OnnxGraphs.FORMAT_KEY, OnnxGraphs.FORMAT, "a graph of another format");
    check(file, metadata, OnnxGraphs.ROLE_KEY, role, "a graph of another encoder");
    check(
        file,
        metadata,
        OnnxGraphs.PRECISION_KEY,
        precision.officialName(),
        "a graph of another precision");
    check(file, metadata, OnnxGraphs.FINGERPRINT_KEY, fingerprint, "exported from another model");
  }

  private static void check(
      Path file, Map<String, String> metadata, String key, String expected, String problem)
      throws ModelFileException {
    String found = metadata.getOrDefault(key, "nothing");
    if (!found.equals(expected)) {
      throw new ModelFileException(
          file, problem + " (" + key + "); export the model again", expected, found);
    }
  }
}
