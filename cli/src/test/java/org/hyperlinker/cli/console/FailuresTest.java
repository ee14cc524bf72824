package org.hyperlinker.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FailuresTest {

  @Test
  void wrappersAreTakenOff() {
    Throwable wrapped =
        new ExecutionException(new UncheckedIOException(new NoSuchFileException("corpus.txt")));
    assertThat(Failures.line(wrapped)).isEqualTo("corpus.txt: no such file; check the path");
  }

  @Test
  void aFullDiskHasItsMend() {
    assertThat(Failures.line(new IOException("cannot write x: No space left on device")))
        .isEqualTo(
            "cannot write x: No space left on device; free some space or choose another folder");
  }

  @Test
  void severalLinesBecomeOne() {
    assertThat(Failures.line(new IOException("first\n  second\r\n"))).isEqualTo("first second");
  }

  @Test
  void anUnforeseenFailureAsksForItsStack() {
    assertThat(Failures.line(new NullPointerException("why")))
        .contains("NullPointerException: why")
        .contains("--verbose");
  }
}
