package org.hyperlinker.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputLockTest {

  @Test
  void oneRunAtATimeHasAFolder(@TempDir Path folder) throws IOException {
    Path output = folder.resolve("runs/one");
    try (OutputLock _ = OutputLock.take(output)) {
      assertThatThrownBy(() -> OutputLock.take(output))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is in use by another run")
          .hasMessageContaining(output.toString());
    }
    try (OutputLock again = OutputLock.take(output)) {
      assertThat(again).isNotNull();
    }
  }
}
