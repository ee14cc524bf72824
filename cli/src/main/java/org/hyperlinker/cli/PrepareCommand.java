package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hyperlinker.cli.console.ProgressDisplay;
import org.hyperlinker.core.text.ContextWindow;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.core.text.WindowUnit;
import org.hyperlinker.preparation.CorpusSource;
import org.hyperlinker.preparation.PrepareOptions;
import org.hyperlinker.preparation.PrepareReport;
import org.hyperlinker.preparation.Preparer;
import org.hyperlinker.preparation.example.Deduplication;
import org.hyperlinker.preparation.example.ExampleSettings;
import org.hyperlinker.preparation.example.NamePairSettings;
import org.hyperlinker.preparation.example.Negatives;
import org.hyperlinker.preparation.example.Positives;
import org.hyperlinker.preparation.example.SplitCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hyperlinker prepare}. */
@Command(
    name = "prepare",
    header = "Turn corpora and an ontology into a knowledge base and training examples.",
    description =
        "Writes knowledge-base.jsonl.gz, one SPLIT.jsonl for each corpus in the official format of"
            + " training examples, and manifest.json with hashes and counts. The same inputs and"
            + " options give the same bytes. The defaults are the earlier study's settings.",
    footer = {
      "  hyperlinker prepare --corpus train=CDR_TrainingSet.PubTator.txt \\",
      "      --corpus validation=CDR_DevelopmentSet.PubTator.txt \\",
      "      --ontology desc2015.xml.gz --ontology supp2015.xml.gz --out runs/prepared",
      "  hyperlinker prepare --corpus train=train.bioc.xml --ontology kb.jsonl.gz --out data/p \\",
      "      --window 64 --window-unit tokens --item name --negatives hard --name-pairs 4"
    })
final class PrepareCommand extends Verb {

  @Option(
      names = "--corpus",
      paramLabel = "SPLIT=FILE",
      description =
          "A corpus, in any corpus format, also .gz, or a folder; and the name of its split.")
  List<String> corpora = List.of();

  @Option(
      names = "--ontology",
      required = true,
      paramLabel = "FILE",
      description =
          "An ontology file in any format that index reads, such as MeSH descriptors or"
              + " supplementary records (XML), or the study's JSON; also .gz. May be repeated.")
  List<Path> ontologies;

  @Mixin FilterOptions filters;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  Path out;

  @Option(
      names = "--window",
      paramLabel = "N",
      defaultValue = "128",
      description =
          "Context of a mention, half on each side; 0 for the name only. Default:"
              + " ${DEFAULT-VALUE}.")
  int window;

  @Option(
      names = "--window-unit",
      paramLabel = "UNIT",
      defaultValue = "characters",
      description = "characters, whole_words or tokens. Default: ${DEFAULT-VALUE}.")
  WindowUnit unit;

  @Option(
      names = "--item",
      paramLabel = "WHAT",
      defaultValue = "definition",
      description =
          "Text of a concept: name, definition (name [SEP] definition) or aliases (name [SEP]"
              + " aliases). Default: ${DEFAULT-VALUE}.")
  Item item;

  @Option(
      names = "--item-limit",
      paramLabel = "N",
      description =
          "Longest definition or aliases in characters. Default: 128 for definitions, 500 for"
              + " aliases.")
  Integer itemLimit;

  @Option(
      names = "--positives",
      paramLabel = "WHICH",
      defaultValue = "preferred_name",
      description =
          "Which names of the right concept are items: preferred_name, closest_name (by"
              + " characters) or all_names (an example each). Default: ${DEFAULT-VALUE}.")
  Positives positives;

  @Option(
      names = "--dedupe",
      paramLabel = "RULE",
      defaultValue = "unique_triples",
      description =
          "Repetitions left out: unique_triples (mention, concept, passage), unique_queries, or"
              + " none. Default: ${DEFAULT-VALUE}.")
  Deduplication dedupe;

  @Option(
      names = "--composite",
      description = "Keep mentions of several concepts, with a positive item for each.")
  boolean composite;

  @Option(
      names = "--negatives",
      paramLabel = "KIND",
      defaultValue = "none",
      description =
          "none, random, or hard (names that look like the mention). Default: ${DEFAULT-VALUE}.")
  NegativeKind negatives;

