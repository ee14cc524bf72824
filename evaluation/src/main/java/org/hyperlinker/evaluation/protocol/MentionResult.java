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
 * @param standing what could be expected of the answer
 */
public record MentionResult(
    String documentId,
    Mention mention,
    RankedCandidates answer,
    List<Link.Part> parts,
    Standing standing) {

  /** Copies the parts. */
  public MentionResult {
    parts = List.copyOf(parts);
  }

  /** What was answered for a mention of one thing. */
  public MentionResult(
      String documentId, Mention mention, RankedCandidates answer, Standing standing) {
    this(documentId, mention, answer, List.of(), standing);
  }

  static MentionResult of(RankedMention ranked, Standing standing) {
    return new MentionResult(
        ranked.documentId(),
        ranked.link().mention(),
        new RankedCandidates(ranked.link().candidates(), ranked.ranks()),
        ranked.link().parts(),
        standing);
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

  /** The rank of the single gold concept; empty if it is no candidate or not single. */
  public OptionalInt rank() {
    return mention.single() ? answer.rank(mention.concepts().getFirst()) : OptionalInt.empty();
  }

  /** Whether the first candidate is the single gold concept. */
  public boolean correct() {
    return rank().orElse(0) == 1;
  }
}
