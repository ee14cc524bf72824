package org.hyperlinker.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program: its verbs and nothing of its own. */
@Command(
    name = "hyperlinker",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpWidth = 100,
    synopsisSubcommandLabel = "COMMAND",
    header = "Links mentions in biomedical text to the concepts of an ontology.",
    description = {
      "",
      "A mention in its context becomes a small neural network (q-net) that scores the stored"
          + " embeddings of the ontology's names; the best-scored concept is the link.",
      ""
    },
    commandListHeading = "%nCommands, in the order of the work:%n",
    footerHeading = "%n",
    footer = {
      "Begin with:",
      "  hyperlinker demo",
      "  hyperlinker COMMAND --help",
      "",
      "Exit codes: 0 done, 1 failed (one line says why), 2 wrong usage, 130 interrupted.",
      "HYPERLINKER_JAVA_OPTS adds flags for the JVM, such as -Xmx8g."
    })
final class HyperlinkerCommand implements Runnable {

  @Spec CommandSpec spec;

  private HyperlinkerCommand() {}

  static CommandLine line(Session session) {
    CommandLine line = new CommandLine(new HyperlinkerCommand());
    List.of(
            new FetchCommand(session),
            new PrepareCommand(session),
            new MixCommand(session),
            new TrainCommand(session),
            new ExportCommand(session),
            new IndexCommand(session),
            new EvaluateCommand(session),
            new RetrieveCommand(session),
            new LinkCommand(session),
            new BenchCommand(session),
            new DemoCommand(session))
        .forEach(line::addSubcommand);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(session.console().out(), true));
    line.setErr(new PrintWriter(session.console().err(), true));
    return line;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
