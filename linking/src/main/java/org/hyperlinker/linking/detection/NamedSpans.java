package org.hyperlinker.linking.detection;

import java.util.Optional;
import java.util.TreeSet;
import org.hyperlinker.core.lexical.NormalForm;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexRow;

/** The names of an index as a dictionary; rows that are training mentions are not among them. */
final class NamedSpans {

  private final EmbeddingIndex index;

  NamedSpans(EmbeddingIndex index) {
    this.index = index;
  }

  /**
   * The branches of the concepts with this name, sorted and joined; a short word has to be written
   * as the name is.
   *
   * @param ordered its ordered normal form
   * @return empty if it is no name
   */
  Optional<String> branches(String surface, String ordered) {
    boolean isShort = Surfaces.isShort(surface);
    boolean named = false;
    TreeSet<String> letters = new TreeSet<>();
    for (int number : index.lexicon().sameForm(new NormalForm(ordered, ""))) {
      IndexRow row = index.row(number);
      if (!row.remembered() && (!isShort || Surfaces.sameCasing(surface, row.name()))) {
        named = true;
        row.branches().chars().forEach(c -> letters.add(Character.toString(c)));
      }
    }
    return named ? Optional.of(String.join("", letters)) : Optional.empty();
  }
}
