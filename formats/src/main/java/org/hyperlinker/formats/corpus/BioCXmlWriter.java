package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Relation;
import org.hyperlinker.core.corpus.Relation.Argument;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.corpus.BioCSentences.Sentence;
import org.hyperlinker.formats.io.Compressed;
import org.hyperlinker.formats.io.XmlOutput;

/**
 * Writes BioC XML with offsets in code points; {@link BioCXmlReader} gives the same records back.
 * Concepts go to the infon {@code identifier} ({@code D1|D2}, {@code -1} for none), unless the
 * mention's attributes state the same concepts in a spelling of their own. Properties of the
 * collection come from the first document's attributes.
 */
public final class BioCXmlWriter implements DocumentWriter {

  private final boolean study;

  /** A writer that keeps everything the records hold. */
  public BioCXmlWriter() {
    this(false);
  }

  private BioCXmlWriter(boolean study) {
    this.study = study;
  }

  /**
   * A writer of the earlier study's {@code bc5cdr_*.bioc.xml.gz}: the infons of an annotation are
   * reduced to {@code concept_id} = {@code MESH:D001}, composites joined by {@code |}, {@code -1}
   * for none.
   */
  public static BioCXmlWriter study() {
    return new BioCXmlWriter(true);
  }

  @Override
  public Ledger write(Path file, Iterable<Document> documents) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    Compressed.write(
        file,
        writer -> {
          Iterator<Document> rest = documents.iterator();
          Document document = rest.hasNext() ? rest.next() : null;
          Map<String, String> collection =
              document == null ? Map.of() : BioCInfons.collection(document.attributes());
          XmlOutput xml = new XmlOutput(writer);
          xml.declaration("<!DOCTYPE collection SYSTEM \"BioC.dtd\">");
          xml.start("collection");
          head(xml, collection);
          while (document != null) {
            write(xml, document, collection);
            ledger.read();
            document = rest.hasNext() ? rest.next() : null;
          }
          xml.end();
        });
    return ledger.build();
  }

  private static void head(XmlOutput xml, Map<String, String> collection) throws IOException {
    for (String element : List.of("source", "date", "key")) {
      xml.leaf(element, collection.getOrDefault(BioCXmlReader.COLLECTION + element, ""));
    }
    String prefix = BioCXmlReader.COLLECTION_INFON;
    for (Map.Entry<String, String> entry : collection.entrySet()) {
      if (entry.getKey().startsWith(prefix)) {
        xml.leaf("infon", entry.getValue(), "key", entry.getKey().substring(prefix.length()));
      }
    }
  }

  private void write(XmlOutput xml, Document document, Map<String, String> collection)
      throws IOException {
    xml.start("document");
    xml.leaf("id", document.id());
    Map<String, String> own = new LinkedHashMap<>(document.attributes());
    own.entrySet().removeAll(collection.entrySet());
    infons(xml, "", own);
    CodePointOffsets offsets = new CodePointOffsets();
    int[] starts =
        document.passages().stream()
            .mapToInt(passage -> offsets.addAtUnit(passage.offset(), passage.text()))
            .toArray();
    BioCParts parts = new BioCParts(document);
    for (int i = 0; i < starts.length; i++) {
      Passage passage = parts.passage(i);
      Optional<BioCSentences> split = parts.sentences(i);
      xml.start("passage");
      infons(xml, passage.type(), passage.attributes());
      xml.leaf("offset", Integer.toString(starts[i]));
      if (split.isEmpty() || split.get().beside()) {
        xml.leaf("text", passage.text());
      }
      for (Mention mention : parts.mentions(i, -1)) {
        write(xml, mention, offsets, i);
      }
      List<Sentence> sentences = split.map(BioCSentences::sentences).orElse(List.of());
      for (int j = 0; j < sentences.size(); j++) {
        Sentence sentence = sentences.get(j);
        xml.start("sentence");
        infons(xml, "", sentence.attributes());
        xml.leaf("offset", Integer.toString(starts[i] + sentence.offset()));
        if (sentence.text() != null) {
          xml.leaf("text", sentence.text());
        }
        for (Mention mention : parts.mentions(i, j)) {
          write(xml, mention, offsets, i);
        }
        relations(xml, parts.relations(i, j));
        xml.end();
      }
      relations(xml, parts.relations(i, -1));
      xml.end();
    }
    relations(xml, parts.relations(-1, -1));
    xml.end();
  }

  private static void relations(XmlOutput xml, List<Relation> relations) throws IOException {
    for (Relation relation : relations) {
      xml.start("relation", "id", relation.id());
      infons(xml, relation.type(), relation.attributes());
      for (Argument argument : relation.arguments()) {
        xml.empty("node", "refid", argument.reference(), "role", argument.role());
      }
      xml.end();
    }
  }

  private void write(XmlOutput xml, Mention mention, CodePointOffsets offsets, int passage)
      throws IOException {
    xml.start("annotation", "id", mention.id());
    if (study) {
      xml.leaf("infon", studyConcepts(mention.concepts()), "key", "concept_id");
    } else {
      infons(xml, mention.type(), BioCInfons.withConcepts(mention));
    }
    for (Span span : mention.spans()) {
      int start = offsets.toCodePoints(passage, span.start());
      int end = offsets.toCodePoints(passage, span.end());
      xml.empty(
          "location", "offset", Integer.toString(start), "length", Integer.toString(end - start));
    }
    xml.leaf("text", mention.text());
    xml.end();
  }

  private static String studyConcepts(List<ConceptId> concepts) {
    return concepts.isEmpty()
        ? ConceptField.NONE
        : concepts.stream()
            .map(id -> ConceptField.none(id) ? id.value() : "MESH:" + id)
            .collect(Collectors.joining("|"));
  }

  private static void infons(XmlOutput xml, String type, Map<String, String> attributes)
      throws IOException {
    if (!type.isEmpty()) {
      xml.leaf("infon", type, "key", BioCInfons.TYPE);
    }
    for (Map.Entry<String, String> entry : attributes.entrySet()) {
      if (type.isEmpty() || !entry.getKey().equals(BioCInfons.TYPE)) {
        xml.leaf("infon", entry.getValue(), "key", entry.getKey());
      }
    }
  }
}
