package org.hyperlinker.linking.artefact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A kind of JSON file whose object begins with {@code format} and {@code version}.
 *
 * @param format what the file calls itself
 * @param version the only one that is read
 * @param mend what to do about a file that cannot be read, as the end of a sentence
 */
public record VersionedJson(String format, int version, String mend) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** An object with format and version, to be filled. */
  public ObjectNode begin() {
    return JSON.createObjectNode().put("format", format).put("version", version);
  }

  /**
   * Reads a file's object.
   *
   * @throws IOException naming the file, if it is no JSON or of another format or version
   */
  public JsonNode read(Path file) throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw fault(file, "not JSON: " + e.getOriginalMessage(), e);
    }
    String found = root.path("format").asText();
    if (!format.equals(found) || root.path("version").asInt() != version) {
      throw fault(
          file,
          String.format(
              "expected %s %d, found: %s %s",
              format, version, found, root.path("version").asText()),
          null);
    }
    return root;
  }

  /** What is wrong with a file, and the mend. */
  public IOException fault(Path file, String what, Exception cause) {
    return new IOException(file + ": " + what + "; " + mend, cause);
  }
}
