package org.hyperlinker.evaluation.comparison;

import java.util.List;
import org.hyperlinker.evaluation.protocol.MentionResult;

/**
 * What one system answered.
 *
 * @param name what tables call it
 * @param mentions its answers, in corpus order
 */
public record SystemResults(String name, List<MentionResult> mentions) {

  /** Copies the answers. */
  public SystemResults {
    mentions = List.copyOf(mentions);
  }
}
