package org.hyperlinker.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.evaluation.protocol.MentionResult;
import org.hyperlinker.evaluation.protocol.RankedCandidates;
import org.hyperlinker.evaluation.protocol.Standing;

/** Answers for tests. */
public final class Results {

  private Results() {}

  /** An answer at a place, with the rank of the gold concept ({@code 0}: none). */
  public static MentionResult ranked(String document, int start, String gold, int rank) {
    ConceptId concept = new ConceptId(gold);
    Candidate first =
        new Candidate(rank == 1 ? concept : new ConceptId("other"), "name", "matched", -1);
    return new MentionResult(
        document,
        mention(start, "mention", List.of(concept)),
        new RankedCandidates(List.of(first), rank == 0 ? Map.of() : Map.of(concept, rank)),
        rank == 0 ? Standing.OUTSIDE : Standing.LINKABLE);
  }

  /** An answer to a mention of these words; {@code answered} are concepts from best to worst. */
  public static MentionResult answered(
      String document, String words, String gold, Standing standing, String... answered) {
    List<ConceptId> concepts = gold.isEmpty() ? List.of() : List.of(new ConceptId(gold));
    List<Candidate> candidates = new ArrayList<>();
    for (String id : answered) {
      candidates.add(
          new Candidate(new ConceptId(id), id + " name", id + " synonym", -candidates.size()));
    }
    int rank = List.of(answered).indexOf(gold) + 1;
    return new MentionResult(
        document,
        mention(0, words, concepts),
        new RankedCandidates(candidates, rank == 0 ? Map.of() : Map.of(new ConceptId(gold), rank)),
        standing);
  }

  private static Mention mention(int start, String words, List<ConceptId> concepts) {
    return new Mention(
        "", List.of(new Span(start, start + words.length())), words, "Disease", concepts, Map.of());
  }
}
