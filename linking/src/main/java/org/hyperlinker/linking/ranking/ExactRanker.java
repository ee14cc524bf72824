package org.hyperlinker.linking.ranking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.search.ExactSearch;
import org.hyperlinker.search.RankQuery;
import org.hyperlinker.search.RankedConcepts;
import org.hyperlinker.search.index.EmbeddedRows;

/** Scores every row; ranks are over all concepts. Owns neither the model nor the rows. */
public final class ExactRanker implements ConceptRanker {

  private static final double NANOS = 1e9;

  private final LinkingModel model;
  private final ExactSearch search;
  private final BitSet leftOut;

  /**
   * A ranker.
   *
   * @param leftOut rows that do not count; not copied
   * @param threads how many score at once, at least 1
   */
  public ExactRanker(LinkingModel model, EmbeddedRows rows, BitSet leftOut, int threads) {
    this.model = model;
    this.search = new ExactSearch(rows, threads);
    this.leftOut = leftOut;
  }

  @Override
  public int concepts() {
    return search.concepts();
  }

  @Override
  public Batch rank(List<Query> queries, int k) {
    long start = System.nanoTime();
    List<QueryRepresentation> encoded =
        model.encodeQueries(queries.stream().map(Query::text).toList());
    long between = System.nanoTime();
    List<RankQuery> asked = new ArrayList<>(queries.size());
    for (int i = 0; i < queries.size(); i++) {
      asked.add(new RankQuery(encoded.get(i), queries.get(i).asked(), leftOut));
    }
    List<RankedConcepts> ranked = search.rank(asked, k);
    long end = System.nanoTime();
    return new Batch(ranked, (between - start) / NANOS, (end - between) / NANOS);
  }

  @Override
  public void close() {
    search.close();
  }
}
