package org.hyperlinker.search.strategy;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.model.scoring.ItemBlock;
import org.hyperlinker.model.scoring.PackedItems;
import org.hyperlinker.model.scoring.Scorer;
import org.hyperlinker.model.scoring.Scorers;

/**
 * Rows that queries score in a second on this machine, measured once for each shape of query. Safe
 * for many threads.
 */
final class ScanSpeed {

  private static final int BLOCKS = 4;

  /** The kernels are compiled while they warm up, which takes this long at least. */
  private static final long WARM_UP_NANOS = 500_000_000;

  private final Supplier<PackedItems> items;
  private final int threads;
  private final ConcurrentMap<Object, Double> known = new ConcurrentHashMap<>();

  ScanSpeed(Supplier<PackedItems> items, int threads) {
    this.items = items;
    this.threads = threads;
  }

  double rowsPerSecond(QueryRepresentation query) {
    Object shape =
        switch (query) {
          case QNet net -> net.config();
          case QueryVector vector -> vector.similarity();
        };
    return known.computeIfAbsent(shape, _ -> measure(Scorers.of(query)));
  }

  private double measure(Scorer scorer) {
    List<ItemBlock> all = items.get().blocks();
    List<ItemBlock> blocks = all.subList(0, Math.min(BLOCKS, all.size()));
    float[] scores = new float[PackedItems.BLOCK];
    long rows = blocks.stream().mapToLong(ItemBlock::size).sum();
    double best = 0;
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < WARM_UP_NANOS) {
      long start = System.nanoTime();
      for (ItemBlock block : blocks) {
        scorer.score(block, scores, 0);
      }
      best = Math.max(best, rows * 1e9 / Math.max(1, System.nanoTime() - start));
    }
    return best * threads;
  }
}
