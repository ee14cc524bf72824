package org.hyperlinker.training.export;

/**
 * Which parts of an 8-bit graph compute with 8 bits beside the other linear layers of BERT.
 *
 * @param embeddings whether word embeddings are stored so; the table shrinks to a quarter
 * @param contractions whether the second layer of each feed-forward part is; what it multiplies has
 *     outliers, and it loses most by a common scale
 * @param hyperHead whether the hyper-head's value and output projections are
 */
public record QuantisedParts(boolean embeddings, boolean contractions, boolean hyperHead) {

  /** Every part. */
  public static final QuantisedParts ALL = new QuantisedParts(true, true, true);

  /**
   * All but the contractions, by measurement; docs/architecture.md has the figures: they cost a
   * third of the speed and halve the error, while embeddings and hyper-head add none worth naming.
   */
  public static final QuantisedParts DEFAULT = new QuantisedParts(true, false, true);
}
