package org.hyperlinker.benchmarks.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.scoring.ItemStorage;
import org.hyperlinker.model.scoring.PackedItems;

/**
 * What is measured of the kernels.
 *
 * @param rows for each pass, at least 1
 * @param heavyRows for a pass of q-nets with more than {@value #HEAVY} multiply-adds a row
 * @param threads numbers of threads, each at least 1
 * @param rounds how often everything is measured, at least 1
 * @param warmUp of each kernel
 * @param seed of rows and queries
 */
public record KernelPlan(
    int rows, int heavyRows, List<Integer> threads, int rounds, Duration warmUp, long seed) {

  /** Queries that pass over the rows together, as in the exact search. */
  static final int GROUP = 16;

  private static final long HEAVY = 200_000;
  private static final int WIDTH = 384;

  private static final List<List<Integer>> SHAPES =
      List.of(
          List.of(384, 64, 1),
          List.of(384, 128, 64, 1),
          List.of(128, 128, 128, 1),
          List.of(384, 384, 384, 1),
          List.of(128, 32, 1));

  /** Copies the list and rejects values without meaning. */
  public KernelPlan {
    threads = List.copyOf(threads);
    if (rows < 1 || heavyRows < 1 || rounds < 1) {
      throw new IllegalArgumentException(
          "kernels are measured over at least 1 row in at least 1 round, found: "
              + rows
              + " rows and "
              + rounds
              + " rounds");
    }
    if (threads.isEmpty() || threads.stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException("threads are 1 or more, found: " + threads);
    }
  }

  /** The inner product and every shape, in every storage, for one query and for several. */
  List<KernelCase> cases() {
    List<Optional<QNetConfig>> queries = new ArrayList<>();
    queries.add(Optional.empty());
    SHAPES.forEach(shape -> queries.add(Optional.of(config(shape))));
    List<KernelCase> cases = new ArrayList<>();
    for (Optional<QNetConfig> query : queries) {
      int width = query.map(QNetConfig::inputWidth).orElse(WIDTH);
      boolean heavy = query.filter(q -> q.multiplyAdds() > HEAVY).isPresent();
      int most = heavy ? Math.min(rows, heavyRows) : rows;
      for (ItemStorage storage : ItemStorage.values()) {
        cases.add(new KernelCase(query, width, storage, 1, most));
        int few = Math.min(most, Math.max(PackedItems.BLOCK, 2 * most / GROUP));
        cases.add(new KernelCase(query, width, storage, GROUP, few));
      }
    }
    return cases;
  }

  /** What everything is compared with. */
  KernelCase scan() {
    return new KernelCase(Optional.empty(), WIDTH, ItemStorage.FLOAT32, 1, rows);
  }

  /** The official arithmetic, residual where every hidden layer but the last keeps the width. */
  private static QNetConfig config(List<Integer> shape) {
    List<Integer> inner = shape.subList(0, shape.size() - 2);
    boolean residual = inner.size() > 1 && inner.stream().distinct().count() == 1;
    return new QNetConfig(shape, Activation.RELU, false, 0, true, residual, false, true);
  }
}
