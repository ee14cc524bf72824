package org.hyperlinker.linking.detection;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often something stood in a training corpus, as a mention and otherwise.
 *
 * @param types mentions by their type, which may be empty
 * @param outside occurrences that are no mention
 */
public record Occurrences(SortedMap<String, Integer> types, int outside) {

  /** Copies the map. */
  public Occurrences {
    types = new TreeMap<>(types);
    if (outside < 0 || types.values().stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException("counts are positive, found: " + types + ", " + outside);
    }
  }

  static Occurrences inside(String type, int count) {
    return new Occurrences(new TreeMap<>(Map.of(type, count)), 0);
  }

  static Occurrences outside(int count) {
    return new Occurrences(new TreeMap<>(), count);
  }

  Occurrences plus(Occurrences other) {
    SortedMap<String, Integer> sum = new TreeMap<>(types);
    other.types.forEach((type, count) -> sum.merge(type, count, Integer::sum));
    return new Occurrences(sum, outside + other.outside);
  }

  /** How many were mentions. */
  int inside() {
    return types.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The share of mentions, drawn towards what is expected beforehand by {@code weight} cases. */
  double share(double expected, double weight) {
    int inside = inside();
    return (inside + expected * weight) / (inside + outside + weight);
  }

  /** The most frequent type; of equals the first by name. */
  Optional<String> type() {
    return types.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }
}
