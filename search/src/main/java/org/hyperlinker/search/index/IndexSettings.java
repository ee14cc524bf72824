package org.hyperlinker.search.index;

/**
 * How an index is built.
 *
 * @param rows what a row stands for
 * @param skipPermuted whether mechanical inversions such as {@code Infarction, Myocardial} get no
 *     row; preferred names always get one
 * @param batch item texts that the model encodes together, at least 1
 */
public record IndexSettings(RowKind rows, boolean skipPermuted, int batch) {

  /**
   * A row for each name that is no mere inversion: synonyms are what mentions look like, while an
   * inversion has the words of another row. Batches of 64 keep two cores busy.
   */
  public static final IndexSettings NAMES = new IndexSettings(RowKind.NAME, true, 64);

  /** A row for each concept, as in the earlier study. */
  public static final IndexSettings CONCEPTS = new IndexSettings(RowKind.CONCEPT, true, 64);

  /** Rejects an empty batch. */
  public IndexSettings {
    if (batch < 1) {
      throw new IllegalArgumentException("an index batch is 1 or larger, found: " + batch);
    }
  }
}
