package org.hyperlinker.core.link;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hyperlinker.core.corpus.Mention;

/**
 * The answer for one mention.
 *
 * @param mention the mention
 * @param candidates best first, each concept once
 * @param probability that the best candidate is right, 0 to 1; empty where nothing is calibrated
 */
public record Link(Mention mention, List<Candidate> candidates, OptionalDouble probability) {

  /** Copies the candidates. */
  public Link {
    candidates = List.copyOf(candidates);
  }

  /** An answer of unknown probability. */
  public Link(Mention mention, List<Candidate> candidates) {
    this(mention, candidates, OptionalDouble.empty());
  }

  /** The best candidate, if there is any. */
  public Optional<Candidate> best() {
    return candidates.stream().findFirst();
  }
}
