package org.hyperlinker.formats.ontology;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;

/**
 * Which concepts and names of an ontology are read. An empty set leaves everything in.
 *
 * @param semanticTypes ids or names of semantic types (UMLS, CSV), such as {@code T047}
 * @param branches tree numbers such as {@code C14} (MeSH, UMLS semantic types), or ids of concepts
 *     with everything below them (OBO, UMLS)
 * @param languages of names, as UMLS writes them; {@link #NONE} has {@code ENG}
 * @param sources of names and definitions (UMLS), such as {@code SNOMEDCT_US}
 */
public record OntologyFilter(
    Set<String> semanticTypes, Set<String> branches, Set<String> languages, Set<String> sources) {

  /** Everything, of UMLS the English names. */
  public static final OntologyFilter NONE =
      new OntologyFilter(Set.of(), Set.of(), Set.of("ENG"), Set.of());

  /** Copies the sets. */
  public OntologyFilter {
    semanticTypes = Set.copyOf(semanticTypes);
    branches = Set.copyOf(branches);
    languages = Set.copyOf(languages);
    sources = Set.copyOf(sources);
  }

  /** Whether one of these semantic types is asked for. */
  boolean takesTypes(Set<String> types) {
    return semanticTypes.isEmpty() || types.stream().anyMatch(semanticTypes::contains);
  }

  /** Whether one of these tree numbers is in a branch that is asked for. */
  boolean takesTrees(Iterable<String> treeNumbers) {
    for (String tree : treeNumbers) {
      if (branches.stream().anyMatch(b -> tree.equals(b) || tree.startsWith(b + "."))) {
        return true;
      }
    }
    return branches.isEmpty();
  }

  /** The branches as ids of concepts, as {@link ConceptId#parse} reads them. */
  Set<String> branchIds() {
    return branches.stream()
        .map(branch -> ConceptId.parse(branch).value())
        .collect(Collectors.toSet());
  }

  /** Whether the concept itself, by id or tree number, is in a branch that is asked for. */
  boolean takes(Concept concept) {
    Set<String> places = new TreeSet<>(concept.treeNumbers());
    places.add(concept.id().value());
    return takesTrees(places);
  }

  /** Whether names of this source are asked for. */
  boolean takesSource(String source) {
    return sources.isEmpty() || sources.contains(source);
  }
}
