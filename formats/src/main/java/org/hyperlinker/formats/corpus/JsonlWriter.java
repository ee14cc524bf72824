package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Relation;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.Compressed;
import org.hyperlinker.formats.json.JsonText;

/** Writes documents as {@link JsonlReader} reads them, without loss; offsets are code points. */
public final class JsonlWriter implements DocumentWriter {

  @Override
  public Ledger write(Path file, Iterable<Document> documents) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    Compressed.write(
        file,
        writer -> {
          for (Document document : documents) {
            writer.write(JsonText.of(fields(document)));
            writer.write('\n');
            ledger.read();
          }
        });
    return ledger.build();
  }

  private static Map<String, Object> fields(Document document) {
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
      one.put("type", passage.type());
      one.put("offset", starts.get(i));
      one.put("text", passage.text());
      one.put(
          "mentions", passage.mentions().stream().map(m -> mention(m, offsets, index)).toList());
      putAttributes(passage.attributes(), one);
      passages.add(one);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", document.id());
    fields.put("passages", passages);
    if (!document.relations().isEmpty()) {
      fields.put("relations", document.relations().stream().map(JsonlWriter::relation).toList());
    }
    putAttributes(document.attributes(), fields);
    return fields;
  }

  private static Map<String, Object> mention(
      Mention mention, CodePointOffsets offsets, int passage) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (!mention.id().isEmpty()) {
      fields.put("id", mention.id());
    }
    fields.put(
        "spans",
        mention.spans().stream()
            .map(
                span ->
                    List.of(
                        offsets.toCodePoints(passage, span.start()),
                        offsets.toCodePoints(passage, span.end())))
            .toList());
    fields.put("text", mention.text());
    fields.put("type", mention.type());
    fields.put("concepts", mention.concepts().stream().map(ConceptId::value).toList());
    putAttributes(mention.attributes(), fields);
    return fields;
  }

  private static Map<String, Object> relation(Relation relation) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (!relation.id().isEmpty()) {
      fields.put("id", relation.id());
    }
    fields.put("type", relation.type());
    fields.put(
        "arguments",
        relation.arguments().stream()
            .map(a -> new TreeMap<>(Map.of("role", a.role(), "reference", a.reference())))
            .toList());
    putAttributes(relation.attributes(), fields);
    return fields;
  }

  private static void putAttributes(Map<String, String> attributes, Map<String, Object> fields) {
    Map<String, Object> values = JsonAttributes.values(attributes);
    if (!values.isEmpty()) {
      fields.put("attributes", values);
    }
    JsonAttributes.putUnknown(attributes, fields);
  }
}
