package org.hyperlinker.training.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hyperlinker.core.example.Example;

/**
 * The items of an example apart, as places among them.
 *
 * @param positives what the filter accepts
 * @param negatives all others, except those with the id of a positive
 */
record ItemSplit(List<Integer> positives, List<Integer> negatives) {

  static ItemSplit of(Example example, PositiveFilter filter) {
    List<Integer> positives = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    Set<String> positiveIds = new HashSet<>();
    for (int item = 0; item < example.items().size(); item++) {
      if (filter.accepts(example, item)) {
        positives.add(item);
        positiveIds.add(example.items().get(item).id());
      } else {
        others.add(item);
      }
    }
    others.removeIf(item -> positiveIds.contains(example.items().get(item).id()));
    return new ItemSplit(positives, others);
  }
}
