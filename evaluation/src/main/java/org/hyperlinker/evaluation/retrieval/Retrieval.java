package org.hyperlinker.evaluation.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.evaluation.Progress;
import org.hyperlinker.evaluation.metrics.IrEvaluation;
import org.hyperlinker.evaluation.metrics.RankedDocument;
import org.hyperlinker.formats.retrieval.TextRecord;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.search.ConceptHit;
import org.hyperlinker.search.ExactSearch;

/**
 * Retrieves documents for queries with any model, scoring every document for every query, and
 * writes {@code retrieved_items.jsonl}, {@code retrieved_items.txt}, {@code run.trec} ({@code qid
 * Q0 docid rank score tag}) and, where there are judgements, {@code
 * metrics/aggregated_metrics.json}, {@code .txt} (times 100) and {@code
 * metrics/per_query_metrics.json} into a directory.
 *
 * <p>Holds the embeddings twice, once outside the heap: 8 bytes times documents times dimension.
 */
public final class Retrieval {

  private static final double NANOS = 1e9;

  /** What a run leaves in its directory, and nothing else. */
  private static final Set<String> RESULTS =
      Set.of(RunFiles.JSONL, RunFiles.READABLE, RunFiles.TREC, MetricFiles.FOLDER);

  private final LinkingModel model;
  private final RetrievalSettings settings;
  private double encodeSeconds;
  private double searchSeconds;

  private Retrieval(LinkingModel model, RetrievalSettings settings) {
    this.model = model;
    this.settings = settings;
  }

  /**
   * Retrieves, measures and writes.
   *
   * @param documents texts that share an id count as one document, with its best score
   * @param queries ids are unique
   * @param qrels query id to document id to relevance; empty for no metrics
   * @param output the directory appears whole or not at all; an earlier run's is replaced
   * @throws IllegalArgumentException if there is no document or query, a query id occurs twice, an
   *     id has blanks (a TREC run could not hold it), or no query is judged
   * @throws IOException naming the directory, if it holds something else or cannot be written
   */
  public static RetrievalReport run(
      LinkingModel model,
      List<TextRecord> documents,
      List<TextRecord> queries,
      Optional<Map<String, Map<String, Integer>>> qrels,
      RetrievalSettings settings,
      Path output,
      Progress progress)
      throws IOException {
    check(documents, queries, qrels);
    requireReplaceable(output);
    return new Retrieval(model, settings).run(documents, queries, qrels, output, progress);
  }

  private RetrievalReport run(
      List<TextRecord> documents,
      List<TextRecord> queries,
      Optional<Map<String, Map<String, Integer>>> qrels,
      Path output,
      Progress progress)
      throws IOException {
    long start = System.nanoTime();
    EncodedCollection collection =
        EncodedCollection.encode(model, documents, settings.documentBatch(), progress);
    double documentSeconds = (System.nanoTime() - start) / NANOS;
    Map<String, List<RankedDocument>> run = new LinkedHashMap<>();
    List<IrEvaluation> figures = new ArrayList<>();
    AtomicFiles.writeDirectory(
        output,
        directory -> {
          try (RunFiles files = new RunFiles(directory, settings)) {
            search(collection, queries, files, run, progress);
          }
          if (qrels.isPresent()) {
            figures.add(IrEvaluation.of(run, qrels.get(), settings.metrics()));
            MetricFiles.write(directory, figures.getFirst());
          }
        });
    return new RetrievalReport(
        collection.distinct(),
        queries.size(),
        figures.stream().findFirst(),
        documentSeconds,
        encodeSeconds,
        searchSeconds);
  }

  private void search(
      EncodedCollection collection,
      List<TextRecord> queries,
      RunFiles files,
      Map<String, List<RankedDocument>> run,
      Progress progress)
      throws IOException {
    // One more than asked for, to fill the place of a document with the query's own id.
    int k = Math.min(settings.topK(), collection.distinct()) + (settings.ignoreSameId() ? 1 : 0);
    try (ExactSearch search = new ExactSearch(collection, settings.threads())) {
      for (int from = 0; from < queries.size(); from += settings.queryBatch()) {
        List<TextRecord> batch =
            queries.subList(from, Math.min(queries.size(), from + settings.queryBatch()));
        long start = System.nanoTime();
        List<QueryRepresentation> encoded =
            model.encodeQueries(batch.stream().map(TextRecord::text).toList());
        long between = System.nanoTime();
        List<List<ConceptHit>> hits = search.searchConcepts(encoded, k);
        encodeSeconds += (between - start) / NANOS;
        searchSeconds += (System.nanoTime() - between) / NANOS;
        for (int i = 0; i < batch.size(); i++) {
          TextRecord query = batch.get(i);
          List<RetrievedDocument> found = retrieved(collection, query, hits.get(i));
          files.write(query, found);
          run.put(
              query.id(), found.stream().map(d -> new RankedDocument(d.id(), d.score())).toList());
        }
        progress.advanced("queries", from + batch.size(), queries.size());
      }
    }
  }

  private List<RetrievedDocument> retrieved(
      EncodedCollection collection, TextRecord query, List<ConceptHit> hits) {
    return hits.stream()
        .map(
            hit -> {
              TextRecord document = collection.document(hit.number());
              return new RetrievedDocument(document.id(), document.text(), hit.score());
            })
        .filter(document -> !settings.ignoreSameId() || !document.id().equals(query.id()))
        .limit(settings.topK())
        .toList();
  }

  private static void check(
      List<TextRecord> documents,
      List<TextRecord> queries,
      Optional<Map<String, Map<String, Integer>>> qrels) {
    if (documents.isEmpty() || queries.isEmpty()) {
      throw new IllegalArgumentException(
          "retrieval needs at least one document and one query, found "
              + documents.size()
              + " and "
              + queries.size());
    }
    Set<String> ids = new HashSet<>();
    for (TextRecord query : queries) {
      if (!ids.add(query.id())) {
        throw new IllegalArgumentException("query id '" + query.id() + "' occurs twice");
      }
    }
    Stream.concat(documents.stream(), queries.stream())
        .map(TextRecord::id)
        .filter(id -> id.isEmpty() || id.chars().anyMatch(Character::isWhitespace))
        .findFirst()
        .ifPresent(
            id -> {
              throw new IllegalArgumentException(
                  "id '" + id + "' is no single word, which a TREC run needs; rename it");
            });
    // Found out before hours of encoding, not after them.
    qrels.ifPresent(judged -> IrEvaluation.requireJudged(ids, judged));
  }

  /** An existing directory is replaced as a whole, which must not cost somebody other files. */
  private static void requireReplaceable(Path output) throws IOException {
    if (!Files.exists(output)) {
      return;
    }
    if (!Files.isDirectory(output)) {
      throw new IOException(output + " is a file; name a directory for the results");
    }
    try (Stream<Path> content = Files.list(output)) {
      Optional<Path> other =
          content.filter(f -> !RESULTS.contains(f.getFileName().toString())).sorted().findFirst();
      if (other.isPresent()) {
        throw new IOException(
            output
                + " holds other files than an earlier run's, "
                + other.get().getFileName()
                + " among them; name a new or empty directory");
      }
    }
  }
}
