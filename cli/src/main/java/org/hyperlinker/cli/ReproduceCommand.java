package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hyperlinker.cli.console.CommandFailure;
import org.hyperlinker.evaluation.expected.ExpectedResults;
import org.hyperlinker.evaluation.expected.ExpectedResultsFile;
import org.hyperlinker.evaluation.expected.Reproduction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hyperlinker reproduce}. */
@Command(
    name = "reproduce",
    header = "Hold results against what is expected of them.",
    description =
        "FILE names a command, the results that it writes, digests of what they are made of, and"
            + " figures with tolerances. A figure that misses in either direction is a failure, as"
            + " is another corpus or ontology.",
    footer = {
      "  hyperlinker reproduce experiments/expected/demo.yaml",
      "  hyperlinker reproduce experiments/expected/demo.yaml --results evaluation.full.json"
    })
final class ReproduceCommand extends Verb {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Expected results in YAML.")
  List<Path> files;

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description = "Look at these results, not at those that FILE names.")
  Path results;

  ReproduceCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    int expected = 0;
    int missed = 0;
    for (Path file : files) {
      ExpectedResults wanted = ExpectedResultsFile.read(file);
      Reproduction found = Reproduction.of(wanted, results == null ? wanted.results() : results);
      say("%s", file);
      for (Reproduction.Line line : found.lines()) {
        say(
            "  %-6s  %s: expected %s, found %s",
            line.met() ? "met" : "missed", line.what(), line.expected(), line.found());
      }
      expected += found.lines().size();
      missed += found.missed().size();
    }
    if (missed > 0) {
      throw new CommandFailure(
          String.format(
              "%d of %d expectations are missed; find out why, or change the expected figures with"
                  + " a reason",
              missed, expected));
    }
  }
}
