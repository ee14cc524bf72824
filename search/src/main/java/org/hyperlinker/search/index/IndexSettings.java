package org.hyperlinker.search.index;

/**
 * How an index is built.
 *
 * @param contents what it holds
 * @param batch item texts that the model encodes together, at least 1
 * @param threads how many build the graph, at least 1; the model has its own
 */
public record IndexSettings(IndexContents contents, int batch, int threads) {

  /**
   * A row for each name that is no mere inversion: synonyms are what mentions look like, while an
   * inversion has the words of another row. Batches of 64 keep two cores busy.
   */
  public static final IndexSettings NAMES = new IndexSettings(RowKind.NAME, true, 64);

  /** A row for each concept, as in the earlier study. */
  public static final IndexSettings CONCEPTS = new IndexSettings(RowKind.CONCEPT, true, 64);

  /** Rejects an empty batch and no threads. */
  public IndexSettings {
    if (batch < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "an index needs a batch and threads of 1 or larger, found: " + batch + " and " + threads);
    }
  }

  /** Default contents for these rows, a thread for each processor. */
  public IndexSettings(RowKind rows, boolean skipPermuted, int batch) {
    this(IndexContents.of(rows, skipPermuted), batch, Runtime.getRuntime().availableProcessors());
  }
}
