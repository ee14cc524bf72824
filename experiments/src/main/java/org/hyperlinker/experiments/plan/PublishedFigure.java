package org.hyperlinker.experiments.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.hyperlinker.evaluation.protocol.Protocol;

/**
 * What others have published.
 *
 * @param system whose
 * @param x its place on the experiment's axis
 * @param protocol the one that theirs is nearest to
 * @param metrics by name, such as {@code Accuracy@1}
 * @param source where it stands
 */
public record PublishedFigure(
    String system,
    OptionalDouble x,
    Protocol protocol,
    SequencedMap<String, Double> metrics,
    String source) {

  /** Copies the metrics. */
  public PublishedFigure {
    metrics = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metrics));
  }

  /** System and place on the axis, such as {@code the study, 128}. */
  public String label() {
    return x.isPresent() ? system + ", " + number(x.getAsDouble()) : system;
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
