package org.hyperlinker.recipe.mining;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.hyperlinker.core.ontology.ConceptId;

/**
 * Takes negatives from the sources in turns, as many in each turn as the source's weight, until
 * there are enough or every source is exhausted. A concept is taken once.
 *
 * @param shares the sources in the order of their turns
 * @param wanted how many to take at most
 */
record Turns(List<SourceShare> shares, int wanted) {

  /** A candidate and where it came from. */
  record Taken(NegativeSource source, Candidate candidate) {}

  /**
   * Takes.
   *
   * @param offered the candidates of each source, best first
   * @param concept the concept of a row
   * @param used concepts that are not to be taken; those taken are added
   */
  List<Taken> take(
      Map<NegativeSource, List<Candidate>> offered,
      IntFunction<ConceptId> concept,
      Set<ConceptId> used) {
    List<Iterator<Candidate>> left =
        shares.stream()
            .map(share -> offered.getOrDefault(share.source(), List.of()).iterator())
            .toList();
    List<Taken> taken = new ArrayList<>(wanted);
    while (taken.size() < wanted && left.stream().anyMatch(Iterator::hasNext)) {
      for (int i = 0; i < shares.size(); i++) {
        int end = Math.min(wanted, taken.size() + shares.get(i).weight());
        while (taken.size() < end && left.get(i).hasNext()) {
          Candidate next = left.get(i).next();
          if (used.add(concept.apply(next.row()))) {
            taken.add(new Taken(shares.get(i).source(), next));
          }
        }
      }
    }
    return taken;
  }
}
