package org.hyperlinker.formats.ontology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.formats.io.Compressed;
import org.hyperlinker.formats.json.JsonText;

/** Writes the knowledge base as {@link KnowledgeBaseReader} reads it, without loss. */
public final class KnowledgeBaseWriter {

  private KnowledgeBaseWriter() {}

  /**
   * Writes a file, whole or not at all, gzipped if its name ends in {@code .gz}; the same knowledge
   * base gives the same bytes.
   *
   * @throws IOException naming the file, if it cannot be written
   */
  public static void write(Path file, KnowledgeBase knowledgeBase) throws IOException {
    Compressed.write(
        file,
        writer -> {
          for (Concept concept : knowledgeBase.concepts()) {
            writer.write(JsonText.of(fields(concept)));
            writer.write('\n');
          }
        });
  }

  private static Map<String, Object> fields(Concept concept) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", concept.id().value());
    fields.put("kind", KnowledgeBaseReader.name(concept.kind()));
    fields.put("names", concept.names().stream().map(KnowledgeBaseWriter::fields).toList());
    putUnlessEmpty(fields, "definitions", concept.definitions());
    putUnlessEmpty(fields, "tree_numbers", concept.treeNumbers());
    putUnlessEmpty(fields, "mapped_to", concept.mappedTo().stream().map(ConceptId::value).toList());
    putUnlessEmpty(fields, "notes", concept.notes());
    return fields;
  }

  private static Map<String, Object> fields(ConceptName name) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("text", name.text());
    fields.put("kind", KnowledgeBaseReader.name(name.kind()));
    if (name.permuted()) {
      fields.put("permuted", true);
    }
    if (!name.lexicalTag().isEmpty()) {
      fields.put("tag", name.lexicalTag());
    }
    return fields;
  }

  private static void putUnlessEmpty(Map<String, Object> fields, String key, List<String> values) {
    if (!values.isEmpty()) {
      fields.put(key, values);
    }
  }
}
