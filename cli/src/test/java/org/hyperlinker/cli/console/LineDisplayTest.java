package org.hyperlinker.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LineDisplayTest {

  @Test
  void shortWorkPassesInSilence() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Console console = new Console(System.out, new PrintStream(written), false, 100);
    try (ProgressDisplay display = ProgressDisplay.on(console, Interruption.none())) {
      for (int done = 0; done <= 10; done++) {
        display.report("work", done, 10);
      }
    }
    assertThat(written.size()).isZero();
  }

  @Test
  void theRestIsEstimatedFromWhatWasDoneSinceTheStageBegan() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Console console = new Console(System.out, new PrintStream(written), false, 100);
    AtomicLong seconds = new AtomicLong();
    try (ProgressDisplay display =
        new LineDisplay(console, Interruption.none(), () -> seconds.get() * 1_000_000_000L)) {
      display.report("train", 100, 200);
      seconds.set(20);
      display.report("train", 110, 200);
    }
    assertThat(written.toString()).contains("110 of 200").contains("3 min 0 s left");
  }
}
