package org.hyperlinker.linking.detection;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Which types the branches of a hierarchy have.
 *
 * @param types the type of each branch's letter; concepts of other branches are no mentions by
 *     their names alone. Empty for an ontology without types, all whose names are mentions
 * @param unplaced the type of concepts without a place; empty if they have none
 */
public record BranchTypes(Map<Character, String> types, Optional<String> unplaced) {

  /** MeSH: diseases, and chemicals and drugs, among them supplementary records without a place. */
  public static final BranchTypes MESH =
      new BranchTypes(Map.of('C', "Disease", 'D', "Chemical"), Optional.of("Chemical"));

  /** Every name is a mention without a type. */
  public static final BranchTypes UNTYPED = new BranchTypes(Map.of(), Optional.of(""));

  /** Copies the map. */
  public BranchTypes {
    types = Map.copyOf(types);
  }

  /** MeSH's, if any concept has a place in a hierarchy by letters; untyped otherwise. */
  static BranchTypes of(Collection<String> branches) {
    return branches.contains("C") || branches.contains("D") ? MESH : UNTYPED;
  }

  /** The type of a concept with these branches; empty if its names are no mentions. */
  Optional<String> of(String branches) {
    if (branches.isEmpty() || types.isEmpty()) {
      return unplaced;
    }
    return branches.chars().mapToObj(c -> types.get((char) c)).filter(t -> t != null).findFirst();
  }

  /** The type of a mention whose concept has these branches: psychiatric ones are diseases. */
  String lenient(String branches) {
    return of(branches).orElse(branches.contains("F") ? types.getOrDefault('C', "") : "");
  }
}
