package org.hyperlinker.recipe.mining;

import java.util.List;
import java.util.OptionalInt;

/**
 * What one query brought up; no list holds gold concepts or their names, nor a concept twice.
 *
 * @param nearest best first
 * @param lexical most alike first
 * @param hierarchy those the model likes best first
 * @param wrongFirst the row that the model ranks first, if that is wrong
 */
record FoundCandidates(
    List<Candidate> nearest,
    List<Candidate> lexical,
    List<Candidate> hierarchy,
    OptionalInt wrongFirst) {

  FoundCandidates {
    nearest = List.copyOf(nearest);
    lexical = List.copyOf(lexical);
    hierarchy = List.copyOf(hierarchy);
  }
}
