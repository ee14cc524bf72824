package org.hyperlinker.linking.hybrid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.linking.artefact.VersionedJson;

/** Reads and writes rules as {@code hybrid.json}, which lies beside {@code index.json}. */
public final class HybridFile {

  /** The file's name within an index directory. */
  public static final String NAME = "hybrid.json";

  private static final VersionedJson JSON =
      new VersionedJson("hyperlinker-hybrid", 1, "fit the rule again with 'hyperlinker combine'");

  private HybridFile() {}

  /**
   * Writes a rule; the file appears whole or not at all.
   *
   * @throws IOException naming the file, if it cannot be written
   */
  public static void write(Path file, HybridRule rule) throws IOException {
    ObjectNode root = JSON.begin();
    root.put("model_fingerprint", rule.modelFingerprint());
    root.put("best", rule.best());
    ObjectNode weights = root.putObject("weights");
    rule.weights().forEach((feature, weight) -> weights.put(feature.name(), weight));
    ObjectNode types = root.putObject("type_branches");
    rule.types()
        .counts()
        .forEach((type, branches) -> branches.forEach(types.withObjectProperty(type)::put));
    rule.provenance().forEach(root.putObject("provenance")::put);
    String json = root.toPrettyString() + "\n";
    AtomicFiles.write(file, stream -> stream.write(json.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The rule of an index directory, if it has one.
   *
   * @throws IOException naming the file, if it is no rule
   */
  public static Optional<HybridRule> find(Path index) throws IOException {
    Path file = index.resolve(NAME);
    return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /**
   * Reads a rule.
   *
   * @throws IOException naming the file, if it is none or of another version
   */
  public static HybridRule read(Path file) throws IOException {
    JsonNode root = JSON.read(file);
    Map<Feature, Double> weights = new EnumMap<>(Feature.class);
    for (Map.Entry<String, JsonNode> weight : root.path("weights").properties()) {
      try {
        weights.put(Feature.valueOf(weight.getKey()), weight.getValue().asDouble());
      } catch (IllegalArgumentException e) {
        throw JSON.fault(file, "unknown feature " + weight.getKey(), e);
      }
    }
    SortedMap<String, SortedMap<String, Integer>> types = new TreeMap<>();
    for (Map.Entry<String, JsonNode> type : root.path("type_branches").properties()) {
      SortedMap<String, Integer> branches = new TreeMap<>();
      type.getValue().properties().forEach(b -> branches.put(b.getKey(), b.getValue().asInt()));
      types.put(type.getKey(), branches);
    }
    SortedMap<String, String> provenance = new TreeMap<>();
    root.path("provenance")
        .properties()
        .forEach(entry -> provenance.put(entry.getKey(), entry.getValue().asText()));
    if (weights.isEmpty() || root.path("best").asInt() < 1) {
      throw JSON.fault(file, "a rule needs weights and candidates", null);
    }
    return new HybridRule(
        weights,
        new TypeBranches(types),
        root.path("best").asInt(),
        root.path("model_fingerprint").asText(),
        provenance);
  }
}
