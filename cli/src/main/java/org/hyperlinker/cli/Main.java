package org.hyperlinker.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.hyperlinker.cli.console.Console;
import org.hyperlinker.cli.console.Failures;
import org.hyperlinker.cli.console.Interruption;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The entry: runs one command and ends the process with its exit code. */
public final class Main {

  static final int INTERRUPTED = 130;

  /**
   * Lucene announces through it that it has vector code or that it has none; held, as loggers
   * nobody holds are forgotten.
   */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  /** The web server tells of its start and its features. */
  private static final Logger HELIDON = Logger.getLogger("io.helidon");

  static {
    LUCENE.setLevel(Level.SEVERE);
    HELIDON.setLevel(Level.WARNING);
  }

  private Main() {}

  /** Runs a command; exit code 0 done, 1 failed, 2 wrong usage, 130 interrupted. */
  public static void main(String[] arguments) {
    Console console = Console.system();
    System.exit(run(console, Interruption.listening(console), arguments));
  }

  /** Runs a command inside this process and returns its exit code. */
  public static int run(Console console, Interruption interruption, String... arguments) {
    try {
      return execute(new Session(console, interruption), arguments);
    } finally {
      interruption.finish();
    }
  }

  /** Runs a command as part of another one. */
  static int execute(Session session, String... arguments) {
    Console console = session.console();
    CommandLine line = HyperlinkerCommand.lineFor(session, arguments);
    line.setParameterExceptionHandler((e, rest) -> usage(console, e));
    line.setExecutionExceptionHandler((e, command, parsed) -> failure(session, e, parsed));
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError e) {
      return failure(session, e, null);
    }
  }

  private static int usage(Console console, ParameterException e) {
    console.note(
        "hyperlinker: "
            + Failures.line(new IllegalArgumentException(e.getMessage()))
            + "; see "
            + e.getCommandLine().getCommandSpec().qualifiedName()
            + " --help");
    return ExitCode.USAGE;
  }

  private static int failure(Session session, Throwable e, ParseResult parsed) {
    Console console = session.console();
    if (session.interruption().requested()) {
      return INTERRUPTED;
    }
    console.note("hyperlinker: " + Failures.line(e));
    if (parsed != null && verbose(parsed)) {
      e.printStackTrace(console.err());
    }
    return ExitCode.SOFTWARE;
  }

  private static boolean verbose(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last.matchedOptionValue("--verbose", false);
  }
}
