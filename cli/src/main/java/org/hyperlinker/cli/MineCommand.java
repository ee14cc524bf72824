package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.hyperlinker.cli.console.ProgressDisplay;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.formats.ontology.Ontologies;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.recipe.mining.MineReport;
import org.hyperlinker.recipe.mining.MineSettings;
import org.hyperlinker.recipe.mining.NegativeMiner;
import org.hyperlinker.recipe.mining.SourceShare;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.strategy.SearchStrategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hyperlinker mine}. */
@Command(
    name = "mine",
    header = "Add hard negatives to training examples, found with the current model.",
    description = {
      "Each query is searched over the whole index once. A negative is never a gold concept of its"
          + " query text, nor a name that reads like one of theirs, and no concept gets two items."
          + " Items are written by the model's item template; the score is the model's, where it was"
          + " computed. What an example has already stays in front.",
      "Sources: nearest (ranked high by the model), lexical (names that look like the mention),"
          + " hierarchy (parents and siblings by tree number), confusions (ranked first for other"
          + " mentions of the same concept, or denoted by other mentions of the same form). They"
          + " take turns, each with its weight, until there are enough."
    },
    footer = {
      "  hyperlinker mine --model runs/names-biencoder/model --index runs/names-biencoder/index \\",
      "      --ontology runs/names/knowledge-base.jsonl.gz --examples runs/names/train.jsonl \\",
      "      --out runs/names/mined.jsonl",
      "  hyperlinker mine --model m --index i --ontology kb.jsonl.gz --examples names.jsonl \\",
      "      --out mined.jsonl --from nearest:3,hierarchy --negatives 4 --limit 50000 --search graph"
    })
final class MineCommand extends Verb {

  @Option(names = "--model", required = true, paramLabel = "DIR", description = "The model.")
  Path model;

  @Option(
      names = "--index",
      required = true,
      paramLabel = "DIR",
      description = "An index of the ontology, built with this model.")
  Path index;

  @Option(
      names = "--ontology",
      required = true,
      paramLabel = "FILE",
      description = "What the index was built of; may be repeated.")
  List<Path> ontologies;

  @Option(
      names = "--examples",
      required = true,
      paramLabel = "FILE",
      description = "Training examples as JSONL, also .gz.")
  Path examples;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write.")
  Path out;

  @Option(
      names = "--negatives",
      paramLabel = "N",
      defaultValue = "8",
      description = "Negatives added to each example. Default: ${DEFAULT-VALUE}.")
  int negatives;

  @Option(
      names = "--from",
      split = ",",
      paramLabel = "SOURCE[:WEIGHT]",
      defaultValue = "nearest:5,lexical,hierarchy,confusions",
      description = "The sources, in the order of their turns. Default: ${DEFAULT-VALUE}.")
  List<String> sources;

  @Option(
      names = "--depth",
      paramLabel = "K",
      defaultValue = "32",
      description =
          "How many of the model's best concepts are looked at. Default: ${DEFAULT-VALUE}.")
  int depth;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Draw N examples at random and write only these. Default: all.")
  Integer limit;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Of that drawing. Default: ${DEFAULT-VALUE}.")
  long seed;

  @Mixin RuntimeOption serving;

  @Option(names = "--threads", paramLabel = "N", description = "Default: one for each processor.")
  int threads = Runtime.getRuntime().availableProcessors();

  @Mixin SearchOptions search;

  private static final int BATCH = 256;

  MineCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    MineSettings settings = usage(this::settings);
    KnowledgeBase ontology = Ontologies.read(ontologies).knowledgeBase();
    MineReport report;
    try (LinkingModel opened = serving.runtime.open(model, threads);
        EmbeddingIndex rows = EmbeddingIndex.open(index);
        ProgressDisplay progress = session.progress()) {
      report =
          new NegativeMiner(opened, rows, ontology, settings).mine(examples, out, progress::report);
    }
    print(report);
  }

  private void print(MineReport report) {
    noteScoring(report.search());
    say("%s: %,d examples of %,d queries", out, report.examples(), report.queries());
    say(
        "  negatives: %s",
        report.negatives().entrySet().stream()
            .map(
                entry ->
                    "%,d %s"
                        .formatted(
                            entry.getValue(), entry.getKey().name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(", ")));
    if (report.shortExamples() > 0) {
      say("  %,d examples got fewer than %d", report.shortExamples(), negatives);
    }
    say(
        "  the model ranks a wrong concept first for %,d queries (search: %s)",
        report.wrongFirst(), name(report.search()));
  }

  private static String name(SearchStrategy strategy) {
    return switch (strategy) {
      case SearchStrategy.Exact _ -> "exact";
      case SearchStrategy.Graph _ -> "graph";
      case SearchStrategy.Greedy _ -> "greedy";
      case SearchStrategy.TwoStage _ -> "two-stage";
      case SearchStrategy.WithinBudget _ -> "budget";
    };
  }

  private MineSettings settings() {
    return new MineSettings(
        negatives,
        sources.stream().map(SourceShare::parse).toList(),
        depth,
        limit == null ? OptionalInt.empty() : OptionalInt.of(limit),
        seed,
        search.strategy("exact"),
        search.strategy("graph"),
        BATCH,
        threads);
  }
}
