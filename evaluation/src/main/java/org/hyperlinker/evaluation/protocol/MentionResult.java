package org.hyperlinker.evaluation.protocol;

import java.util.OptionalInt;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.linking.RankedMention;

/**
 * What was answered for one mention.
 *
 * @param documentId the document
 * @param mention the mention with its gold concepts
 * @param answer the candidates, and the ranks of the gold concepts among them
 */
public record MentionResult(String documentId, Mention mention, RankedCandidates answer) {

  static MentionResult of(RankedMention ranked) {
    return new MentionResult(
        ranked.documentId(),
        ranked.link().mention(),
        new RankedCandidates(ranked.link().candidates(), ranked.ranks()));
  }

  /** The rank of the single gold concept; empty if it is no candidate or not single. */
  public OptionalInt rank() {
    return mention.single() ? answer.rank(mention.concepts().getFirst()) : OptionalInt.empty();
  }
}
