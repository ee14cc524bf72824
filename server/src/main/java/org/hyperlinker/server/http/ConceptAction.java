package org.hyperlinker.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.Hierarchy;
import org.hyperlinker.server.json.StrictJson;
import org.hyperlinker.server.problem.Problem;
import org.hyperlinker.server.system.ConceptNames;
import org.hyperlinker.server.system.Lease;
import org.hyperlinker.server.system.Ontology;
import org.hyperlinker.server.system.SystemSlot;
import org.hyperlinker.server.system.Systems;

/** {@code GET /v1/concepts/{id}}: names, definition, and place in the hierarchy. */
final class ConceptAction implements Endpoint.Action {

  private final Systems systems;
  private final Optional<Ontology> ontology;

  ConceptAction(Systems systems, Optional<Ontology> ontology) {
    this.systems = systems;
    this.ontology = ontology;
  }

  @Override
  public Reply answer(Call call) {
    ConceptId id = id(call.path().get("id"));
    SystemSlot slot = systems.named(call.parameter("system"));
    Optional<Concept> known = ontology.flatMap(o -> o.find(id));
    ObjectNode answer = StrictJson.object().put("concept", id.value());
    if (known.isPresent()) {
      names(answer, known.get().preferredName(), synonyms(known.get()));
      String definition = known.get().definition();
      answer.put("definition", definition.isEmpty() ? null : definition);
      tree(answer.putArray("tree"), known.get());
      return Reply.json(answer);
    }
    try (Lease lease = slot.lease()) {
      ConceptNames names =
          ConceptNames.of(id, lease.system().index())
              .orElseThrow(
                  () ->
                      new Problem(
                          Problem.Kind.NOT_FOUND,
                          "system '" + slot.name() + "' has no concept " + id));
      names(answer, names.preferred(), names.synonyms());
      answer.putNull("definition");
      answer.putArray("tree");
      return Reply.json(answer);
    }
  }

  private static ConceptId id(String text) {
    try {
      return ConceptId.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Problem(Problem.Kind.BAD_REQUEST, e.getMessage());
    }
  }

  private static void names(ObjectNode answer, String preferred, List<String> synonyms) {
    answer.put("name", preferred);
    ArrayNode others = answer.putArray("synonyms");
    synonyms.forEach(others::add);
  }

  private static List<String> synonyms(Concept concept) {
    return concept.names().stream()
        .filter(name -> !name.permuted())
        .map(ConceptName::text)
        .filter(text -> !text.equals(concept.preferredName()))
        .distinct()
        .toList();
  }

  private void tree(ArrayNode places, Concept concept) {
    for (Hierarchy.Place at : ontology.orElseThrow().places(concept)) {
      ObjectNode place = places.addObject().put("number", at.number());
      ArrayNode path = place.putArray("path");
      for (Concept above : at.ancestors()) {
        path.addObject().put("concept", above.id().value()).put("name", above.preferredName());
      }
    }
  }
}
