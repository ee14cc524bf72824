package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.cli.console.ProgressDisplay;
import org.hyperlinker.evaluation.metrics.IrEvaluation;
import org.hyperlinker.evaluation.metrics.IrMetric;
import org.hyperlinker.evaluation.retrieval.Retrieval;
import org.hyperlinker.evaluation.retrieval.RetrievalReport;
import org.hyperlinker.evaluation.retrieval.RetrievalSettings;
import org.hyperlinker.formats.retrieval.Qrels;
import org.hyperlinker.formats.retrieval.TextRecord;
import org.hyperlinker.formats.retrieval.TextRecords;
import org.hyperlinker.model.encoding.LinkingModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hyperlinker retrieve}. */
@Command(
    name = "retrieve",
    header = "Retrieve documents for queries with any model, and measure it.",
    description =
        "Scores every document for every query. Writes retrieved_items.jsonl, retrieved_items.txt,"
            + " run.trec and, with --qrels, metrics/ into DIR, as the official program does.",
    footer = {
      "  hyperlinker retrieve --model models/hypencoder.2_layer --documents documents.jsonl \\",
      "      --queries queries.jsonl --qrels qrels.json --out runs/retrieved",
      "  hyperlinker retrieve --model m --documents d.jsonl --queries q.jsonl --out r \\",
      "      --query-id-key qid --query-text-key question --metrics nDCG@10,R@100"
    })
final class RetrieveCommand extends Verb {

  @Option(names = "--model", required = true, paramLabel = "DIR", description = "The model.")
  Path model;

  @Option(
      names = "--documents",
      required = true,
      paramLabel = "FILE",
      description = "One JSON object a line, also .gz.")
  Path documents;

  @Option(
      names = "--queries",
      required = true,
      paramLabel = "FILE",
      description = "One JSON object a line, also .gz.")
  Path queries;

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      description = "Judgements: JSON {query: {document: relevance}}.")
  Path qrels;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  Path out;

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "1000",
      description = "Documents for each query. Default: ${DEFAULT-VALUE}.")
  int top;

  @Option(
      names = "--metrics",
      split = ",",
      paramLabel = "NAME",
      description = "Default: nDCG@10,nDCG@5,P@10,P@5,R@10,MRR,R@1000,MRR@10.")
  List<String> metrics = List.of();

  @Option(
      names = "--ignore-same-id",
      description = "Pass over a document that has the query's own id.")
  boolean ignoreSameId;

  @Option(names = "--no-content", description = "Leave the documents' texts out of the files.")
  boolean noContent;

  @Option(
      names = "--document-id-key",
      paramLabel = "KEY",
      defaultValue = "id",
      description = "Default: ${DEFAULT-VALUE}.")
  String documentIdKey;

  @Option(
      names = "--document-text-key",
      paramLabel = "KEY",
      defaultValue = "text",
      description = "Default: ${DEFAULT-VALUE}.")
  String documentTextKey;

  @Option(
      names = "--query-id-key",
      paramLabel = "KEY",
      defaultValue = "id",
      description = "Default: ${DEFAULT-VALUE}.")
  String queryIdKey;

  @Option(
      names = "--query-text-key",
      paramLabel = "KEY",
      defaultValue = "text",
      description = "Default: ${DEFAULT-VALUE}.")
  String queryTextKey;

  @Option(
      names = "--tag",
      paramLabel = "WORD",
      defaultValue = "hyperlinker",
      description = "The run's name in run.trec. Default: ${DEFAULT-VALUE}.")
  String tag;

  @Mixin RuntimeOption serving;

  @Option(names = "--threads", paramLabel = "N", description = "Default: one for each processor.")
  int threads = Runtime.getRuntime().availableProcessors();

  RetrieveCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    RetrievalSettings settings = usage(this::settings);
    List<TextRecord> collection = TextRecords.read(documents, documentIdKey, documentTextKey);
    List<TextRecord> asked = TextRecords.read(queries, queryIdKey, queryTextKey);
    Optional<Map<String, Map<String, Integer>>> judgements =
        qrels == null ? Optional.empty() : Optional.of(Qrels.read(qrels));
    RetrievalReport report;
    try (LinkingModel opened = serving.runtime.open(model, threads);
        ProgressDisplay progress = session.progress()) {
      report =
          Retrieval.run(opened, collection, asked, judgements, settings, out, progress::report);
    }
    say(
        "%s: %,d queries over %,d documents; encoding %.1f s and %.1f s, search %.1f s",
        out,
        report.queries(),
        report.documents(),
        report.documentSeconds(),
        report.encodeSeconds(),
        report.searchSeconds());
    report.metrics().ifPresent(this::tell);
  }

  private void tell(IrEvaluation figures) {
    figures.aggregated().forEach((name, value) -> say("  %-8s %.4f", name, value));
    if (figures.unanswered() > 0) {
      say("  %,d judged queries were not asked and count as 0", figures.unanswered());
    }
    if (figures.unjudged() > 0) {
      say("  %,d queries have no judgements and do not count", figures.unjudged());
    }
  }

  private RetrievalSettings settings() {
    RetrievalSettings defaults = RetrievalSettings.defaults();
    return new RetrievalSettings(
        top,
        ignoreSameId,
        !noContent,
        metrics.isEmpty() ? defaults.metrics() : metrics.stream().map(IrMetric::parse).toList(),
        tag,
        defaults.documentBatch(),
        defaults.queryBatch(),
        threads);
  }
}
