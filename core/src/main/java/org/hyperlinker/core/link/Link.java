package org.hyperlinker.core.link;

import java.util.List;
import java.util.Optional;
import org.hyperlinker.core.corpus.Mention;

/**
 * The answer for one mention.
 *
 * @param mention the mention
 * @param candidates of the mention as a whole, best first, each concept once
 * @param parts the names of a mention that coordinates several, each with its own candidates; empty
 *     for any other mention
 */
public record Link(Mention mention, List<Candidate> candidates, List<Part> parts) {

  /** Copies the lists. */
  public Link {
    candidates = List.copyOf(candidates);
    parts = List.copyOf(parts);
  }

  /** The answer for a mention of one thing. */
  public Link(Mention mention, List<Candidate> candidates) {
    this(mention, candidates, List.of());
  }

  /**
   * One of several things that a mention names.
   *
   * @param text its name, such as {@code breast cancer} in {@code breast and ovarian cancer}
   * @param candidates best first, each concept once
   */
  public record Part(String text, List<Candidate> candidates) {

    /** Copies the candidates. */
    public Part {
      candidates = List.copyOf(candidates);
    }
  }

  /** The best candidate, if there is any. */
  public Optional<Candidate> best() {
    return candidates.stream().findFirst();
  }
}
