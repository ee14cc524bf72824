package org.hyperlinker.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.hyperlinker.model.qnet.QNetConfig;
import org.junit.jupiter.api.Test;

class KernelChoiceTest {

  private static final int WARM = 3_000;

  @Test
  void theTestsRunOnVectorCodeWhereTheMachineHasIt() {
    assumeThat(VectorWidth.bits()).isGreaterThanOrEqualTo(256);
    assertThat(Scorers.vectorised()).isTrue();
    assertThat(KernelChoice.BEST).isInstanceOf(VectorKernels.class);
  }

  @Test
  void plainJavaSaysWhyItServes() {
    assertThat(new PlainKernels("the reason").description()).contains("the reason");
  }

  /** C2 may box accumulators it cannot keep in registers; speed then falls by half or more. */
  @Test
  void aWarmKernelAllocatesNothing() {
    assumeThat(Scorers.vectorised()).isTrue();
    Random random = new Random(1);
    Scorer scorer = Scorers.of(RandomNets.net(QNetConfig.of(List.of(64, 32, 1)), random));
    ItemBlock block =
        PackedItems.of(RandomNets.items(256, 64, random), 64).blocks().getFirst();
    float[] scores = new float[256];
    for (int i = 0; i < WARM; i++) {
      scorer.score(block, scores, 0);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 100; i++) {
      scorer.score(block, scores, 0);
    }
    long each = (threads.getCurrentThreadAllocatedBytes() - before) / 100;
    assertThat(each).isLessThan(100);
  }
}
