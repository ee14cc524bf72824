package org.hyperlinker.evaluation.retrieval;

import java.util.List;
import org.hyperlinker.evaluation.metrics.IrMetric;

/**
 * How documents are retrieved.
 *
 * @param topK documents for each query at most, at least 1; may exceed the collection
 * @param ignoreSameId whether a document with the query's own id is passed over; the answer still
 *     has {@code topK} documents where there are as many others
 * @param includeContent whether the run files repeat the documents' texts; metrics do not need them
 * @param metrics what is measured where there are judgements, at least one
 * @param tag the run's name in the TREC file, without blanks
 * @param documentBatch documents encoded together, at least 1
 * @param queryBatch queries encoded and searched together, at least 1
 * @param threads how many score at once, at least 1
 */
public record RetrievalSettings(
    int topK,
    boolean ignoreSameId,
    boolean includeContent,
    List<IrMetric> metrics,
    String tag,
    int documentBatch,
    int queryBatch,
    int threads) {

  /** Copies the metrics and rejects values without meaning. */
  public RetrievalSettings {
    metrics = List.copyOf(metrics);
    if (topK < 1 || documentBatch < 1 || queryBatch < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "retrieval needs a top k, batches and threads of at least 1, found: "
              + List.of(topK, documentBatch, queryBatch, threads));
    }
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("retrieval needs at least one metric, found none");
    }
    if (tag.isEmpty() || tag.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("the tag of a TREC run is one word, found: '" + tag + "'");
    }
  }

  /** Upstream's choices: 1,000 documents with their texts and its default metrics. */
  public static RetrievalSettings defaults() {
    return new RetrievalSettings(
        1000,
        false,
        true,
        IrMetric.DEFAULTS,
        "hyperlinker",
        256,
        64,
        Runtime.getRuntime().availableProcessors());
  }
}
