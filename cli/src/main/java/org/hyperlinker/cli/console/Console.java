package org.hyperlinker.cli.console;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command speaks.
 *
 * @param out results
 * @param err progress, warnings and failures
 * @param terminal whether {@code err} is a terminal that a bar can be drawn on
 * @param columns the width of that terminal, at least 40
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, int columns) {

  private static final int NARROWEST = 40;
  private static final int USUAL = 100;

  /** Widens a terminal that claims to be narrower than any line here. */
  public Console {
    columns = Math.max(NARROWEST, columns);
  }

  /**
   * The process's own streams. The launcher keeps the real standard error at another descriptor,
   * because the JVM's notice about the Vector API goes to the usual one; see {@code hyperlinker}.
   */
  public static Console system() {
    return new Console(
        utf8(System.out),
        standardError(),
        Boolean.getBoolean("hyperlinker.terminal"),
        Integer.getInteger("hyperlinker.columns", USUAL));
  }

  /** A line on standard error. */
  public void note(String line) {
    err.println(line);
  }

  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  private static PrintStream standardError() {
    String path = System.getProperty("hyperlinker.stderr", "");
    if (path.isEmpty()) {
      return utf8(System.err);
    }
    try {
      return new PrintStream(new FileOutputStream(path, true), true, StandardCharsets.UTF_8);
    } catch (IOException e) {
      // A socket, or a terminal of another user, cannot be opened again by its path.
      return utf8(System.err);
    }
  }
}
