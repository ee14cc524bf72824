package org.hyperlinker.evaluation.errors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The wrong first candidates by class.
 *
 * @param asked mentions with one gold concept or none
 * @param classes those that were answered wrongly
 */
public record ErrorReport(int asked, Map<ErrorClass, Members> classes) {

  /**
   * The members of a class.
   *
   * @param byType how many of each mention type
   * @param examples some of them, of mentions and concepts that differ from each other
   */
  public record Members(SortedMap<String, Integer> byType, List<ErrorExample> examples) {

    /** Copies the collections. */
    public Members {
      byType = Collections.unmodifiableSortedMap(new TreeMap<>(byType));
      examples = List.copyOf(examples);
    }

    /** How many there are. */
    public int count() {
      return byType.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** Copies the classes, every one of which is there. */
  public ErrorReport {
    Map<ErrorClass, Members> all = new EnumMap<>(ErrorClass.class);
    for (ErrorClass error : ErrorClass.values()) {
      all.put(error, classes.getOrDefault(error, new Members(new TreeMap<>(), new ArrayList<>())));
    }
    classes = Collections.unmodifiableMap(all);
  }

  /** How many wrong answers there are. */
  public int wrong() {
    return classes.values().stream().mapToInt(Members::count).sum();
  }
}
