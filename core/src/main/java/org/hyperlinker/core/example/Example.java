package org.hyperlinker.core.example;

import java.util.List;

/**
 * A training example in the shape of the official "standard format": one query and its items,
 * positives and negatives alike. Which items are positives is the positive filter's decision.
 *
 * @param query the query
 * @param items in file order, at least one
 */
public record Example(ExampleQuery query, List<ExampleItem> items) {

  /** Copies the items and requires at least one. */
  public Example {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("example of query '" + query.id() + "' has no item");
    }
  }
}
