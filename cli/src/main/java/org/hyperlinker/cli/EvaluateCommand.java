package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.cli.console.ProgressDisplay;
import org.hyperlinker.evaluation.detection.EndToEndEvaluator;
import org.hyperlinker.evaluation.detection.EndToEndReport;
import org.hyperlinker.evaluation.detection.EndToEndTable;
import org.hyperlinker.evaluation.protocol.Corpus;
import org.hyperlinker.evaluation.protocol.Evaluation;
import org.hyperlinker.evaluation.protocol.EvaluationFiles;
import org.hyperlinker.evaluation.protocol.EvaluationSettings;
import org.hyperlinker.evaluation.protocol.Evaluator;
import org.hyperlinker.evaluation.protocol.IndexedCandidates;
import org.hyperlinker.evaluation.protocol.Protocol;
import org.hyperlinker.evaluation.protocol.ReportTable;
import org.hyperlinker.linking.EntityLinker;
import org.hyperlinker.linking.LinkingOptions;
import org.hyperlinker.linking.confidence.Calibration;
import org.hyperlinker.linking.detection.IndexDetector;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.strategy.SearchStrategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hyperlinker evaluate}. */
@Command(
    name = "evaluate",
    header = "Measure how often the right concept comes first on a corpus with gold concepts.",
    description = {
      "restricted: the earlier study's protocol, unique (mention, concept, passage) triples among"
          + " the corpus's own concepts. full: every mention among all concepts of the index."
          + " Accuracy counts the mentions whose concept is in the index; the coverage stands"
          + " beside it. Mentions are linked exactly as link does it. With --end-to-end the text"
          + " alone is given, and mentions are found as link finds them."
    },
    footer = {
      "  hyperlinker evaluate --model runs/study-hypencoder/model --index"
          + " runs/study-hypencoder/index \\",
      "      --corpus CDR_DevelopmentSet.PubTator.txt --train CDR_TrainingSet.PubTator.txt \\",
      "      --protocol both --json evaluation.json --mentions mentions.jsonl"
    })
final class EvaluateCommand extends Verb {

  @Mixin SystemOptions system;

  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "FILE",
      description = "What to measure on, in any corpus format, also .gz; or a folder.")
  Path corpus;

  @Option(
      names = "--train",
      paramLabel = "FILE",
      description = "The training corpus, to tell seen concepts and mentions from unseen ones.")
  Path train;

  @Option(
      names = "--protocol",
      paramLabel = "WHICH",
      defaultValue = "both",
      description = "restricted, full or both. Default: ${DEFAULT-VALUE}.")
  Which protocol;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description =
          "Write the figures with their provenance; with both protocols the name gets"
              + " .restricted and .full before its ending.")
  Path json;

  @Option(
      names = "--mentions",
      paramLabel = "FILE",
      description =
          "Write the answer for each mention as JSONL, named likewise; spans in UTF-16 units.")
  Path mentions;

  @Option(
      names = "--end-to-end",
      description =
          "Find the mentions too: how many spans are found, and how many of them get the right"
              + " concept. In place of --protocol.")
  boolean endToEnd;

  @Mixin RuntimeOption serving;

  @Option(names = "--threads", paramLabel = "N", description = "Default: one for each processor.")
  int threads = Runtime.getRuntime().availableProcessors();

  /** Which protocols to run. */
  enum Which {
    RESTRICTED(List.of(Protocol.RESTRICTED)),
    FULL(List.of(Protocol.FULL)),
    BOTH(List.of(Protocol.RESTRICTED, Protocol.FULL));

    private final List<Protocol> protocols;

    Which(List<Protocol> protocols) {
      this.protocols = protocols;
    }
  }

  @Mixin SearchOptions search;

  @Mixin EvidenceOptions evidence;

  @Mixin DetectionOptions detection;

  @Mixin ConfidenceOptions confidence;

  EvaluateCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    SystemOptions.Opened served = system.directories(this);
    if (endToEnd && (json != null || mentions != null || train != null)) {
      throw misuse("--end-to-end prints a table alone; leave out --json, --mentions and --train");
    }
    if (!endToEnd && detection.given()) {
      throw misuse("--tagger and --no-tagger go with --end-to-end; mentions are given otherwise");
    }
    if (!endToEnd && confidence.given()) {
      throw misuse(
          "--calibration and --min-probability go with --end-to-end; otherwise give --mentions to"
              + " calibrate");
    }
    SearchStrategy strategy = usage(() -> search.strategy("exact"));
    noteScoring(strategy);
    Corpus measured = corpus(corpus);
    Optional<Corpus> training = train == null ? Optional.empty() : Optional.of(corpus(train));
    try (LinkingModel opened = serving.runtime.open(served.model(), threads);
        EmbeddingIndex rows = EmbeddingIndex.open(served.index())) {
      LinkingOptions options =
          new LinkingOptions(
              LinkingOptions.DEFAULT_TOP_K, threads, strategy, evidence.evidences(served.index()));
      if (endToEnd) {
        endToEnd(measured, served, opened, rows, options);
        return;
      }
      IndexedCandidates pool = new IndexedCandidates(opened, rows, options);
      for (Protocol asked : protocol.protocols) {
        Evaluation evaluation;
        try (ProgressDisplay progress = session.progress()) {
          evaluation =
              new Evaluator(pool, EvaluationSettings.of(asked))
                  .evaluate(
                      measured,
                      training,
                      (what, done, total) ->
                          progress.report(asked.officialName() + ": " + what, done, total));
        }
        say("%s", ReportTable.text(evaluation.report()));
        Optional<Path> answers = Optional.ofNullable(mentions).map(file -> named(file, asked));
        if (answers.isPresent()) {
          EvaluationFiles.writeMentions(answers.get(), evaluation.mentions());
        }
        if (json != null) {
          EvaluationFiles.writeReport(named(json, asked), evaluation.report(), answers);
        }
      }
    }
  }

  private void endToEnd(
      Corpus measured,
      SystemOptions.Opened served,
      LinkingModel opened,
      EmbeddingIndex rows,
      LinkingOptions options)
      throws IOException {
    Optional<ConfidenceOptions.Found> found =
        confidence.given()
            ? confidence.calibration(served.index(), served.model())
            : Optional.empty();
    double least = usage(() -> confidence.least(found.map(ConfidenceOptions.Found::calibration)));
    Optional<Calibration> calibration =
        confidence.holding(
            found, EntityLinker.conditions(opened, rows, options.evidence()), session);
    try (IndexDetector detector = detection.detector(this, rows, threads);
        EntityLinker linker =
            EntityLinker.of(opened, rows, options, calibration).detecting(detector);
        ProgressDisplay progress = session.progress()) {
      EndToEndReport report =
          EndToEndEvaluator.evaluate(linker, measured.documents(), least, progress::report);
      say("%s", EndToEndTable.text(measured.name(), report));
    }
  }

  /** The file itself, or with both protocols the one for this protocol. */
  private Path named(Path file, Protocol asked) {
    if (protocol.protocols.size() == 1) {
      return file;
    }
    String name = file.getFileName().toString();
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    int dot = plain.lastIndexOf('.');
    int end = dot > 0 ? dot : plain.length();
    return file.resolveSibling(
        name.substring(0, end) + "." + asked.officialName() + name.substring(end));
  }
}
