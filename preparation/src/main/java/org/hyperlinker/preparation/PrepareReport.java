package org.hyperlinker.preparation;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.preparation.example.SplitCounts;

/**
 * What lies in a prepared directory; the manifest says the same and more.
 *
 * @param directory where it is
 * @param concepts concepts of the knowledge base
 * @param names different (concept, name) pairs
 * @param splits counts by split, in the order of the options
 * @param namePairs examples made of the ontology's names; 0 where none were asked for
 * @param files the files, in the order of writing, the manifest last
 */
public record PrepareReport(
    Path directory,
    long concepts,
    long names,
    Map<String, SplitCounts> splits,
    long namePairs,
    List<Path> files) {

  /** Copies the collections. */
  public PrepareReport {
    splits = Collections.unmodifiableMap(new LinkedHashMap<>(splits));
    files = List.copyOf(files);
  }
}
