package org.hyperlinker.formats.ontology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.json.JsonFiles;
import org.hyperlinker.formats.json.JsonObject;

/**
 * Reads the earlier study's {@code mesh2015.json.gz}: a JSON array of {@code {"id": "MESH:D000001",
 * "name", "aliases": [...], "definition"}}. The format does not say which concepts are
 * supplementary; MeSH's own numbering does ({@code C} before the digits). Other fields are counted
 * in the ledger as skipped.
 */
public final class StudyOntologyReader implements OntologyReader {

  private static final Pattern SUPPLEMENTARY = Pattern.compile("C\\d+");
  private static final List<String> KNOWN = List.of("id", "name", "aliases", "definition");

  @Override
  public Ledger read(Path file, Sink sink) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    JsonFiles.array(
        file,
        ledger,
        object -> {
          sink.accept(concept(object), object.line());
          object.keys().stream()
              .filter(key -> !KNOWN.contains(key))
              .forEach(key -> ledger.skip("field '" + key + "'"));
        });
    return ledger.build();
  }

  private static Concept concept(JsonObject object) throws FormatException {
    return Faults.of(
        object,
        () -> {
          ConceptId id = ConceptId.parse(object.id("id"));
          List<ConceptName> names = new ArrayList<>();
          names.add(ConceptName.preferred(object.text("name")));
          object.texts("aliases").stream().map(ConceptName::synonym).forEach(names::add);
          String definition = object.text("definition", "").strip();
          ConceptKind kind =
              SUPPLEMENTARY.matcher(id.value()).matches()
                  ? ConceptKind.SUPPLEMENTARY
                  : ConceptKind.DESCRIPTOR;
          List<String> definitions = definition.isEmpty() ? List.of() : List.of(definition);
          return new Concept(id, kind, names, definitions, List.of(), List.of(), List.of());
        });
  }
}
