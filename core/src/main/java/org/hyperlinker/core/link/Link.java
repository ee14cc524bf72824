package org.hyperlinker.core.link;

import java.util.List;
import java.util.Optional;
import org.hyperlinker.core.corpus.Mention;

/**
 * The answer for one mention.
 *
 * @param mention the mention
 * @param candidates best first, each concept once
 */
public record Link(Mention mention, List<Candidate> candidates) {

  /** Copies the candidates. */
  public Link {
    candidates = List.copyOf(candidates);
  }

  /** The best candidate, if there is any. */
  public Optional<Candidate> best() {
    return candidates.stream().findFirst();
  }
}
