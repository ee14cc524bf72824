package org.hyperlinker.formats.ontology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.formats.io.Compressed;
import org.hyperlinker.formats.json.JsonText;

/**
 * Writes the earlier study's JSON array, as {@link StudyOntologyReader} reads it: the preferred
 * name, all other names once each in code point order, the first definition or the empty text.
 * Flags, tree numbers, further definitions, notes and mappings have no place in it.
 */
public final class StudyOntologyWriter {

  private static final Comparator<String> CODE_POINTS =
      Comparator.comparing(text -> text.codePoints().toArray(), Arrays::compare);

  private StudyOntologyWriter() {}

  /**
   * Writes a file, whole or not at all, gzipped if its name ends in {@code .gz}; the same knowledge
   * base gives the same bytes. One concept a line.
   *
   * @throws IOException naming the file, if it cannot be written
   */
  public static void write(Path file, KnowledgeBase knowledgeBase) throws IOException {
    Compressed.write(
        file,
        writer -> {
          String separator = "[\n";
          for (Concept concept : knowledgeBase.concepts()) {
            writer.write(separator);
            writer.write(JsonText.of(fields(concept)));
            separator = ",\n";
          }
          writer.write(knowledgeBase.size() == 0 ? "[]\n" : "\n]\n");
        });
  }

  private static Map<String, Object> fields(Concept concept) {
    List<String> aliases =
        concept.names().stream()
            .map(ConceptName::text)
            .filter(text -> !text.equals(concept.preferredName()))
            .distinct()
            .sorted(CODE_POINTS)
            .toList();
    Map<String, Object> fields = new LinkedHashMap<>();
    String id = concept.id().value();
    fields.put("id", id.contains(":") ? id : "MESH:" + id);
    fields.put("name", concept.preferredName());
    fields.put("aliases", aliases);
    fields.put("definition", concept.definition());
    return fields;
  }
}
