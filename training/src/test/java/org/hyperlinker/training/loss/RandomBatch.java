package org.hyperlinker.training.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Queries with items of their own, positives first, whose concepts repeat. */
record RandomBatch(float[][] queries, float[][] items, List<String> concepts) {

  static final int QUERIES = 6;
  static final int OWN = 3;
  static final int WIDTH = 4;

  static RandomBatch of(long seed) {
    Random random = new Random(seed);
    List<String> concepts = new ArrayList<>();
    IntStream.range(0, QUERIES * OWN).forEach(_ -> concepts.add("D" + random.nextInt(5)));
    return new RandomBatch(rows(random, QUERIES), rows(random, QUERIES * OWN), concepts);
  }

  private static float[][] rows(Random random, int count) {
    float[][] rows = new float[count][WIDTH];
    for (float[] row : rows) {
      for (int i = 0; i < WIDTH; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return rows;
  }

  /** Whether an item is of the concept of a query's positive. */
  boolean sameConcept(int query, int item) {
    return concepts.get(item).equals(concepts.get(query * OWN));
  }

  static double cosine(float[] one, float[] other) {
    double product = 0;
    double squares = 0;
    double others = 0;
    for (int i = 0; i < WIDTH; i++) {
      product += (double) one[i] * other[i];
      squares += (double) one[i] * one[i];
      others += (double) other[i] * other[i];
    }
    return product / Math.sqrt(squares * others);
  }
}
