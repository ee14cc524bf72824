package org.hyperlinker.search.index;

/** Embeddings that the model made before, so that it need not make them again. */
@FunctionalInterface
public interface KnownEmbeddings {

  /** None. */
  KnownEmbeddings NONE = (_, _) -> false;

  /**
   * Copies the embedding of an item text, if it is known.
   *
   * @param target of the embedding's width; left as it is if the text is not known
   * @return whether it is known
   */
  boolean copy(String text, float[] target);
}
