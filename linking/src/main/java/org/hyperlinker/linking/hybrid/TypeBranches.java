package org.hyperlinker.linking.hybrid;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which branches of the hierarchy the mentions of a type denote, as counted in training.
 *
 * @param counts for each type, mentions by the branches of their concept
 */
public record TypeBranches(SortedMap<String, SortedMap<String, Integer>> counts) {

  /** What a pair that was never seen counts. */
  private static final double UNSEEN = 0.5;

  /** Nothing counted. */
  public static final TypeBranches NONE = new TypeBranches(new TreeMap<>());

  /** Copies the maps. */
  public TypeBranches {
    SortedMap<String, SortedMap<String, Integer>> copy = new TreeMap<>();
    counts.forEach((type, branches) -> copy.put(type, new TreeMap<>(branches)));
    counts = copy;
  }

  /**
   * The logarithm of the share of a type's mentions whose concept has these branches.
   *
   * @return at most 0; 0 for a type that was never seen, as it says nothing
   */
  double logShare(String type, String branches) {
    Map<String, Integer> seen = counts.get(type);
    if (seen == null) {
      return 0;
    }
    int all = seen.values().stream().mapToInt(Integer::intValue).sum();
    return Math.log((seen.getOrDefault(branches, 0) + UNSEEN) / (all + UNSEEN * (seen.size() + 1)));
  }
}
