package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.XmlCursor;

/** Reads {@code <annotation>} elements and places them once the document's text is known. */
final class BioCAnnotations {

  private final XmlCursor xml;
  private final Ledger.Builder ledger;

  BioCAnnotations(XmlCursor xml, Ledger.Builder ledger) {
    this.xml = xml;
    this.ledger = ledger;
  }

  /** A stretch of code points. */
  record Location(int offset, int length) {}

  /** A passage's text and where it starts, in UTF-16 units. */
  record Placed(int start, String text) {
    boolean holds(Span span) {
      return span.start() >= start && span.end() <= start + text.length();
    }
  }

  /** An annotation as it stands in the file. */
  record Raw(
      long line,
      String id,
      Map<String, String> infons,
      List<Location> locations,
      String text,
      List<ConceptId> concepts) {

    FormatException fault(XmlCursor xml, String problem, String expected, String found) {
      return xml.fault(line, problem + " in annotation '" + id + "'", expected, found);
    }
  }

  Raw read() throws IOException {
    long line = xml.line();
    String id = xml.attribute("id", "");
    Map<String, String> infons = new LinkedHashMap<>();
    List<Location> locations = new ArrayList<>();
    String text = "";
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "infon" -> BioCInfons.read(xml, infons);
        case "text" -> text = xml.text();
        case "location" -> {
          int offset = BioCInfons.number(xml, "location offset", xml.attribute("offset", ""));
          int length = BioCInfons.number(xml, "location length", xml.attribute("length", ""));
          locations.add(new Location(offset, length));
          xml.skip();
        }
        default -> {
          ledger.skip("element <" + xml.name() + "> in <annotation>");
          xml.skip();
        }
      }
    }
    return new Raw(line, id, infons, locations, text, concepts(infons));
  }

  private List<ConceptId> concepts(Map<String, String> infons) throws FormatException {
    String key = BioCInfons.conceptKey(infons).orElse("");
    String field = infons.getOrDefault(key, "");
    try {
      return ConceptField.parse(field);
    } catch (IllegalArgumentException e) {
      throw xml.fault(
          "unreadable concept infon '" + key + "'", "ids such as D001 or D001|D002", field);
    }
  }

  List<Mention> mentions(
      List<Raw> annotations, CodePointOffsets offsets, int passage, List<Placed> texts)
      throws FormatException {
    List<Mention> mentions = new ArrayList<>();
    for (Raw raw : annotations) {
      List<Span> spans = new ArrayList<>();
      for (Location location : raw.locations()) {
        if (location.length() == 0) {
          throw raw.fault(xml, "empty location", "a length of at least 1", "0");
        }
        int start = offsets.toUnits(passage, location.offset());
        int end = offsets.toUnits(passage, location.offset() + location.length());
        spans.add(new Span(start, end));
      }
      if (spans.isEmpty()) {
        ledger.skip("annotation without location");
        continue;
      }
      spans.sort(null);
      check(raw, spans, passage, texts);
      Map<String, String> attributes = new LinkedHashMap<>(raw.infons());
      String type = attributes.getOrDefault(BioCInfons.TYPE, "");
      attributes.remove(BioCInfons.TYPE);
      // The canonical field says no more than the concepts; any other spelling is kept.
      attributes.remove(BioCInfons.IDENTIFIER, ConceptField.format(raw.concepts()));
      mentions.add(new Mention(raw.id(), spans, raw.text(), type, raw.concepts(), attributes));
    }
    return mentions;
  }

  private void check(Raw raw, List<Span> spans, int passage, List<Placed> texts)
      throws FormatException {
    Span extent = new Span(spans.getFirst().start(), spans.getLast().end());
    int from = Math.min(texts.get(passage).start(), texts.getFirst().start());
    int to = texts.stream().mapToInt(t -> t.start() + t.text().length()).max().orElse(0);
    if (extent.start() < from || extent.end() > to) {
      throw raw.fault(
          xml,
          "location outside the document",
          from + ".." + to,
          extent.start() + ".." + extent.end());
    }
    Placed own = texts.get(passage);
    Placed place =
        own.holds(extent)
            ? own
            : texts.stream().filter(t -> t.holds(extent)).findFirst().orElse(null);
    // What spans two passages, or has gaps, has no single text to compare with.
    if (place != null && spans.size() == 1) {
      String covered =
          place.text().substring(extent.start() - place.start(), extent.end() - place.start());
      if (!blanked(covered).equals(blanked(raw.text()))) {
        throw raw.fault(
            xml,
            "text does not match its location",
            "'" + covered + "' as in the passage",
            "'" + raw.text() + "'");
      }
    }
  }

  /** Tools differ in how they break lines within a text, not in what the text says. */
  private static String blanked(String text) {
    return text.replaceAll("\\s", " ");
  }
}
