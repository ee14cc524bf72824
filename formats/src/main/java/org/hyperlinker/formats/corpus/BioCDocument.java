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
  private final List<BioCPassage> passages = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();

  BioCDocument(XmlCursor xml, Ledger.Builder ledger) {
    this.xml = xml;
    this.ledger = ledger;
    this.annotations = new BioCAnnotations(xml, ledger);
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
          lastPassage().mentions.add(annotation);
        }
        default -> skip("document");
      }
    }
    if (id.isEmpty()) {
      throw xml.fault("document without id", "an <id> in the document of line " + line, "none");
    }
    List<RawPassage> whole = new ArrayList<>();
    List<Relation> all = new ArrayList<>();
    for (BioCPassage passage : passages) {
      all.addAll(passage.relations(whole.size()));
      whole.add(passage.whole(xml::fault));
    }
    all.addAll(relations);
    return new Document(id, new Placement(xml::fault, ledger).of(whole), all, attributes);
  }

  private BioCPassage lastPassage() throws FormatException {
    if (passages.isEmpty()) {
      throw xml.fault("annotation before any passage", "a <passage> first", "<annotation>");
    }
    return passages.getLast();
  }

  private BioCPassage passage() throws IOException {
    long line = xml.line();
    BioCPassage passage = part("passage");
    if (passage.offset == null) {
      throw xml.fault(
          "passage without offset", "an <offset> in the passage of line " + line, "none");
    }
    return passage;
  }

  /** A passage or one of its sentences, which have the same parts. */
  private BioCPassage part(String element) throws IOException {
    BioCPassage part = new BioCPassage();
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "infon" -> BioCInfons.read(xml, part.attributes);
        case "offset" -> part.offset = offset();
        case "text" -> part.text = xml.text();
        case "annotation" -> part.mentions.add(annotations.read());
        case "relation" -> part.relations.add(relation());
        case "sentence" -> {
          if (element.equals("sentence")) {
            throw xml.fault("sentence in a sentence", "sentences in passages", "<sentence>");
          }
          part.sentences.add(part("sentence"));
        }
        default -> skip(element);
      }
    }
    part.line = xml.line();
    return part;
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
