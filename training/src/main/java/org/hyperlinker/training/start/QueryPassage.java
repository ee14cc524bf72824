package org.hyperlinker.training.start;

/**
 * How the pooled query passes a hyper-head: through a value projection, the rectifier, the
 * normalisation and a hyper-projection, to be the rows of a generated layer.
 */
sealed interface QueryPassage permits PrincipalSplit, ProjectedPassage {

  /** The weight of the value projection {@code (width, hidden)}. */
  float[] values();

  /** The bias of the value projection {@code (width)}. */
  float[] valueBias();

  /**
   * The weight of the hyper-projection {@code (width, width)}.
   *
   * @param gain makes generated rows of about that length times the root of the width
   */
  float[] joined(double gain);
}
