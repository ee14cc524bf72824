package org.hyperlinker.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
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
}
