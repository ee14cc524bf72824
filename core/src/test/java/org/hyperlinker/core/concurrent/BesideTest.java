package org.hyperlinker.core.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BesideTest {

  private final List<String> discarded = new CopyOnWriteArrayList<>();

  @Test
  void theCallerTakesTheResult() throws IOException {
    try (Beside<String> beside = Beside.begin("index", () -> "made", discarded::add)) {
      assertThat(beside.get()).isEqualTo("made");
    }
    assertThat(discarded).isEmpty();
  }

  @Test
  void faultsArriveAsTheyAre() {
    try (Beside<String> beside =
        Beside.begin(
            "index",
            () -> {
              throw new FileNotFoundException("index.json");
            },
            discarded::add)) {
      assertThatThrownBy(beside::get)
          .isInstanceOf(FileNotFoundException.class)
          .hasMessage("index.json");
    }
    assertThat(discarded).isEmpty();
  }

  @Test
  void aResultThatComesTooLateIsGivenAway() throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    Beside<String> beside =
        Beside.begin(
            "index",
            () -> {
              while (closed.getCount() > 0) {
                Thread.onSpinWait();
              }
              return "late";
            },
            late -> {
              discarded.add(late);
              gone.countDown();
            });
    beside.close();
    closed.countDown();
    gone.await();
    assertThat(discarded).containsExactly("late");
  }

  @Test
  void aResultThatNobodyTookIsGivenAwayOnce() throws InterruptedException {
    CountDownLatch made = new CountDownLatch(1);
    Beside<String> beside =
        Beside.begin(
            "index",
            () -> {
              made.countDown();
              return "unwanted";
            },
            discarded::add);
    made.await();
    beside.close();
    beside.close();
    while (discarded.isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(discarded).containsExactly("unwanted");
  }
}
