package org.hyperlinker.evaluation.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The BCa interval (Efron 1987): quantiles of the drawn means, moved by the share of them below the
 * estimate (bias) and by the skewness of the leave-one-document-out means (acceleration).
 */
final class AcceleratedInterval {

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private AcceleratedInterval() {}

  /**
   * The interval of a measure.
   *
   * @param sorted its means over the drawn corpora, ascending
   */
  static Interval of(ClusteredMeasures measures, int measure, double[] sorted) {
    double estimate = measures.mean(measure);
    if (measures.documents() < 2) {
      return new Interval(estimate, Double.NaN, Double.NaN);
    }
    double bias = bias(estimate, sorted);
    double acceleration = acceleration(measures, measure);
    double tail = (1 - Interval.LEVEL) / 2;
    return new Interval(
        estimate,
        quantile(sorted, moved(tail, bias, acceleration)),
        quantile(sorted, moved(1 - tail, bias, acceleration)));
  }

  /** Means equal to the estimate count half: figures of few mentions have many of them. */
  private static double bias(double estimate, double[] sorted) {
    double below = 0;
    for (double mean : sorted) {
      if (Math.abs(mean - estimate) < 1e-12) {
        below += 0.5;
      } else if (mean < estimate) {
        below++;
      }
    }
    double share = Math.clamp(below / sorted.length, 0.5 / sorted.length, 1 - 0.5 / sorted.length);
    return NORMAL.inverseCumulativeProbability(share);
  }

  private static double acceleration(ClusteredMeasures measures, int measure) {
    int documents = measures.documents();
    double[] without = new double[documents];
    double sum = 0;
    double total = measures.mean(measure);
    double size = 0;
    for (int document = 0; document < documents; document++) {
      size += measures.size(document);
    }
    for (int document = 0; document < documents; document++) {
      without[document] =
          (total * size - measures.sum(measure, document)) / (size - measures.size(document));
      sum += without[document];
    }
    double squares = 0;
    double cubes = 0;
    for (double mean : without) {
      double difference = sum / documents - mean;
      squares += difference * difference;
      cubes += difference * difference * difference;
    }
    return squares < 1e-24 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }

  private static double moved(double share, double bias, double acceleration) {
    double z = bias + NORMAL.inverseCumulativeProbability(share);
    double scale = 1 - acceleration * z;
    if (scale <= 0) {
      return z > 0 ? 1 : 0;
    }
    return NORMAL.cumulativeProbability(bias + z / scale);
  }

  /** The quantile with linear interpolation between neighbours. */
  static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
