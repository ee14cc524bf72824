package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.hyperlinker.evaluation.protocol.Corpus;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.model.scoring.Scorers;
import org.hyperlinker.search.strategy.SearchStrategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A verb of the command line with what all of them share. */
@Command(
    sortOptions = false,
    usageHelpWidth = 100,
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    exitCodeOnInvalidInput = ExitCode.USAGE)
abstract class Verb implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Option(
      names = "--verbose",
      description = "Show the stack of a failure.",
      order = Integer.MAX_VALUE)
  boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.",
      order = Integer.MAX_VALUE)
  boolean help;

  final Session session;

  Verb(Session session) {
    this.session = session;
  }

  /** Does the work; failures are thrown. */
  abstract void run() throws Exception;

  @Override
  public final Integer call() throws Exception {
    run();
    return ExitCode.OK;
  }

  /** A complaint about the arguments, which ends with exit code 2. */
  final ParameterException misuse(String complaint) {
    return new ParameterException(spec.commandLine(), complaint);
  }

  /** Builds settings out of arguments; what they refuse is wrong usage. */
  final <T> T usage(Supplier<T> settings) {
    try {
      return settings.get();
    } catch (IllegalArgumentException e) {
      throw misuse(e.getMessage());
    }
  }

  /** Says so where a search scores many rows and the vector code that it should have is missing. */
  final void noteScoring(SearchStrategy strategy) {
    boolean scans =
        switch (strategy) {
          case SearchStrategy.Exact _, SearchStrategy.WithinBudget _ -> true;
          case SearchStrategy.Graph _, SearchStrategy.Greedy _, SearchStrategy.TwoStage _ -> false;
        };
    if (scans && !Scorers.vectorised()) {
      session.console().note("scores come from " + Scorers.description());
    }
  }

  /** A corpus; what its reader left out is noted. */
  final Corpus corpus(Path file) throws IOException {
    return Corpus.read(file, this::noteSkipped);
  }

  /** Says what a reader left out, if it left out anything. */
  final void noteSkipped(Ledger ledger) {
    if (ledger.skippedTotal() > 0) {
      session.console().note(ledger.summary());
    }
  }

  /** Prints a result line. */
  final void say(String format, Object... arguments) {
    session.console().out().println(String.format(Locale.ROOT, format, arguments));
  }
}
