package org.hyperlinker.evaluation.protocol;

import java.util.List;

/**
 * A report with what it was made of.
 *
 * @param report the figures
 * @param mentions in corpus order, those that the protocol asks; composite mentions and such
 *     without a concept are among them under {@link Protocol#FULL}
 */
public record Evaluation(EvaluationReport report, List<MentionResult> mentions) {

  /** Copies the results. */
  public Evaluation {
    mentions = List.copyOf(mentions);
  }
}
