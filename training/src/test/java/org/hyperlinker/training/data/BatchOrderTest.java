package org.hyperlinker.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BatchOrderTest {

  @Property(tries = 200)
  void everyExampleComesOnceInAnEpoch(
      @ForAll @IntRange(min = 1, max = 300) int examples,
      @ForAll @IntRange(min = 1, max = 40) int batchSize,
      @ForAll boolean shuffled,
      @ForAll boolean bucketed,
      @ForAll @IntRange(min = 0, max = 3) int epoch) {
    BatchOrder order = new BatchOrder(examples, batchSize, false, shuffled, bucketed, 9);
    List<List<Integer>> batches = order.epoch(epoch, example -> example % 7);
    assertThat(batches).hasSize(order.batches());
    assertThat(batches.stream().flatMap(List::stream).sorted())
        .containsExactlyElementsOf(IntStream.range(0, examples).boxed().toList());
    assertThat(order.epoch(epoch, example -> example % 7)).isEqualTo(batches);
  }

  /** Not the longest ones, which would never be trained. */
  @Property(tries = 20)
  void whatIsLeftOutOfAnEpochIsDrawn(@ForAll @IntRange(min = 0, max = 5) int epoch) {
    BatchOrder order = new BatchOrder(100, 32, true, true, true, 9);
    List<Integer> taken =
        order.epoch(epoch, example -> example).stream().flatMap(List::stream).toList();
    assertThat(taken).hasSize(96).doesNotHaveDuplicates();
    assertThat(taken.stream().anyMatch(example -> example >= 96)).isTrue();
  }

  @Property(tries = 50)
  void aBucketedBatchHoldsLikeLengths(@ForAll @IntRange(min = 0, max = 5) int epoch) {
    BatchOrder order = new BatchOrder(400, 8, true, true, true, 9);
    for (List<Integer> batch : order.epoch(epoch, example -> example)) {
      assertThat(batch).isSorted();
    }
  }
}
