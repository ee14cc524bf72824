package org.hyperlinker.formats.ontology;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which concepts stand below others, where an ontology names parents. Cycles do no harm. */
final class Ancestors {

  private final Map<String, Set<String>> children = new HashMap<>();

  void add(String child, String parent) {
    children.computeIfAbsent(parent, _ -> new LinkedHashSet<>()).add(child);
  }

  /** These concepts and everything below them. */
  Set<String> below(Collection<String> roots) {
    Set<String> found = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      String next = open.pop();
      if (found.add(next)) {
        open.addAll(children.getOrDefault(next, Set.of()));
      }
    }
    return found;
  }
}
