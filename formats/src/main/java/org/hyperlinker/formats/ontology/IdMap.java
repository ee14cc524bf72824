package org.hyperlinker.formats.ontology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.io.LineReader;

/**
 * Reads which ids took the place of others: a line {@code old<TAB>new} each, gzipped or plain.
 * Blank lines and lines that begin with {@code #} say nothing; further columns are not read.
 */
public final class IdMap {

  private IdMap() {}

  /**
   * Reads a file.
   *
   * @throws FormatException with file and line, if a line is no pair of ids, or an old id is mapped
   *     to two new ones
   */
  public static Map<ConceptId, ConceptId> read(Path file) throws IOException {
    Map<ConceptId, ConceptId> map = new LinkedHashMap<>();
    try (LineReader lines = new LineReader(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          if (cells.length < 2) {
            throw lines.fault("no pair of ids", "'old<tab>new'", "'" + line + "'");
          }
          ConceptId old = id(lines, cells[0]);
          ConceptId current = id(lines, cells[1]);
          ConceptId earlier = map.putIfAbsent(old, current);
          if (earlier != null && !earlier.equals(current)) {
            throw lines.fault("an id with two successors", "" + earlier, "" + current);
          }
        }
      }
      if (map.isEmpty()) {
        throw lines.fault("no pair of ids", "'old<tab>new'", "none");
      }
    }
    return map;
  }

  private static ConceptId id(LineReader lines, String text) throws FormatException {
    try {
      return ConceptId.parse(text);
    } catch (IllegalArgumentException e) {
      throw lines.fault("unreadable id", "an id such as D009203", "'" + text + "'");
    }
  }
}
