package org.hyperlinker.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.scoring.GroupScorer;
import org.hyperlinker.model.scoring.ItemBlock;
import org.hyperlinker.model.scoring.PackedItems;
import org.hyperlinker.model.scoring.Scorers;
import org.hyperlinker.search.index.EmbeddedRows;

/**
 * Scores every row for every query. Packs the embeddings outside the heap when it is made: 4 bytes
 * times rows times dimension. Queries go in groups, whose scores take 4 bytes times rows times
 * {@link #GROUP}. Equal scores are ordered by row number, so answers do not depend on the thread
 * count.
 *
 * <p>Safe for many threads. Owns its threads, not the rows; whoever made it closes it.
 */
public final class ExactSearch implements AutoCloseable {

  /** Queries that pass over the items together: items are fetched from memory once for all. */
  private static final int GROUP = 16;

  private final EmbeddedRows rows;
  private final PackedItems items;
  private final ConceptOrdinals concepts;
  private final Workers workers;

  /**
   * A search over these rows.
   *
   * @param rows a whole index or {@code EmbeddingIndex.restrictedTo}; must stay open
   * @param threads how many work at once, at least 1, the caller's included
   */
  public ExactSearch(EmbeddedRows rows, int threads) {
    this.workers = new Workers(threads);
    this.rows = rows;
    this.items = PackedItems.pack(rows.size(), rows.dimension(), rows::embedding);
    this.concepts = new ConceptOrdinals(rows);
  }

  /**
   * The best rows for each query.
   *
   * @param k how many at most, at least 1; may exceed the number of rows
   * @return for each query, in order, its hits, best first
   * @throws IllegalArgumentException if a query scores items of another width
   * @throws IllegalStateException if a score is not a number
   */
  public List<List<SearchHit>> search(List<QueryRepresentation> queries, int k) {
    return each(queries, k, (query, scores) -> bestRows(scores, k));
  }

  /**
   * The best concepts for each query; a concept counts as its best row.
   *
   * @param k how many at most, at least 1; may exceed the number of concepts
   * @return for each query, in order, its hits, best first, each concept once
   * @throws IllegalArgumentException if a query scores items of another width
   * @throws IllegalStateException if a score is not a number
   */
  public List<List<ConceptHit>> searchConcepts(List<QueryRepresentation> queries, int k) {
    return each(queries, k, (query, scores) -> best(scores, concepts.bestRows(scores), k));
  }

  /**
   * The best concepts for each query, and the ranks of concepts asked for, in one pass.
   *
   * @param k how many hits at most, at least 1; ranks are not cut
   * @param asked for each query the concepts whose ranks are wanted, such as the gold ones
   * @return for each query, in order, its answer
   * @throws IllegalArgumentException if a query scores items of another width
   * @throws IllegalStateException if a score is not a number
   */
  public List<RankedConcepts> rank(
      List<QueryRepresentation> queries, int k, List<? extends Collection<ConceptId>> asked) {
    if (asked.size() != queries.size()) {
      throw new IllegalArgumentException(
          "each query needs its concepts to rank: "
              + queries.size()
              + " queries, but "
              + asked.size()
              + " collections");
    }
    return each(
        queries,
        k,
        (query, scores) -> {
          int[] bestRows = concepts.bestRows(scores);
          return new RankedConcepts(
              best(scores, bestRows, k), ranks(scores, bestRows, asked.get(query)));
        });
  }

  /** How many concepts are searched. */
  public int concepts() {
    return concepts.count();
  }

  private <T> List<T> each(
      List<QueryRepresentation> queries, int k, BiFunction<Integer, float[], T> answer) {
    if (k < 1) {
      throw new IllegalArgumentException("k is 1 or larger, found: " + k);
    }
    Object[] answers = new Object[queries.size()];
    float[][] scores = new float[Math.min(GROUP, queries.size())][items.size()];
    for (int from = 0; from < queries.size(); from += GROUP) {
      int first = from;
      int count = Math.min(GROUP, queries.size() - first);
      GroupScorer scorer = scorer(queries.subList(first, first + count));
      workers.run(
          items.blocks().size(),
          number -> {
            ItemBlock block = items.blocks().get(number);
            scorer.score(block, scores, block.firstItem());
          });
      workers.run(
          count,
          i -> {
            requireNumbers(first + i, scores[i]);
            answers[first + i] = answer.apply(first + i, scores[i]);
          });
    }
    @SuppressWarnings("unchecked")
    List<T> typed = (List<T>) Arrays.asList(answers);
    return typed;
  }

  private GroupScorer scorer(List<QueryRepresentation> queries) {
    for (QueryRepresentation query : queries) {
      if (query.dimension() != items.dimension()) {
        throw new IllegalArgumentException(
            "a query scores items of width "
                + query.dimension()
                + ", but the index has width "
                + items.dimension()
                + "; index and query need the same model");
      }
    }
    return Scorers.group(queries);
  }

  private void requireNumbers(int query, float[] scores) {
    for (int row = 0; row < scores.length; row++) {
      if (Float.isNaN(scores[row])) {
        throw new IllegalStateException(
            "query "
                + query
                + " scores '"
                + rows.row(row).name()
                + "' as NaN; the model's weights are damaged");
      }
    }
  }

  private static List<SearchHit> bestRows(float[] scores, int k) {
    TopK top = new TopK(Math.min(k, scores.length));
    for (int row = 0; row < scores.length; row++) {
      top.offer(row, scores[row]);
    }
    return top.drain();
  }

  private List<ConceptHit> best(float[] scores, int[] bestRows, int k) {
    TopK top = new TopK(Math.min(k, bestRows.length));
    for (int row : bestRows) {
      top.offer(row, scores[row]);
    }
    return top.drain().stream()
        .map(hit -> new ConceptHit(rows.row(hit.row()), hit.row(), hit.score()))
        .toList();
  }

  private Map<ConceptId, Integer> ranks(
      float[] scores, int[] bestRows, Collection<ConceptId> asked) {
    Map<ConceptId, Integer> ranks = new HashMap<>();
    for (ConceptId concept : asked) {
      OptionalInt ordinal = concepts.of(concept);
      if (ordinal.isPresent()) {
        ranks.put(concept, rank(scores, bestRows, bestRows[ordinal.getAsInt()]));
      }
    }
    return ranks;
  }

  private static int rank(float[] scores, int[] bestRows, int row) {
    int rank = 1;
    for (int other : bestRows) {
      if (TopK.better(scores[other], other, scores[row], row)) {
        rank++;
      }
    }
    return rank;
  }

  @Override
  public void close() {
    workers.close();
  }
}
