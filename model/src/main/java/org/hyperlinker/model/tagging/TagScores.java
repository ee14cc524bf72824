package org.hyperlinker.model.tagging;

import java.util.List;

/** A network that scores the tags of words. */
@FunctionalInterface
public interface TagScores {

  /**
   * Scores inputs.
   *
   * @return for each input {@code (words, tags)}, comparable within a word
   */
  List<float[][]> of(List<TaggerInput> inputs);
}
