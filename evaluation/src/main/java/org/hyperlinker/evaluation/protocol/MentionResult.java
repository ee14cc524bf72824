package org.hyperlinker.evaluation.protocol;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.core.link.Link;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.linking.RankedMention;

/**
 * What was answered for one mention.
 *
 * @param documentId the document
 * @param mention the mention with its gold concepts
 * @param answer the candidates, and the ranks of the gold concepts among them
 * @param parts what was answered for the names of a coordination; empty for any other mention
 */
public record MentionResult(
    String documentId, Mention mention, RankedCandidates answer, List<Link.Part> parts) {

  /** Copies the parts. */
  public MentionResult {
    parts = List.copyOf(parts);
  }

  /** The best concept of each part, or of the whole where there are no parts. */
  Set<ConceptId> answered() {
    Stream<List<Candidate>> answers =
        parts.isEmpty() ? Stream.of(answer.top()) : parts.stream().map(Link.Part::candidates);
    return answers
        .flatMap(candidates -> candidates.stream().limit(1))
        .map(Candidate::concept)
        .collect(Collectors.toSet());
  }

  static MentionResult of(RankedMention ranked) {
    return new MentionResult(
        ranked.documentId(),
        ranked.link().mention(),
        new RankedCandidates(ranked.link().candidates(), ranked.ranks()),
        ranked.link().parts());
  }

  /** The rank of the single gold concept; empty if it is no candidate or not single. */
  public OptionalInt rank() {
    return mention.single() ? answer.rank(mention.concepts().getFirst()) : OptionalInt.empty();
  }
}
