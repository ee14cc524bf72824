package org.hyperlinker.linking.confidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.core.memory.MentionMemory;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.json.JsonObject;
import org.hyperlinker.linking.hybrid.HybridRule;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexMetadata;

/**
 * What decides the scores of an answer, and so what a calibration holds for. How rows are stored
 * and what runs the encoders is not among it: these move scores by a rounding. Neither is the
 * search, though it moves some more than that: an approximate one misses a concept now and then,
 * and a rule takes the rank of one that only the words bring up for unknown, where the exact search
 * knows it.
 *
 * @param model the model's fingerprint
 * @param names digest of the concepts and of which of their names have rows
 * @param abbreviations whether abbreviations are written out
 * @param memory digest of the training mentions that count; {@link #NONE} without
 * @param rule digest of the rule that decides; {@link #NONE} where the model's score does
 */
public record Conditions(
    String model, String names, boolean abbreviations, String memory, String rule) {

  /** Stands for the digest of what does not take part. */
  public static final String NONE = "none";

  private static final String MODEL = "model_fingerprint";
  private static final String NAMES = "names_sha256";
  private static final String ABBREVIATIONS = "abbreviations";
  private static final String MEMORY = "memory_sha256";
  private static final String RULE = "rule_sha256";

  /**
   * The conditions of a linker.
   *
   * @param memory whether training mentions count, where the index has any
   */
  public static Conditions of(
      LinkingModel model,
      EmbeddingIndex index,
      boolean abbreviations,
      boolean memory,
      Optional<HybridRule> rule) {
    IndexMetadata metadata = index.metadata();
    MentionMemory remembered = memory ? index.memory() : MentionMemory.NONE;
    return new Conditions(
        model.fingerprint(),
        Sha256.of(
            metadata.knowledgeBaseSha256()
                + metadata.contents().rows()
                + metadata.contents().skipPermuted()),
        abbreviations,
        remembered.mentions().isEmpty() ? NONE : Sha256.of(remembered.toString()),
        rule.map(HybridRule::sha256).orElse(NONE));
  }

  /** Each part by the name that it has in files. */
  public SequencedMap<String, String> fields() {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    fields.put(MODEL, model);
    fields.put(NAMES, names);
    fields.put(ABBREVIATIONS, Boolean.toString(abbreviations));
    fields.put(MEMORY, memory);
    fields.put(RULE, rule);
    return fields;
  }

  /**
   * Reads what {@link #fields} holds.
   *
   * @throws FormatException with file and field, if one is missing
   */
  public static Conditions read(JsonObject object) throws FormatException {
    return new Conditions(
        object.text(MODEL),
        object.text(NAMES),
        Boolean.parseBoolean(object.text(ABBREVIATIONS)),
        object.text(MEMORY),
        object.text(RULE));
  }

  /**
   * How other conditions differ from these, as the end of a sentence about what was learned under
   * these.
   *
   * @return empty if they are the same
   */
  public Optional<String> difference(Conditions others) {
    List<String> differences = new ArrayList<>();
    compare("model " + model, "model " + others.model, differences);
    compare("names " + brief(names), "names " + brief(others.names), differences);
    compare(written(abbreviations), written(others.abbreviations), differences);
    compare(
        "training mentions " + brief(memory),
        "training mentions " + brief(others.memory),
        differences);
    compare("rule " + brief(rule), "rule " + brief(others.rule), differences);
    return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", differences));
  }

  private static void compare(String mine, String other, List<String> differences) {
    if (!mine.equals(other)) {
      differences.add("with " + mine + ", not " + other);
    }
  }

  private static String written(boolean out) {
    return out ? "abbreviations written out" : "abbreviations as they stand";
  }

  private static String brief(String digest) {
    return digest.substring(0, Math.min(8, digest.length()));
  }
}
