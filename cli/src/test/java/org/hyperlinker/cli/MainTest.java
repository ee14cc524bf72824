package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hyperlinker.cli.console.Console;
import org.hyperlinker.cli.console.Interruption;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MainTest {

  /** What no verb catches, and its mend. */
  static Stream<Error> exhaustions() {
    return Stream.of(new OutOfMemoryError(), new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("exhaustions")
  void exhaustionIsALineWithItsMend(Error error, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "1|t|Naloxone\n1|a|It.\n");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(
                new OutputStream() {
                  @Override
                  public void write(int written) {
                    throw error;
                  }
                },
                true),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            100);
    String out = folder.resolve("b.jsonl").toString();
    int code = Main.run(console, Interruption.none(), "convert", file.toString(), out);
    assertThat(code).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("hyperlinker: ")
        .contains("allow more with HYPERLINKER_JAVA_OPTS=-X");
  }
}
