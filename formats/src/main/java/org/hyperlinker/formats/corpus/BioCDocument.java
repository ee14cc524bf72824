package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Relation;
import org.hyperlinker.core.corpus.Relation.Argument;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.corpus.Placement.RawMention;
import org.hyperlinker.formats.corpus.Placement.RawPassage;
import org.hyperlinker.formats.io.XmlCursor;

/** Reads one {@code <document>} element. */
final class BioCDocument {

  private final XmlCursor xml;
  private final Ledger.Builder ledger;
  private final BioCAnnotations annotations;
  private final List<Growing> passages = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();

  BioCDocument(XmlCursor xml, Ledger.Builder ledger) {
    this.xml = xml;
    this.ledger = ledger;
    this.annotations = new BioCAnnotations(xml, ledger);
  }

  /** A passage that is being read; its offsets are code points. */
  private static final class Growing {
    private final long line;
    private final Map<String, String> infons = new LinkedHashMap<>();
    private final List<RawMention> annotations = new ArrayList<>();
    private Integer offset;
    private String text;
    private final StringBuilder sentences = new StringBuilder();

    Growing(long line) {
      this.line = line;
    }

    RawPassage whole() {
      Map<String, String> attributes = new LinkedHashMap<>(infons);
      attributes.remove(BioCInfons.TYPE);
      String type = infons.getOrDefault(BioCInfons.TYPE, "");
      return new RawPassage(type, offset, text, annotations, attributes);
    }
  }

  Document read(Map<String, String> collection) throws IOException {
    long line = xml.line();
    String id = "";
    Map<String, String> attributes = new LinkedHashMap<>(collection);
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "id" -> id = xml.text().strip();
        case "infon" -> BioCInfons.read(xml, attributes);
        case "passage" -> passages.add(passage());
        case "relation" -> relations.add(relation());
        case "annotation" -> {
          // The DTD has annotations in passages only; the spans say which passage is meant.
          RawMention annotation = annotations.read();
          lastPassage().annotations.add(annotation);
        }
        default -> skip("document");
      }
    }
    if (id.isEmpty()) {
      throw xml.fault("document without id", "an <id> in the document of line " + line, "none");
    }
    List<RawPassage> whole = passages.stream().map(Growing::whole).toList();
    return new Document(id, new Placement(xml::fault, ledger).of(whole), relations, attributes);
  }

  private Growing lastPassage() throws FormatException {
    if (passages.isEmpty()) {
      throw xml.fault("annotation before any passage", "a <passage> first", "<annotation>");
    }
    return passages.getLast();
  }

  private Growing passage() throws IOException {
    Growing passage = new Growing(xml.line());
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "infon" -> BioCInfons.read(xml, passage.infons);
        case "offset" -> passage.offset = offset();
        case "text" -> passage.text = xml.text();
        case "sentence" -> sentence(passage);
        case "annotation" -> passage.annotations.add(annotations.read());
        case "relation" -> relations.add(relation());
        default -> skip("passage");
      }
    }
    if (passage.offset == null) {
      throw xml.fault(
          "passage without offset", "an <offset> in the passage of line " + passage.line, "none");
    }
    if (passage.text == null) {
      passage.text = passage.sentences.toString();
    }
    return passage;
  }

  /** Appends a sentence where its offset says, filling the gap before it with blanks. */
  private void sentence(Growing passage) throws IOException {
    Integer offset = null;
    String text = "";
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "infon" -> {
          ledger.skip("infon of a sentence");
          xml.skip();
        }
        case "offset" -> offset = offset();
        case "text" -> text = xml.text();
        case "annotation" -> passage.annotations.add(annotations.read());
        case "relation" -> relations.add(relation());
        default -> skip("sentence");
      }
    }
    StringBuilder before = passage.sentences;
    int end =
        (passage.offset == null ? 0 : passage.offset) + before.codePointCount(0, before.length());
    if (offset == null || passage.offset == null || offset < end) {
      throw xml.fault(
          "sentence out of place",
          "an offset of at least " + end + ", after that of its passage",
          offset == null ? "none" : offset.toString());
    }
    before.repeat(' ', offset - end).append(text);
  }

  private Relation relation() throws IOException {
    String id = xml.attribute("id", "");
    Map<String, String> attributes = new LinkedHashMap<>();
    List<Argument> arguments = new ArrayList<>();
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "infon" -> BioCInfons.read(xml, attributes);
        case "node" -> {
          arguments.add(new Argument(xml.attribute("role", ""), xml.attribute("refid", "")));
          xml.skip();
        }
        default -> skip("relation");
      }
    }
    return BioCInfons.relation(id, arguments, attributes);
  }

  private int offset() throws IOException {
    return BioCInfons.number(xml, "offset", xml.text());
  }

  private void skip(String parent) throws IOException {
    ledger.skip("element <" + xml.name() + "> in <" + parent + ">");
    xml.skip();
  }
}
