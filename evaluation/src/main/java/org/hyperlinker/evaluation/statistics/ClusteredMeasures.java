package org.hyperlinker.evaluation.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Measures of mentions, summed by document: enough for every mean over mentions in which whole
 * documents are drawn, left out or exchanged. Immutable.
 */
public final class ClusteredMeasures {

  private final List<String> names;
  private final int[] sizes;
  private final double[][] sums;

  private ClusteredMeasures(List<String> names, int[] sizes, double[][] sums) {
    this.names = names;
    this.sizes = sizes;
    this.sums = sums;
  }

  /**
   * Sums by document.
   *
   * @param documents the document of each mention
   * @param values for each measure, by its name, a value for each mention
   * @throws IllegalArgumentException if a measure has another number of values
   */
  public static ClusteredMeasures of(
      List<String> documents, SequencedMap<String, double[]> values) {
    Map<String, Integer> clusters = new HashMap<>();
    int[] cluster = new int[documents.size()];
    for (int i = 0; i < cluster.length; i++) {
      cluster[i] = clusters.computeIfAbsent(documents.get(i), document -> clusters.size());
    }
    int[] sizes = new int[clusters.size()];
    for (int c : cluster) {
      sizes[c]++;
    }
    double[][] sums = new double[values.size()][sizes.length];
    int measure = 0;
    for (Map.Entry<String, double[]> entry : values.entrySet()) {
      if (entry.getValue().length != cluster.length) {
        throw new IllegalArgumentException(
            entry.getKey()
                + ": expected a value for each of "
                + cluster.length
                + " mentions, found "
                + entry.getValue().length);
      }
      for (int i = 0; i < cluster.length; i++) {
        sums[measure][cluster[i]] += entry.getValue()[i];
      }
      measure++;
    }
    return new ClusteredMeasures(List.copyOf(values.keySet()), sizes, sums);
  }

  /** The names of the measures, in order. */
  public List<String> names() {
    return names;
  }

  /** How many documents there are. */
  public int documents() {
    return sizes.length;
  }

  /** The mean over all mentions; NaN over none. */
  public double mean(int measure) {
    return meanWithout(measure, -1);
  }

  /** The mean over the mentions of all documents but one; NaN if none is left. */
  double meanWithout(int measure, int left) {
    double sum = 0;
    long size = 0;
    for (int document = 0; document < sizes.length; document++) {
      if (document != left) {
        sum += sums[measure][document];
        size += sizes[document];
      }
    }
    return sum / size;
  }

  int size(int document) {
    return sizes[document];
  }

  double sum(int measure, int document) {
    return sums[measure][document];
  }
}
