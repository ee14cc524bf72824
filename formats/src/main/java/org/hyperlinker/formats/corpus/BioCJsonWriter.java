package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Relation;
import org.hyperlinker.core.corpus.Relation.Argument;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.formats.Ledger;
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
    List<Object> passages = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int index = i;
      Passage passage = document.passages().get(i);
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("offset", starts.get(i));
      one.put("infons", infons(passage.type(), passage.attributes()));
      one.put("text", passage.text());
      one.put(
          "annotations",
          passage.mentions().stream().map(m -> annotation(m, offsets, index)).toList());
      JsonAttributes.putUnknown(passage.attributes(), one);
      passages.add(one);
    }
    fields.put("passages", passages);
    fields.put("relations", document.relations().stream().map(BioCJsonWriter::relation).toList());
    JsonAttributes.putUnknown(own, fields);
    return fields;
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
