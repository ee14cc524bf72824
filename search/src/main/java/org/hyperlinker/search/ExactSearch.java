package org.hyperlinker.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.hyperlinker.core.concurrent.Once;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.scoring.GroupScorer;
import org.hyperlinker.model.scoring.ItemBlock;
import org.hyperlinker.model.scoring.PackedItems;
import org.hyperlinker.model.scoring.Scorers;
import org.hyperlinker.model.scoring.TopRows;
import org.hyperlinker.search.index.EmbeddedRows;
import org.hyperlinker.search.index.RowConcepts;
import org.hyperlinker.search.parallel.Workers;

/**
 * Scores every row for every query. Reads the packed embeddings where they are; those of an index
 * are mapped, or laid out in memory by the first search. Queries go in groups, whose scores take 4
 * bytes times rows times {@link #GROUP}. Equal scores are ordered by row number, so answers do not
 * depend on the thread count.
 *
 * <p>Safe for many threads. Owns its threads, not the rows; whoever made it closes it.
 */
public final class ExactSearch implements AutoCloseable {

  /** Queries that pass over the items together: items are fetched from memory once for all. */
  private static final int GROUP = 16;

  private final EmbeddedRows rows;
  private final Once<PackedItems> items;
  private final RowConcepts concepts;
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
    this.items = new Once<>(rows::packed);
    this.concepts = rows.rowConcepts();
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
    return each(queries, k, (query, scores) -> top(scores, k));
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
    return each(
        queries, k, (query, scores) -> best(scores, bestRows(scores, RankQuery.NOTHING), k));
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
    return rank(
        IntStream.range(0, queries.size())
            .mapToObj(
                i -> new RankQuery(queries.get(i), Set.copyOf(asked.get(i)), RankQuery.NOTHING))
            .toList(),
        k);
  }

  /**
   * The best concepts for each query, and the places of concepts asked for, in one pass.
   *
   * @param k how many hits at most, at least 1; ranks are not cut
   * @return for each query, in order, its answer
   * @throws IllegalArgumentException if a query scores items of another width
   * @throws IllegalStateException if a score is not a number
   */
  public List<RankedConcepts> rank(List<RankQuery> queries, int k) {
    return each(
        queries.stream().map(RankQuery::representation).toList(),
        k,
        (query, scores) -> {
          int[] bestRows = bestRows(scores, queries.get(query).leftOut());
          return ranked(scores, bestRows, k, queries.get(query).asked());
        });
  }

  private RankedConcepts ranked(float[] scores, int[] bestRows, int k, Set<ConceptId> asked) {
    Map<ConceptId, Integer> ranks = new HashMap<>();
    Map<ConceptId, ConceptHit> hits = new HashMap<>();
    for (ConceptId concept : asked) {
      OptionalInt ordinal = concepts.of(concept);
      int row = ordinal.isPresent() ? bestRows[ordinal.getAsInt()] : -1;
      if (row >= 0) {
        ranks.put(concept, rank(scores, bestRows, row));
        hits.put(concept, new ConceptHit(rows.row(row), row, scores[row]));
      }
    }
    return new RankedConcepts(best(scores, bestRows, k), ranks, hits, true);
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
    List<ItemBlock> blocks = queries.isEmpty() ? List.of() : items.get().blocks();
    float[][] scores = new float[Math.min(GROUP, queries.size())][rows.size()];
    for (int from = 0; from < queries.size(); from += GROUP) {
      int first = from;
      List<QueryRepresentation> group =
          queries.subList(from, Math.min(queries.size(), from + GROUP));
      group.forEach(query -> requireWidth(query, rows.dimension()));
      GroupScorer scorer = Scorers.group(group);
      workers.run(
          blocks.size(),
          number -> {
            ItemBlock block = blocks.get(number);
            scorer.score(block, scores, block.firstItem());
          });
      workers.run(
          group.size(),
          i -> {
            requireNumbers(first + i, scores[i]);
            answers[first + i] = answer.apply(first + i, scores[i]);
          });
    }
    @SuppressWarnings("unchecked")
    List<T> typed = (List<T>) Arrays.asList(answers);
    return typed;
  }

  /** Refuses a query whose items have another width. */
  public static void requireWidth(QueryRepresentation query, int dimension) {
    if (query.dimension() != dimension) {
      throw new IllegalArgumentException(
          "a query scores items of width "
              + query.dimension()
              + ", but the index has width "
              + dimension
              + "; index and query need the same model");
    }
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

  private static List<SearchHit> top(float[] scores, int k) {
    TopRows top = new TopRows(Math.clamp(scores.length, 1, k));
    top.offer(scores, 0, scores.length, 0);
    return hits(top);
  }

  /** The best row of each concept, of equal ones the first; -1 if all are left out. */
  private int[] bestRows(float[] scores, BitSet leftOut) {
    int[] best = new int[concepts.count()];
    Arrays.fill(best, -1);
    for (int row = 0; row < scores.length; row++) {
      int concept = concepts.ofRow(row);
      if ((best[concept] < 0 || scores[row] > scores[best[concept]]) && !leftOut.get(row)) {
        best[concept] = row;
      }
    }
    return best;
  }

  private List<ConceptHit> best(float[] scores, int[] bestRows, int k) {
    TopRows top = new TopRows(Math.clamp(bestRows.length, 1, k));
    for (int row : bestRows) {
      if (row >= 0) {
        top.offer(row, scores[row]);
      }
    }
    return hits(top).stream()
        .map(hit -> new ConceptHit(rows.row(hit.row()), hit.row(), hit.score()))
        .toList();
  }

  private static List<SearchHit> hits(TopRows top) {
    int[] best = new int[top.size()];
    float[] scores = new float[best.length];
    top.drain(best, scores);
    return IntStream.range(0, best.length)
        .mapToObj(i -> new SearchHit(best[i], scores[i]))
        .toList();
  }

  private static int rank(float[] scores, int[] bestRows, int row) {
    int rank = 1;
    for (int other : bestRows) {
      if (other >= 0 && TopRows.better(scores[other], other, scores[row], row)) {
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
