package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Relation;
import org.hyperlinker.core.corpus.Relation.Argument;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.corpus.BioCSentences.Sentence;
import org.hyperlinker.formats.io.Compressed;
import org.hyperlinker.formats.json.JsonText;

/**
 * Writes BioC JSON as one collection, a document a line, with offsets in code points; {@link
 * BioCJsonReader} gives the same records back. Concepts are written as {@link BioCXmlWriter} writes
 * them. Properties of the collection come from the first document's attributes.
 */
public final class BioCJsonWriter implements DocumentWriter {

  @Override
  public Ledger write(Path file, Iterable<Document> documents) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    Compressed.write(file, writer -> write(writer, documents.iterator(), ledger));
    return ledger.build();
  }

  private static void write(Writer writer, Iterator<Document> rest, Ledger.Builder ledger)
      throws IOException {
    Document document = rest.hasNext() ? rest.next() : null;
    Map<String, String> collection =
        document == null ? Map.of() : BioCInfons.collection(document.attributes());
    String head = JsonText.of(head(collection));
    writer.write(head.substring(0, head.length() - 1) + ",\"documents\":[");
    String separator = "\n";
    while (document != null) {
      writer.write(separator + JsonText.of(fields(document, collection)));
      ledger.read();
      separator = ",\n";
      document = rest.hasNext() ? rest.next() : null;
    }
    writer.write("\n]}\n");
  }

  private static Map<String, Object> head(Map<String, String> collection) {
    Map<String, Object> head = new LinkedHashMap<>();
    for (String name : List.of("source", "date", "key")) {
      head.put(name, collection.getOrDefault(BioCXmlReader.COLLECTION + name, ""));
    }
    Map<String, String> infons = new LinkedHashMap<>();
    Map<String, String> others = new LinkedHashMap<>();
    collection.forEach(
        (name, value) -> {
          if (name.startsWith(BioCXmlReader.COLLECTION_INFON)) {
            infons.put(name.substring(BioCXmlReader.COLLECTION_INFON.length()), value);
          } else {
            others.put(name.substring(BioCXmlReader.COLLECTION.length()), value);
          }
        });
    head.put("infons", JsonAttributes.values(infons));
    JsonAttributes.putUnknown(others, head);
    return head;
  }

  private static Map<String, Object> fields(Document document, Map<String, String> collection) {
    Map<String, String> own = new LinkedHashMap<>(document.attributes());
    own.entrySet().removeAll(collection.entrySet());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", document.id());
    fields.put("infons", JsonAttributes.values(own));
    CodePointOffsets offsets = new CodePointOffsets();
    List<Integer> starts = new ArrayList<>();
    for (Passage passage : document.passages()) {
      starts.add(offsets.addAtUnit(passage.offset(), passage.text()));
    }
    BioCParts parts = new BioCParts(document);
    List<Object> passages = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      passages.add(passage(parts, i, starts.get(i), offsets));
    }
    fields.put("passages", passages);
    fields.put("relations", relations(parts.relations(-1, -1)));
    JsonAttributes.putUnknown(own, fields);
    return fields;
  }

  private static Map<String, Object> passage(
      BioCParts parts, int number, int start, CodePointOffsets offsets) {
    Passage passage = parts.passage(number);
    Optional<BioCSentences> split = parts.sentences(number);
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("offset", start);
    one.put("infons", infons(passage.type(), passage.attributes()));
    if (split.isEmpty() || split.get().beside()) {
      one.put("text", passage.text());
    }
    List<Sentence> sentences = split.map(BioCSentences::sentences).orElse(List.of());
    List<Object> written = new ArrayList<>();
    for (int j = 0; j < sentences.size(); j++) {
      Sentence sentence = sentences.get(j);
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("offset", start + sentence.offset());
      fields.put("infons", infons("", sentence.attributes()));
      if (sentence.text() != null) {
        fields.put("text", sentence.text());
      }
      fields.put("annotations", annotations(parts.mentions(number, j), offsets, number));
      putRelations(parts.relations(number, j), fields);
      JsonAttributes.putUnknown(sentence.attributes(), fields);
      written.add(fields);
    }
    if (!written.isEmpty()) {
      one.put("sentences", written);
    }
    one.put("annotations", annotations(parts.mentions(number, -1), offsets, number));
    putRelations(parts.relations(number, -1), one);
    JsonAttributes.putUnknown(passage.attributes(), one);
    return one;
  }

  private static List<Object> annotations(
      List<Mention> mentions, CodePointOffsets offsets, int passage) {
    return mentions.stream().<Object>map(mention -> annotation(mention, offsets, passage)).toList();
  }

  private static void putRelations(List<Relation> relations, Map<String, Object> fields) {
    if (!relations.isEmpty()) {
      fields.put("relations", relations(relations));
    }
  }

  private static List<Object> relations(List<Relation> relations) {
    return relations.stream().<Object>map(BioCJsonWriter::relation).toList();
  }

  private static Map<String, Object> annotation(
      Mention mention, CodePointOffsets offsets, int passage) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", mention.id());
    fields.put("infons", infons(mention.type(), BioCInfons.withConcepts(mention)));
    fields.put("text", mention.text());
    List<Object> locations = new ArrayList<>();
    for (Span span : mention.spans()) {
      int start = offsets.toCodePoints(passage, span.start());
      Map<String, Object> location = new LinkedHashMap<>();
      location.put("offset", start);
      location.put("length", offsets.toCodePoints(passage, span.end()) - start);
      locations.add(location);
    }
    fields.put("locations", locations);
    JsonAttributes.putUnknown(mention.attributes(), fields);
    return fields;
  }

  private static Map<String, Object> relation(Relation relation) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", relation.id());
    fields.put("infons", infons(relation.type(), relation.attributes()));
    List<Object> nodes = new ArrayList<>();
    for (Argument argument : relation.arguments()) {
      Map<String, Object> node = new LinkedHashMap<>();
      node.put("refid", argument.reference());
      node.put("role", argument.role());
      nodes.add(node);
    }
    fields.put("nodes", nodes);
    JsonAttributes.putUnknown(relation.attributes(), fields);
    return fields;
  }

  private static Map<String, Object> infons(String type, Map<String, String> attributes) {
    Map<String, Object> infons = new LinkedHashMap<>();
    if (!type.isEmpty()) {
      infons.put(BioCInfons.TYPE, type);
    }
    JsonAttributes.values(attributes).forEach(infons::putIfAbsent);
    return infons;
  }
}
