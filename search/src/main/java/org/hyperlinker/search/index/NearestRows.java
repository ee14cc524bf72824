package org.hyperlinker.search.index;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.model.qnet.Similarity;
import org.hyperlinker.model.scoring.GroupScorer;
import org.hyperlinker.model.scoring.ItemBlock;
import org.hyperlinker.model.scoring.PackedItems;
import org.hyperlinker.model.scoring.Scorers;
import org.hyperlinker.model.scoring.TopRows;
import org.hyperlinker.search.parallel.Workers;

/**
 * The exact nearest rows of each row by Euclidean distance, in blocks: many rows at once pass over
 * all others. The nearest to x is where x y - y y / 2 is largest, so with that half square as one
 * more coordinate of y, and 1 as that of x, the kernel for inner products finds it.
 *
 * <p>Unlike the official builder, an item is never its own neighbour, in whatever block it is.
 */
final class NearestRows {

  /** Rows that pass together: beyond it nothing is gained. */
  private static final int GROUP = 32;

  /** Groups between two reports of progress. */
  private static final int ROUND = 16;

  private final PackedItems lifted;
  private final PackedItems.Source rows;
  private final int degree;

  private NearestRows(int size, int dimension, PackedItems.Source rows, int degree) {
    this.rows = rows;
    this.degree = degree;
    float[] row = new float[dimension];
    this.lifted =
        PackedItems.pack(
            size,
            dimension + 1,
            (item, target) -> {
              rows.read(item, row);
              double squares = 0;
              for (int k = 0; k < dimension; k++) {
                target[k] = row[k];
                squares += (double) row[k] * row[k];
              }
              target[dimension] = (float) (-squares / 2);
            });
  }

  /**
   * Writes the matrix that {@link MappedNeighbours} reads.
   *
   * @param rows read by the calling thread only
   * @param degree neighbours of a row, at least 1 and fewer than there are rows
   */
  static void write(
      Path file,
      int size,
      int dimension,
      PackedItems.Source rows,
      int degree,
      Workers workers,
      Progress progress)
      throws IOException {
    NearestRows nearest = new NearestRows(size, dimension, rows, degree);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      progress.advanced("neighbours", 0, size);
      for (int from = 0; from < size; from += GROUP * ROUND) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("interrupted after the neighbours of " + from + " rows");
        }
        int to = Math.min(size, from + GROUP * ROUND);
        ByteBuffer found = nearest.of(from, to, workers);
        while (found.hasRemaining()) {
          channel.write(found);
        }
        progress.advanced("neighbours", to, size);
      }
    }
  }

  private ByteBuffer of(int from, int to, Workers workers) {
    List<QueryVector> queries = IntStream.range(from, to).mapToObj(this::query).toList();
    int[] neighbours = new int[queries.size() * degree];
    workers.run(
        (queries.size() + GROUP - 1) / GROUP,
        group -> {
          int first = group * GROUP;
          int last = Math.min(queries.size(), first + GROUP);
          List<TopRows> best = best(queries.subList(first, last));
          for (int i = first; i < last; i++) {
            int at = i * degree;
            for (int row : best.get(i - first).drain()) {
              if (row != from + i && at < (i + 1) * degree) {
                neighbours[at++] = row;
              }
            }
          }
        });
    ByteBuffer bytes =
        ByteBuffer.allocate(neighbours.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(neighbours);
    return bytes;
  }

  private QueryVector query(int row) {
    float[] x = new float[lifted.dimension()];
    float[] own = new float[lifted.dimension() - 1];
    rows.read(row, own);
    System.arraycopy(own, 0, x, 0, own.length);
    x[own.length] = 1;
    return new QueryVector(x, Similarity.INNER_PRODUCT);
  }

  private List<TopRows> best(List<QueryVector> queries) {
    GroupScorer scorer = Scorers.group(queries);
    List<TopRows> best = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      best.add(new TopRows(degree + 1));
    }
    for (ItemBlock block : lifted.blocks()) {
      scorer.top(block, best.toArray(TopRows[]::new));
    }
    return best;
  }
}
