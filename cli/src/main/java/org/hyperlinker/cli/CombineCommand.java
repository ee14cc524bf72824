package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.hyperlinker.cli.console.ProgressDisplay;
import org.hyperlinker.evaluation.protocol.Corpus;
import org.hyperlinker.linking.hybrid.FitSettings;
import org.hyperlinker.linking.hybrid.HybridFile;
import org.hyperlinker.linking.hybrid.HybridFit;
import org.hyperlinker.linking.hybrid.HybridFitter;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.strategy.SearchStrategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hyperlinker combine}. */
@Command(
    name = "combine",
    header = "Fit the rule that combines the model's score with names, training mentions and more.",
    description = {
      "A linear rule over named features, written beside the index, where link and evaluate find"
          + " it. Features of a training document are computed with the training mentions of other"
          + " documents only; the model's scores are those of a model that may have seen it. The"
          + " table is cross-validated over documents: the whole rule, and what is lost without"
          + " each kind of evidence."
    },
    footer = {
      "  hyperlinker combine --model runs/study-hypencoder/model --index"
          + " runs/study-hypencoder/index \\",
      "      --corpus CDR_TrainingSet.PubTator.txt"
    })
final class CombineCommand extends Verb {

  @Option(names = "--model", required = true, paramLabel = "DIR", description = "The model.")
  Path model;

  @Option(
      names = "--index",
      required = true,
      paramLabel = "DIR",
      description = "An index built with this model, best with --memory of the same corpus.")
  Path index;

  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "FILE",
      description = "The training corpus, in any corpus format, also .gz; or a folder.")
  Path corpus;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write the rule. Default: " + HybridFile.NAME + " in the index.")
  Path out;

  @Option(
      names = "--folds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Parts of the documents. Default: ${DEFAULT-VALUE}.")
  int folds;

  @Option(
      names = "--best",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "How many of the model's best concepts are candidates, beside those that names and"
              + " training mentions bring up. Default: ${DEFAULT-VALUE}.")
  int best;

  @Option(
      names = "--ridge",
      paramLabel = "X",
      defaultValue = "1",
      description = "The penalty on squared weights. Default: ${DEFAULT-VALUE}.")
  double ridge;

  @Option(
      names = "--no-abbreviations",
      description = "Leave abbreviations as written; then use the rule with the same option.")
  boolean noAbbreviations;

  @Mixin RuntimeOption serving;

  @Option(names = "--threads", paramLabel = "N", description = "Default: one for each processor.")
  int threads = Runtime.getRuntime().availableProcessors();

  @Mixin SearchOptions search;

  CombineCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    SearchStrategy strategy = usage(() -> search.strategy("exact"));
    FitSettings settings =
        usage(() -> new FitSettings(folds, best, ridge, !noAbbreviations, strategy, threads, 64));
    Corpus training = corpus(corpus);
    try (LinkingModel opened = serving.runtime.open(model, threads);
        EmbeddingIndex rows = EmbeddingIndex.open(index)) {
      HybridFit fit;
      try (ProgressDisplay progress = session.progress()) {
        fit =
            new HybridFitter(opened, rows, settings)
                .fit(
                    training.documents(),
                    Map.of("corpus", training.name(), "corpus_sha256", training.sha256()),
                    (done, total) -> progress.report("training documents", done, total));
      }
      Path file = out == null ? index.resolve(HybridFile.NAME) : out;
      HybridFile.write(file, fit.rule());
      print(fit, file);
    }
  }

  private void print(HybridFit fit, Path file) {
    say(
        "%,d in-ontology mentions, %,d of them with their concept among the candidates",
        fit.mentions(), fit.reachable());
    say("Acc@1, cross-validated over documents in %d folds:", fit.folds());
    double whole = fit.accuracies().getFirst().accuracy();
    fit.accuracies()
        .forEach(
            line ->
                say(
                    "  %-18s %.4f  %+.4f",
                    line.features(), line.accuracy(), line.accuracy() - whole));
    say("Weights:");
    fit.rule()
        .weights()
        .forEach(
            (feature, weight) ->
                say(
                    "  %-10s %-20s %+.3f",
                    feature.group().name().toLowerCase(Locale.ROOT),
                    feature.name().toLowerCase(Locale.ROOT),
                    weight));
    say("%s", file);
  }
}
