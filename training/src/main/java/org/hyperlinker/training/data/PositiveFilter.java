package org.hyperlinker.training.data;

import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleItem;

/** Which items of an example are its positives: the official {@code positive_filter_type}. */
public sealed interface PositiveFilter {

  /** Whether the item at this place is a positive of its example. */
  boolean accepts(Example example, int item);

  /** The first item and no other. */
  record First() implements PositiveFilter {
    @Override
    public boolean accepts(Example example, int item) {
      return item == 0;
    }
  }

  /**
   * Items with this {@code type}.
   *
   * @param positiveType the type
   */
  record OfType(String positiveType) implements PositiveFilter {
    @Override
    public boolean accepts(Example example, int item) {
      return example.items().get(item).type().equals(positiveType);
    }
  }

  /**
   * Items whose score is above a threshold; items without a score are no positives.
   *
   * @param threshold a positive's score is greater than this
   */
  record ScoreAbove(double threshold) implements PositiveFilter {
    @Override
    public boolean accepts(Example example, int item) {
      ExampleItem candidate = example.items().get(item);
      return candidate.score().isPresent() && candidate.score().getAsDouble() > threshold;
    }
  }
}
