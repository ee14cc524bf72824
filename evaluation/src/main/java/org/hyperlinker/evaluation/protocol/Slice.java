package org.hyperlinker.evaluation.protocol;

import org.hyperlinker.evaluation.metrics.RankSummary;

/**
 * A row of the table.
 *
 * @param group what divides the mentions: {@code mentions}, {@code type}, {@code concept}, {@code
 *     surface and concept}
 * @param value the part, such as {@code Disease} or {@code unseen}
 * @param summary the figures
 */
public record Slice(String group, String value, RankSummary summary) {}
