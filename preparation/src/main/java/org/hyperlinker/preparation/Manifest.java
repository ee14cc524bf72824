package org.hyperlinker.preparation;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hyperlinker.core.text.ContextWindow;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.json.JsonFiles;
import org.hyperlinker.formats.json.JsonObject;
import org.hyperlinker.preparation.PreparedInputs.Input;
import org.hyperlinker.preparation.example.ExampleSettings;
import org.hyperlinker.preparation.example.NamePairSettings;
import org.hyperlinker.preparation.example.Negatives;
import org.hyperlinker.preparation.example.SplitCounts;

/**
 * {@code manifest.json}: inputs, settings, counts and outputs, enough to see whether two prepared
 * directories are the same and why not. No times and no folders, so that it repeats byte by byte.
 */
final class Manifest {

  private static final int FORMAT_VERSION = 1;

  private final ObjectMapper mapper = new ObjectMapper();
  private final PrepareOptions options;
  private final PreparedInputs inputs;
  private final Map<String, SplitCounts> splits;
  private final long namePairs;

  Manifest(
      PrepareOptions options,
      PreparedInputs inputs,
      Map<String, SplitCounts> splits,
      long namePairs) {
    this.options = options;
    this.inputs = inputs;
    this.splits = splits;
    this.namePairs = namePairs;
  }

  /** The files that a manifest names, itself included; none if it is not there or another file. */
  static Set<String> outputs(Path manifest) throws IOException {
    Set<String> names = new HashSet<>();
    if (Files.isRegularFile(manifest)) {
      try {
        for (JsonObject output : JsonFiles.object(manifest).optionalObjects("outputs")) {
          names.add(output.text("name"));
        }
        names.add(Preparer.MANIFEST);
      } catch (FormatException e) {
        return Set.of();
      }
    }
    return names;
  }

  /** Writes the manifest beside the files that it names. */
  void write(Path directory, List<String> files) throws IOException {
    ObjectNode root = mapper.createObjectNode();
    root.put("format_version", FORMAT_VERSION);
    root.set("inputs", inputs());
    root.set("settings", settings());
    root.set("counts", counts());
    ArrayNode outputs = root.putArray("outputs");
    for (String file : files) {
      outputs.add(input(Input.of(directory.resolve(file))));
    }
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    String json =
        mapper
            .writer(
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter))
            .writeValueAsString(root);
    Files.write(
        directory.resolve(Preparer.MANIFEST), (json + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private ObjectNode inputs() {
    ObjectNode node = mapper.createObjectNode();
    ArrayNode ontologies = node.putArray("ontologies");
    inputs.ontologyFiles().forEach(file -> ontologies.add(input(file)));
    ArrayNode ledgers = node.putArray("ontology_records");
    inputs.ontologyLedgers().forEach(ledger -> ledgers.add(ledger(ledger)));
    ObjectNode corpora = node.putObject("corpora");
    inputs
        .corpusFiles()
        .forEach(
            (split, file) -> {
              ObjectNode corpus = input(file);
              corpus.set("records", ledger(inputs.corpusLedgers().get(split)));
              corpora.set(split, corpus);
            });
    return node;
  }

  private ObjectNode input(Input file) {
    return mapper
        .createObjectNode()
        .put("name", file.name())
        .put("bytes", file.bytes())
        .put("sha256", file.sha256());
  }

  private ObjectNode ledger(Ledger ledger) {
    ObjectNode node = mapper.createObjectNode().put("read", ledger.read());
    ObjectNode skipped = node.putObject("skipped");
    ledger.skipped().forEach(skipped::put);
    return node;
  }

  private ObjectNode settings() {
    ExampleSettings examples = options.examples();
    ContextWindow window = examples.query().window();
    ItemTemplate item = examples.item();
    ObjectNode node = mapper.createObjectNode();
    node.putObject("query").put("window", window.size()).put("unit", label(window.unit()));
    node.putObject("item").put("description", label(item.description())).put("limit", item.limit());
    node.put("positives", label(examples.positives()));
    node.put("deduplication", label(examples.deduplication()));
    node.put("composite_mentions", examples.compositeMentions());
    node.set("negatives", negatives(examples.negatives()));
    if (options.namePairs().isPresent()) {
      NamePairSettings pairs = options.namePairs().get();
      node.putObject("name_pairs")
          .put("partner", label(pairs.partner()))
          .put("per_concept", pairs.perConcept())
          .put("permuted", pairs.permuted())
          .put("seed", pairs.seed());
    } else {
      node.putNull("name_pairs");
    }
    node.put("study_formats", options.studyFormats());
    return node;
  }

  private ObjectNode negatives(Negatives negatives) {
    ObjectNode node = mapper.createObjectNode();
    return switch (negatives) {
      case Negatives.None _ -> node.put("kind", "none");
      case Negatives.Random(int perQuery, long seed) ->
          node.put("kind", "random").put("per_query", perQuery).put("seed", seed);
      case Negatives.Hard(int perQuery, long seed) ->
          node.put("kind", "hard").put("per_query", perQuery).put("seed", seed);
    };
  }

  private ObjectNode counts() {
    ObjectNode node = mapper.createObjectNode();
    node.put("concepts", inputs.knowledgeBase().size());
    node.put("names", inputs.knowledgeBase().distinctNames());
    ObjectNode bySplit = node.putObject("splits");
    splits.forEach((split, counts) -> bySplit.set(split, counts(counts)));
    node.put("name_pairs", namePairs);
    return node;
  }

  private ObjectNode counts(SplitCounts counts) {
    ObjectNode node = mapper.createObjectNode();
    node.put("documents", counts.documents());
    node.put("mentions", counts.mentions());
    node.put("single_concept", counts.singleConcept());
    node.put("unique_triples", counts.uniqueTriples());
    ObjectNode skipped = node.putObject("skipped");
    counts.skipped().forEach((reason, count) -> skipped.put(label(reason), count));
    node.put("kept", counts.kept());
    node.put("examples", counts.examples());
    return node;
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
