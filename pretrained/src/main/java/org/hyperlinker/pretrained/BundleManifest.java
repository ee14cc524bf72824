package org.hyperlinker.pretrained;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hyperlinker.core.io.Sha256;

/**
 * What {@code bundle.json} says of a bundle.
 *
 * @param modelFingerprint the model's, which the index was built with
 * @param provenance where model and index come from, and the commands that made them
 * @param files all other files by their path in the bundle, with slashes
 */
public record BundleManifest(
    String modelFingerprint,
    SortedMap<String, String> provenance,
    SortedMap<String, Content> files) {

  /** The file's name. */
  public static final String FILE = "bundle.json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FORMAT = "hyperlinker-bundle";
  private static final int VERSION = 1;

  /** Names and folders, and nothing that leads out of the bundle. */
  private static final Pattern PATH = Pattern.compile("(\\w[\\w.-]*/)*\\w[\\w.-]*");

  /** Copies the maps. */
  public BundleManifest {
    provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    for (String path : files.keySet()) {
      if (!PATH.matcher(path).matches()) {
        throw new IllegalArgumentException("no path within a bundle: '" + path + "'");
      }
    }
  }

  /**
   * What a file must hold.
   *
   * @param bytes its size
   * @param sha256 its digest
   */
  public record Content(long bytes, String sha256) {}

  /** The size of all files together. */
  public long bytes() {
    return files.values().stream().mapToLong(Content::bytes).sum();
  }

  /** As it stands in the file. */
  byte[] json() throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("version", VERSION);
    root.put("model_fingerprint", modelFingerprint);
    provenance.forEach(root.putObject("provenance")::put);
    ObjectNode listed = root.putObject("files");
    files.forEach(
        (path, content) ->
            listed.putObject(path).put("bytes", content.bytes()).put("sha256", content.sha256()));
    return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a manifest.
   *
   * @param where it comes from, for messages
   * @throws IOException if it is none, or of another version
   */
  static BundleManifest parse(String where, byte[] json) throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IOException(where + ": not JSON: " + e.getOriginalMessage(), e);
    }
    if (!FORMAT.equals(root.path("format").asText()) || root.path("version").asInt() != VERSION) {
      throw new IOException(
          where + ": expected " + FORMAT + " " + VERSION + "; make the bundle again");
    }
    SortedMap<String, String> provenance = new TreeMap<>();
    root.path("provenance")
        .properties()
        .forEach(entry -> provenance.put(entry.getKey(), entry.getValue().asText()));
    SortedMap<String, Content> files = new TreeMap<>();
    for (Map.Entry<String, JsonNode> file : root.path("files").properties()) {
      files.put(
          file.getKey(),
          new Content(
              file.getValue().path("bytes").asLong(), file.getValue().path("sha256").asText()));
    }
    try {
      return new BundleManifest(root.path("model_fingerprint").asText(), provenance, files);
    } catch (IllegalArgumentException e) {
      throw new IOException(where + ": " + e.getMessage(), e);
    }
  }

  /** What a bundle with this manifest is known by. */
  static String key(byte[] json) {
    return Sha256.of(json);
  }
}
