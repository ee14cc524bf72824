package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.io.XmlCursor;

/** The small parts that BioC elements share. */
final class BioCInfons {

  /** The infon that the records have a field for. */
  static final String TYPE = "type";

  /** The infon in which concepts are written. */
  static final String IDENTIFIER = "identifier";

  /** The infons in which corpora state concepts, in order of trust, in any case. */
  private static final List<String> CONCEPT_KEYS = List.of(IDENTIFIER, "concept_id", "mesh");

  private BioCInfons() {}

  /** Reads an {@code <infon>}; a repeated key becomes {@code key#2}, so that nothing is lost. */
  static void read(XmlCursor xml, Map<String, String> infons) throws IOException {
    String key = xml.attribute("key", "");
    String free = key;
    for (int i = 2; infons.containsKey(free); i++) {
      free = key + "#" + i;
    }
    infons.put(free, xml.text());
  }

  /** The key under which these infons state concepts. */
  static Optional<String> conceptKey(Map<String, String> infons) {
    return CONCEPT_KEYS.stream()
        .flatMap(name -> infons.keySet().stream().filter(name::equalsIgnoreCase))
        .findFirst();
  }

  /** A whole number of at least 0 at the cursor's line. */
  static int number(XmlCursor xml, String what, String text) throws FormatException {
    String digits = text.strip();
    if (!digits.matches("\\d{1,9}")) {
      throw xml.fault("unreadable " + what, "a whole number of at least 0", "'" + text + "'");
    }
    return Integer.parseInt(digits);
  }
}
