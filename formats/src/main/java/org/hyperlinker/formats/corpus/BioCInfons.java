package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Relation;
import org.hyperlinker.core.corpus.Relation.Argument;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.corpus.Placement.Location;
import org.hyperlinker.formats.corpus.Placement.RawMention;
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

  /** An annotation out of its parts; type and canonical concepts leave the infons. */
  static RawMention mention(
      Placement.Faults faults,
      long faultLine,
      long line,
      String id,
      Map<String, String> infons,
      List<Location> locations,
      String text)
      throws FormatException {
    String key = conceptKey(infons).orElse("");
    String field = infons.getOrDefault(key, "");
    List<ConceptId> concepts;
    try {
      concepts = ConceptField.parse(field);
    } catch (IllegalArgumentException e) {
      throw faults.at(
          faultLine,
          "unreadable concept infon '" + key + "'",
          "ids such as D001 or D001|D002",
          field);
    }
    Map<String, String> attributes = new LinkedHashMap<>(infons);
    String type = attributes.getOrDefault(TYPE, "");
    attributes.remove(TYPE);
    // The canonical field says no more than the concepts; any other spelling is kept.
    attributes.remove(IDENTIFIER, ConceptField.format(concepts));
    return new RawMention(line, id, type, locations, text, concepts, attributes);
  }

  /** A relation out of its parts; BC5CDR names its type by an infon of its own. */
  static Relation relation(String id, List<Argument> arguments, Map<String, String> infons) {
    Map<String, String> attributes = new LinkedHashMap<>(infons);
    String type = attributes.getOrDefault(TYPE, attributes.getOrDefault("relation", ""));
    attributes.remove(TYPE);
    return new Relation(id, type, arguments, attributes);
  }

  /** A mention's infons but its type, its concepts in whatever spelling they were read. */
  static Map<String, String> withConcepts(Mention mention) {
    Map<String, String> attributes = mention.attributes();
    String field = conceptKey(attributes).map(attributes::get).orElse(null);
    if (field != null && ConceptField.says(field, mention.concepts())) {
      return attributes;
    }
    Map<String, String> infons = new LinkedHashMap<>();
    infons.put(IDENTIFIER, ConceptField.format(mention.concepts()));
    attributes.forEach(infons::putIfAbsent);
    return infons;
  }

  /** The attributes of a document that state properties of its whole collection. */
  static Map<String, String> collection(Map<String, String> attributes) {
    Map<String, String> collection = new LinkedHashMap<>(attributes);
    collection.keySet().removeIf(name -> !name.startsWith(BioCXmlReader.COLLECTION));
    return collection;
  }
}
