package org.hyperlinker.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.model.qnet.Similarity;
import org.junit.jupiter.api.Test;

class VectorScorerTest {

  @Property(tries = 100, seed = "20261123")
  void innerProductAndCosineEqualTheirDefinitions(
      @ForAll @IntRange(min = 1, max = 40) int size,
      @ForAll @IntRange(min = 1, max = 40) int dimension,
      @ForAll Similarity similarity,
      @ForAll long seed) {
    Random random = new Random(seed);
    float[] query = RandomNets.floats(dimension, 1, random);
    float[][] rows = RandomNets.items(size, dimension, random);
    PackedItems items = PackedItems.of(rows, dimension);
    for (Kernels kernels : List.of(new PlainKernels("a test"), KernelChoice.BEST)) {
      float[] scores = Scorers.of(new QueryVector(query, similarity), kernels).score(items);
      for (int row = 0; row < size; row++) {
        double product = product(query, rows[row]);
        double lengths =
            Math.sqrt(product(query, query)) * Math.sqrt(product(rows[row], rows[row]));
        double expected = similarity == Similarity.COSINE ? product / lengths : product;
        assertThat(scores[row]).isCloseTo((float) expected, within(1e-4f));
      }
    }
  }

  @Test
  void theCosineOfNothingIsZero() {
    PackedItems items = PackedItems.of(new float[][] {{0, 0}, {1, 1}}, 2);
    QueryVector query = new QueryVector(new float[] {1, 1}, Similarity.COSINE);
    assertThat(Scorers.of(query).score(items)[0]).isZero();
    assertThat(Scorers.of(query).score(items)[1]).isCloseTo(1, within(1e-6f));
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
