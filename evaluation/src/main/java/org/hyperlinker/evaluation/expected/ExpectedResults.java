package org.hyperlinker.evaluation.expected;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What a command should bring.
 *
 * @param command the command line that makes the results
 * @param results the JSON file that it writes
 * @param provenance digests that the results have to name, by their keys there
 * @param figures what is expected of them, at least one
 */
public record ExpectedResults(
    String command,
    Path results,
    SequencedMap<String, String> provenance,
    List<ExpectedFigure> figures) {

  /** Copies the collections. */
  public ExpectedResults {
    provenance = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(provenance));
    figures = List.copyOf(figures);
  }
}
