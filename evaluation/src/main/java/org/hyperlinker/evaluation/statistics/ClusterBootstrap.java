package org.hyperlinker.evaluation.statistics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SplittableRandom;

/**
 * Confidence intervals by drawing documents with replacement: mentions of one document share its
 * subject, so that drawing single mentions would make the intervals too narrow. The ends are those
 * of the bias-corrected and accelerated bootstrap (BCa). The same seed gives the same intervals.
 *
 * @param resamples how many corpora are drawn, at least 100
 * @param seed of the draws
 */
public record ClusterBootstrap(int resamples, long seed) {

  /** 10,000 resamples: the ends then vary by less than the fourth decimal that tables show. */
  public static final ClusterBootstrap DEFAULTS = new ClusterBootstrap(10_000, 1);

  private static final int FEWEST = 100;

  /** Rejects too few resamples for the ends of an interval. */
  public ClusterBootstrap {
    if (resamples < FEWEST) {
      throw new IllegalArgumentException(
          "a bootstrap needs at least " + FEWEST + " resamples, found: " + resamples);
    }
  }

  /** The intervals by the names of the measures, all from the same drawn corpora. */
  public SequencedMap<String, Interval> intervals(ClusteredMeasures measures) {
    double[][] drawn = draw(measures);
    SequencedMap<String, Interval> intervals = new LinkedHashMap<>();
    for (int measure = 0; measure < drawn.length; measure++) {
      Arrays.sort(drawn[measure]);
      intervals.put(
          measures.names().get(measure), AcceleratedInterval.of(measures, measure, drawn[measure]));
    }
    return intervals;
  }

  /** The means of each measure over each drawn corpus, {@code (measures, resamples)}. */
  double[][] draw(ClusteredMeasures measures) {
    int documents = measures.documents();
    int count = measures.names().size();
    double[][] means = new double[count][documents == 0 ? 0 : resamples];
    SplittableRandom random = new SplittableRandom(seed);
    int[] times = new int[documents];
    for (int resample = 0; resample < means[0].length; resample++) {
      Arrays.fill(times, 0);
      for (int i = 0; i < documents; i++) {
        times[random.nextInt(documents)]++;
      }
      long size = 0;
      for (int document = 0; document < documents; document++) {
        size += (long) times[document] * measures.size(document);
      }
      for (int measure = 0; measure < count; measure++) {
        double sum = 0;
        for (int document = 0; document < documents; document++) {
          sum += times[document] * measures.sum(measure, document);
        }
        means[measure][resample] = sum / size;
      }
    }
    return means;
  }
}
