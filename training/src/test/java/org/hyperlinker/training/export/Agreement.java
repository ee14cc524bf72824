package org.hyperlinker.training.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.qnet.QueryVector;

/**
 * What it means that two forms of a model agree: within {@value #TOLERANCE} of the largest
 * magnitude (at least 1) in single precision; with 8 bits a cosine of at least {@value
 * #INT8_COSINE}, but other numbers, as equal ones would mean that nothing was rounded.
 */
final class Agreement {

  static final double TOLERANCE = 2e-5;
  static final double INT8_COSINE = 0.98;

  private Agreement() {}

  /** All numbers of each representation in one array. */
  static List<float[]> numbers(List<QueryRepresentation> queries) {
    return queries.stream()
        .map(
            query ->
                switch (query) {
                  case QueryVector vector -> vector.values();
                  case QNet net -> joined(net);
                })
        .toList();
  }

  private static float[] joined(QNet net) {
    int size =
        net.weights().stream().mapToInt(part -> part.length).sum()
            + net.biases().stream().mapToInt(part -> part.length).sum();
    float[] all = new float[size];
    int at = 0;
    for (List<float[]> parts : List.of(net.weights(), net.biases())) {
      for (float[] part : parts) {
        System.arraycopy(part, 0, all, at, part.length);
        at += part.length;
      }
    }
    return all;
  }

  static void same(List<float[]> expected, List<float[]> actual) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int row = 0; row < expected.size(); row++) {
      assertThat(actual.get(row)).hasSameSizeAs(expected.get(row));
      double magnitude = 1;
      double error = 0;
      for (int at = 0; at < expected.get(row).length; at++) {
        magnitude = Math.max(magnitude, Math.abs(expected.get(row)[at]));
        error = Math.max(error, Math.abs(expected.get(row)[at] - actual.get(row)[at]));
      }
      assertThat(error).isLessThan(TOLERANCE * magnitude);
    }
  }

  static void alike(List<float[]> expected, List<float[]> actual) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int row = 0; row < expected.size(); row++) {
      assertThat(cosine(expected.get(row), actual.get(row))).isGreaterThan(INT8_COSINE);
      assertThat(actual.get(row)).isNotEqualTo(expected.get(row));
    }
  }

  static double cosine(float[] a, float[] b) {
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    for (int at = 0; at < a.length; at++) {
      product += (double) a[at] * b[at];
      squareA += (double) a[at] * a[at];
      squareB += (double) b[at] * b[at];
    }
    return product / Math.sqrt(squareA * squareB);
  }
}
