package org.hyperlinker.recipe.mining;

import java.util.List;
import java.util.OptionalInt;
import org.hyperlinker.search.strategy.SearchStrategy;

/**
 * How negatives are mined.
 *
 * @param negatives how many each example gets at most, at least 1
 * @param shares the sources in the order of their turns, each once
 * @param depth how many of the model's best concepts are looked at for each query, at least 1
 * @param limit how many examples are drawn at random and mined; empty for all
 * @param seed of that drawing
 * @param fewQueries how up to {@link #MANY} different queries are searched
 * @param manyQueries how more are searched
 * @param batch queries encoded and searched together, at least 1
 * @param threads of the search, at least 1
 */
public record MineSettings(
    int negatives,
    List<SourceShare> shares,
    int depth,
    OptionalInt limit,
    long seed,
    SearchStrategy fewQueries,
    SearchStrategy manyQueries,
    int batch,
    int threads) {

  /** Queries beyond which scoring every row for each takes more than a few minutes. */
  public static final int MANY = 5000;

  /** Copies the shares and rejects counts below 1, no source, and a source that stands twice. */
  public MineSettings {
    shares = List.copyOf(shares);
    require(negatives, "negatives of an example");
    require(depth, "concepts looked at for a query");
    require(batch, "queries searched together");
    require(threads, "threads");
    if (limit.isPresent()) {
      require(limit.getAsInt(), "examples to draw");
    }
    if (shares.isEmpty()
        || shares.stream().map(SourceShare::source).distinct().count() < shares.size()) {
      throw new IllegalArgumentException(
          "name at least one source of negatives and each once, found: " + shares);
    }
  }

  private static void require(int count, String what) {
    if (count < 1) {
      throw new IllegalArgumentException(what + ": expected 1 or more, found: " + count);
    }
  }

  /** Whether a source takes part. */
  boolean uses(NegativeSource source) {
    return shares.stream().anyMatch(share -> share.source() == source);
  }

  /** How this many different queries are searched. */
  SearchStrategy strategy(int queries) {
    return queries > MANY ? manyQueries : fewQueries;
  }
}
