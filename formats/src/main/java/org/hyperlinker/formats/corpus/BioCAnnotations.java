package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.corpus.Placement.Location;
import org.hyperlinker.formats.corpus.Placement.RawMention;
import org.hyperlinker.formats.io.XmlCursor;

/** Reads {@code <annotation>} elements; they are placed once the document's text is known. */
final class BioCAnnotations {

  private final XmlCursor xml;
  private final Ledger.Builder ledger;

  BioCAnnotations(XmlCursor xml, Ledger.Builder ledger) {
    this.xml = xml;
    this.ledger = ledger;
  }

  RawMention read() throws IOException {
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
    return BioCInfons.mention(xml::fault, xml.line(), line, id, infons, locations, text);
  }
}
