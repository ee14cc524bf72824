package org.hyperlinker.formats.ontology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.NameKind;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.json.JsonFiles;
import org.hyperlinker.formats.json.JsonObject;

/**
 * Reads the knowledge base as JSONL, one concept a line:
 *
 * <pre>{@code
 * {"id": "D000001", "kind": "descriptor",
 *  "names": [{"text": "Calcimycin", "kind": "preferred", "permuted": true, "tag": "NON"}],
 *  "definitions": [], "tree_numbers": [], "mapped_to": [], "notes": []}
 * }</pre>
 *
 * <p>{@code kind} is {@code descriptor} (the default) or {@code supplementary}; a name's kind is
 * {@code preferred}, {@code concept_preferred}, {@code synonym} (the default) or {@code
 * training_mention}, and the first name is the preferred one. {@code permuted}, {@code tag} and
 * empty lists may be left out. An unknown field is a fault.
 */
public final class KnowledgeBaseReader implements OntologyReader {

  private static final Set<String> CONCEPT =
      Set.of("id", "kind", "names", "definitions", "tree_numbers", "mapped_to", "notes");
  private static final Set<String> NAME = Set.of("text", "kind", "permuted", "tag");

  @Override
  public Ledger read(Path file, Sink sink) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    JsonFiles.lines(file, ledger, object -> sink.accept(concept(object), object.line()));
    return ledger.build();
  }

  private static Concept concept(JsonObject object) throws FormatException {
    requireKnown(object, CONCEPT);
    List<ConceptName> names = new ArrayList<>();
    for (JsonObject name : object.objects("names")) {
      requireKnown(name, NAME);
      NameKind kind = kind(name, NameKind.class, NameKind.SYNONYM);
      names.add(
          Faults.of(
              name,
              () ->
                  new ConceptName(
                      name.text("text"), kind, name.flag("permuted"), name.text("tag", ""))));
    }
    ConceptKind kind = kind(object, ConceptKind.class, ConceptKind.DESCRIPTOR);
    List<ConceptId> mappedTo = new ArrayList<>();
    for (String id : object.texts("mapped_to")) {
      mappedTo.add(Faults.of(object, () -> ConceptId.parse(id)));
    }
    return Faults.of(
        object,
        () ->
            new Concept(
                ConceptId.parse(object.id("id")),
                kind,
                names,
                object.texts("definitions"),
                object.texts("tree_numbers"),
                mappedTo,
                object.texts("notes")));
  }

  private static <E extends Enum<E>> E kind(JsonObject object, Class<E> type, E fallback)
      throws FormatException {
    String text = object.text("kind", name(fallback));
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> name(constant).equals(text))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> known =
                  Arrays.stream(type.getEnumConstants()).map(KnowledgeBaseReader::name).toList();
              return object.fault("unknown kind", "one of " + known, "'" + text + "'");
            });
  }

  /** How the file writes a kind. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void requireKnown(JsonObject object, Set<String> known) throws FormatException {
    for (String key : object.keys()) {
      if (!known.contains(key)) {
        throw object.fault("unknown field", "one of " + known.stream().sorted().toList(), key);
      }
    }
  }
}
