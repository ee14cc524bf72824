package org.hyperlinker.cli;

import java.io.PrintWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
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

  /** In the order of the work. Making one takes time, as its options are found by reflection. */
  private static final SequencedMap<String, Function<Session, Verb>> VERBS = verbs();

  @Spec CommandSpec spec;

  private HyperlinkerCommand() {}

  private static SequencedMap<String, Function<Session, Verb>> verbs() {
    SequencedMap<String, Function<Session, Verb>> verbs = new LinkedHashMap<>();
    verbs.put("fetch", FetchCommand::new);
    verbs.put("convert", ConvertCommand::new);
    verbs.put("prepare", PrepareCommand::new);
    verbs.put("mix", MixCommand::new);
    verbs.put("pretrain", PretrainCommand::new);
    verbs.put("mine", MineCommand::new);
    verbs.put("score", ScoreCommand::new);
    verbs.put("train", TrainCommand::new);
    verbs.put("export", ExportCommand::new);
    verbs.put("index", IndexCommand::new);
    verbs.put("combine", CombineCommand::new);
    verbs.put("train-detector", TrainDetectorCommand::new);
    verbs.put("evaluate", EvaluateCommand::new);
    verbs.put("compare", CompareCommand::new);
    verbs.put("errors", ErrorsCommand::new);
    verbs.put("calibrate", CalibrateCommand::new);
    verbs.put("experiment", ExperimentCommand::new);
    verbs.put("reproduce", ReproduceCommand::new);
    verbs.put("report", ReportCommand::new);
    verbs.put("retrieve", RetrieveCommand::new);
    verbs.put("link", LinkCommand::new);
    verbs.put("serve", ServeCommand::new);
    verbs.put("bench", BenchCommand::new);
    verbs.put("bundle", BundleCommand::new);
    verbs.put("demo", DemoCommand::new);
    return Collections.unmodifiableSequencedMap(verbs);
  }

  /** With every verb. */
  static CommandLine line(Session session) {
    return line(session, VERBS);
  }

  /** With the verb that these arguments begin with, and with all of them if there is none. */
  static CommandLine lineFor(Session session, String... arguments) {
    Function<Session, Verb> one = arguments.length == 0 ? null : VERBS.get(arguments[0]);
    return line(session, one == null ? VERBS : Map.of(arguments[0], one));
  }

  private static CommandLine line(Session session, Map<String, Function<Session, Verb>> verbs) {
    CommandLine line = new CommandLine(new HyperlinkerCommand());
    verbs.forEach((name, verb) -> line.addSubcommand(name, verb.apply(session)));
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
