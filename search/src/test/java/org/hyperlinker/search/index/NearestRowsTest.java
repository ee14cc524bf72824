package org.hyperlinker.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.hyperlinker.search.parallel.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearestRowsTest {

  private static final int ROWS = 1100;
  private static final int WIDTH = 7;
  private static final int DEGREE = 6;

  @TempDir Path folder;

  @Test
  void theNearestOfEachRowAcrossAllBlocksAndNeverItself() throws IOException {
    Random random = new Random(1);
    float[][] rows = new float[ROWS][WIDTH];
    for (float[] row : rows) {
      for (int k = 0; k < WIDTH; k++) {
        row[k] = (float) random.nextGaussian();
      }
    }
    // More copies of one row than it has neighbours.
    for (int copy = 1; copy <= DEGREE + 2; copy++) {
      rows[copy * 100] = rows[0];
    }
    Path file = folder.resolve("neighbours");
    try (Workers workers = new Workers(2)) {
      NearestRows.write(
          file,
          ROWS,
          WIDTH,
          (row, target) -> System.arraycopy(rows[row], 0, target, 0, WIDTH),
          DEGREE,
          workers,
          Progress.NONE);
    }
    IntBuffer found =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    assertThat(found.remaining()).isEqualTo(ROWS * DEGREE);
    for (int row = 0; row < ROWS; row++) {
      int self = row;
      int[] expected =
          IntStream.range(0, ROWS)
              .filter(other -> other != self)
              .boxed()
              .sorted(
                  Comparator.<Integer>comparingDouble(other -> distance(rows[self], rows[other]))
                      .thenComparing(other -> other))
              .limit(DEGREE)
              .mapToInt(Integer::intValue)
              .toArray();
      int[] own = new int[DEGREE];
      found.get(row * DEGREE, own);
      assertThat(own).as("neighbours of row " + row).containsExactly(expected);
    }
  }

  private static double distance(float[] x, float[] y) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum += ((double) x[k] - y[k]) * ((double) x[k] - y[k]);
    }
    return sum;
  }
}
