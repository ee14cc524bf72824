package org.hyperlinker.experiments.plan;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.hyperlinker.evaluation.protocol.Protocol;

/**
 * An evaluation of a system.
 *
 * @param label what tells it from the system's other trials; may be empty
 * @param x its place on the experiment's axis
 * @param protocol which mentions and candidates
 * @param documents how many of the corpus are asked, drawn at random; empty for all. The restricted
 *     protocol, whose candidates are the concepts of the corpus, takes all
 * @param window of the context, in the unit of the model's own; empty for the model's own
 * @param abbreviations whether abbreviations are written out
 * @param memory whether training mentions count, where the index has any
 * @param rule whether a rule, fitted on the training corpus, decides
 */
public record Trial(
    String label,
    OptionalDouble x,
    Protocol protocol,
    OptionalInt documents,
    OptionalInt window,
    boolean abbreviations,
    boolean memory,
    boolean rule) {

  /** Rejects a sample of nothing, and one that would change the candidates. */
  public Trial {
    if (documents.isPresent() && (protocol != Protocol.FULL || documents.getAsInt() < 1)) {
      throw new IllegalArgumentException(
          "a sample has at least 1 document and is asked by the full protocol, found: "
              + documents.getAsInt()
              + " by the protocol "
              + protocol.officialName());
    }
  }
}
