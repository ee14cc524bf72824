package org.hyperlinker.core.link;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hyperlinker.core.corpus.Mention;

/**
 * The answer for one mention.
 *
 * @param mention the mention
 * @param candidates of the mention as a whole, best first, each concept once
 * @param parts the names of a mention that coordinates several, each with its own candidates; empty
 *     for any other mention
 * @param probability that the best candidate of the whole is right, 0 to 1; empty where nothing is
 *     calibrated
 */
public record Link(
    Mention mention, List<Candidate> candidates, List<Part> parts, OptionalDouble probability) {

  /** Copies the lists. */
  public Link {
    candidates = List.copyOf(candidates);
    parts = List.copyOf(parts);
  }

  /** An answer for a mention of one thing, of unknown probability. */
  public Link(Mention mention, List<Candidate> candidates) {
    this(mention, candidates, List.of());
  }

  /** An answer of unknown probability. */
  public Link(Mention mention, List<Candidate> candidates, List<Part> parts) {
    this(mention, candidates, parts, OptionalDouble.empty());
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

  /**
   * Whether there is a best candidate that is sure enough. Where nothing is calibrated, any is.
   *
   * @param least probability, 0 to 1
   */
  public boolean linked(double least) {
    return !candidates.isEmpty() && probability.orElse(1) >= least;
  }
}
