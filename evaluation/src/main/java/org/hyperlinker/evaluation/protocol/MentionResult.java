package org.hyperlinker.evaluation.protocol;

import java.util.OptionalInt;
import org.hyperlinker.core.corpus.Mention;

/**
 * What was answered for one mention.
 *
 * @param documentId the document
 * @param mention the mention with its gold concepts
 * @param answer the candidates, and the ranks of the gold concepts among them
 * @param standing what could be expected of the answer
 */
public record MentionResult(
    String documentId, Mention mention, RankedCandidates answer, Standing standing) {

  /** The rank of the single gold concept; empty if it is no candidate or not single. */
  public OptionalInt rank() {
    return mention.single() ? answer.rank(mention.concepts().getFirst()) : OptionalInt.empty();
  }

  /** Whether the first candidate is the single gold concept. */
  public boolean correct() {
    return rank().orElse(0) == 1;
  }
}
