package org.hyperlinker.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.hyperlinker.model.qnet.QNetConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compiled vector kernels keep their vectors in registers. Where the compiler boxes one for each
 * row, a kernel runs at a fifth of its speed; one for each call, which JDK 25 does where a linear
 * layer's accumulators begin, costs nothing that could be measured.
 */
class AllocationTest {

  private static final int WIDTH = 64;

  /** Twice a boxed vector for each call of a linear layer's kernel, in 512 bits. */
  private static final long BYTES_PER_BLOCK = 100_000;

  private static final int CALLS = 200;

  /** Calls until the compiler is done: usually some ten rounds. */
  private static final int MOST_ROUNDS = 100;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @EnumSource
  void compiledKernelsBoxNoRow(ItemStorage storage) {
    assumeTrue(KernelChoice.BEST instanceof VectorKernels, "this machine has no vector kernels");
    Random random = new Random(5);
    PackedItems items =
        PackedItems.of(storage, RandomNets.items(PackedItems.BLOCK, WIDTH, random), WIDTH);
    Scorer scorer =
        Scorers.of(RandomNets.net(QNetConfig.of(List.of(WIDTH, WIDTH, WIDTH, 1)), random));
    float[] scores = new float[PackedItems.BLOCK];
    long allocated = Long.MAX_VALUE;
    for (int round = 0; round < MOST_ROUNDS && allocated > BYTES_PER_BLOCK; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int call = 0; call < CALLS; call++) {
        scorer.score(items.blocks().getFirst(), scores, 0);
      }
      allocated = (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
    }
    assertThat(allocated).as("bytes for each block").isLessThanOrEqualTo(BYTES_PER_BLOCK);
  }
}