  @Option(
      names = "--negatives-per-query",
      paramLabel = "N",
      description = "Default: 4 random or 8 hard ones, as in the study.")
  Integer negativesPerQuery;

  @Option(
      names = "--name-pairs",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Also write names.jsonl: the ontology's names as queries, up to N for each concept."
              + " Default: none.")
  int namePairs;

  @Option(
      names = "--name-pairs-partner",
      paramLabel = "WHICH",
      defaultValue = "preferred_name",
      description =
          "What such a query is paired with: preferred_name or any_name."
              + " Default: ${DEFAULT-VALUE}.")
  NamePairSettings.Partner partner;

  @Option(
      names = "--permuted-names",
      description = "Let inversions such as 'Infarction, Myocardial' take part in name pairs.")
  boolean permuted;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Of negatives and name pairs. Default: ${DEFAULT-VALUE}.")
  long seed;

  @Option(
      names = "--study-formats",
      description = "Also write the study's files: bc5cdr_SPLIT.bioc.xml.gz and mesh2015.json.gz.")
  boolean studyFormats;

  /** What an item consists of. */
  enum Item {
    NAME,
    DEFINITION,
    ALIASES
  }

  /** Where negative items come from. */
  enum NegativeKind {
    NONE,
    RANDOM,
    HARD
  }

  private static final int DEFINITION_LIMIT = 128;
  private static final int ALIASES_LIMIT = 500;
  private static final int RANDOM_NEGATIVES = 4;
  private static final int HARD_NEGATIVES = 8;

  PrepareCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    PrepareOptions options = usage(this::options);
    PrepareReport report;
    try (ProgressDisplay progress = session.progress()) {
      report = new Preparer(options, progress::report).prepare();
    }
    say("%s: %,d concepts with %,d names", report.directory(), report.concepts(), report.names());
    report.splits().forEach(this::say);
    if (report.namePairs() > 0) {
      say("  names: %,d examples from the ontology", report.namePairs());
    }
    say(
        "  files: %s",
        report.files().stream()
            .map(file -> file.getFileName().toString())
            .collect(Collectors.joining(", ")));
  }

  private PrepareOptions options() {
    ExampleSettings examples =
        new ExampleSettings(
            new QueryTemplate(new ContextWindow(window, unit)),
            itemTemplate(),
            positives,
            dedupe,
            composite,
            switch (negatives) {
              case NONE -> new Negatives.None();
              case RANDOM -> new Negatives.Random(perQuery(RANDOM_NEGATIVES), seed);
              case HARD -> new Negatives.Hard(perQuery(HARD_NEGATIVES), seed);
            });
    return new PrepareOptions(
        corpora.stream().map(CorpusSource::parse).toList(),
        ontologies,
        filters.filter(),
        out,
        examples,
        namePairs == 0
            ? Optional.empty()
            : Optional.of(new NamePairSettings(partner, namePairs, permuted, seed)),
        studyFormats);
  }

  private ItemTemplate itemTemplate() {
    return switch (item) {
      case NAME -> ItemTemplate.NAME_ONLY;
      case DEFINITION ->
          new ItemTemplate(ItemTemplate.Description.DEFINITION, limit(DEFINITION_LIMIT));
      case ALIASES -> new ItemTemplate(ItemTemplate.Description.ALIASES, limit(ALIASES_LIMIT));
    };
  }

  private int limit(int usual) {
    return itemLimit == null ? usual : itemLimit;
  }

  private int perQuery(int usual) {
    return negativesPerQuery == null ? usual : negativesPerQuery;
  }

  private void say(String split, SplitCounts counts) {
    String skipped =
        counts.skipped().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> entry.getValue() + " " + label(entry.getKey()))
            .collect(Collectors.joining(", "));
    say(
        "  %s: %,d documents, %,d mentions, %,d kept, %,d examples%s",
        split,
        counts.documents(),
        counts.mentions(),
        counts.kept(),
        counts.examples(),
        skipped.isEmpty() ? "" : "; left out: " + skipped);
  }

  private static String label(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
