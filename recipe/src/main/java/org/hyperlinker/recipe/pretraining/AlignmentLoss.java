package org.hyperlinker.recipe.pretraining;

/** What draws the names of a concept together. */
public enum AlignmentLoss {
  /** Cross-entropy over the batch's items by cosine times 20, other concepts as negatives. */
  INFO_NCE,
  /** Multi-similarity with the settings of SapBERT: alpha 1, beta 60, base 0.5, margin 0.2. */
  MULTI_SIMILARITY
}
