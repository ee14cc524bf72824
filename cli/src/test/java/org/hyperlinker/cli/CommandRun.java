package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.hyperlinker.cli.console.Console;
import org.hyperlinker.cli.console.Interruption;

/**
 * A command run inside the test.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it complained about
 */
record CommandRun(int code, String out, String err) {

  private static final Pattern PROGRESS = Pattern.compile(": \\d+ of \\d+ \\(\\d+ %\\)");

  /** Surroundings for looking at the verbs without running one. */
  static Session session() {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
    return new Session(new Console(nowhere, nowhere, false, 100), Interruption.none());
  }

  /** What it complained about, without the lines that tell how far slow work is. */
  List<String> complaints() {
    return err.lines().filter(line -> !PROGRESS.matcher(line).find()).toList();
  }

  /** The run, which must have ended well and without complaints. */
  CommandRun done() {
    assertThat(complaints()).isEmpty();
    assertThat(code).isZero();
    return this;
  }

  /** The only complaint of the run, which must have failed. */
  String complaint() {
    assertThat(code).isEqualTo(1);
    assertThat(complaints()).hasSize(1);
    return complaints().getFirst();
  }

  static CommandRun of(Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            100);
    String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    int code = Main.run(console, Interruption.none(), words);
    return new CommandRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
