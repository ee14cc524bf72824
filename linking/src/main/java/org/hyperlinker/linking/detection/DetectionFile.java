package org.hyperlinker.linking.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.linking.artefact.VersionedJson;

/** Reads and writes evidence as {@code detection.json}, which lies beside {@code index.json}. */
public final class DetectionFile {

  /** The file's name within an index directory. */
  public static final String NAME = "detection.json";

  private static final VersionedJson JSON =
      new VersionedJson(
          "hyperlinker-detection", 1, "learn it again with 'hyperlinker train-detector'");

  /** The count of what is no mention; no type is called so. */
  private static final String OUTSIDE = "-";

  private DetectionFile() {}

  /**
   * Writes evidence; the file appears whole or not at all.
   *
   * @throws IOException naming the file, if it cannot be written
   */
  public static void write(Path file, DetectionEvidence evidence) throws IOException {
    ObjectNode root = JSON.begin();
    ObjectNode fallback = root.putObject("branch_types");
    new TreeMap<>(evidence.fallback().types())
        .forEach((branch, type) -> fallback.put(branch.toString(), type));
    evidence.fallback().unplaced().ifPresent(type -> fallback.put("", type));
    put(root.putObject("classes"), evidence.classes());
    put(root.putObject("surfaces"), evidence.surfaces());
    byte[] json = (root + "\n").getBytes(StandardCharsets.UTF_8);
    AtomicFiles.write(file, stream -> stream.write(json));
  }

  private static void put(ObjectNode target, Map<String, Occurrences> occurrences) {
    occurrences.forEach(
        (key, seen) -> {
          ObjectNode counts = target.putObject(key);
          seen.types().forEach(counts::put);
          if (seen.outside() > 0) {
            counts.put(OUTSIDE, seen.outside());
          }
        });
  }

  /**
   * The evidence of an index directory, if it has any.
   *
   * @throws IOException naming the file, if it is none
   */
  public static Optional<DetectionEvidence> find(Path index) throws IOException {
    Path file = index.resolve(NAME);
    return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /**
   * Reads evidence.
   *
   * @throws IOException naming the file, if it is none or of another version
   */
  public static DetectionEvidence read(Path file) throws IOException {
    JsonNode root = JSON.read(file);
    try {
      return new DetectionEvidence(
          occurrences(root.path("surfaces")),
          occurrences(root.path("classes")),
          branchTypes(root.path("branch_types")));
    } catch (IllegalArgumentException e) {
      throw JSON.fault(file, e.getMessage(), e);
    }
  }

  private static SortedMap<String, Occurrences> occurrences(JsonNode node) {
    SortedMap<String, Occurrences> all = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      SortedMap<String, Integer> types = new TreeMap<>();
      int outside = 0;
      for (Map.Entry<String, JsonNode> count : entry.getValue().properties()) {
        if (count.getKey().equals(OUTSIDE)) {
          outside = count.getValue().asInt();
        } else {
          types.put(count.getKey(), count.getValue().asInt());
        }
      }
      all.put(entry.getKey(), new Occurrences(types, outside));
    }
    return all;
  }

  private static BranchTypes branchTypes(JsonNode node) {
    Map<Character, String> types = new TreeMap<>();
    Optional<String> unplaced = Optional.empty();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (entry.getKey().isEmpty()) {
        unplaced = Optional.of(entry.getValue().asText());
      } else {
        types.put(entry.getKey().charAt(0), entry.getValue().asText());
      }
    }
    return new BranchTypes(types, unplaced);
  }
}
