package org.hyperlinker.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hyperlinker.cli.console.CommandFailure;
import org.hyperlinker.cli.console.InterruptedRun;
import org.hyperlinker.core.io.AtomicFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code hyperlinker demo}: the whole pipeline on excerpts, by the commands a user would type. */
@Command(
    name = "demo",
    header = "Run the whole pipeline on small excerpts, in under two minutes.",
    description =
        "Prepares 32 abstracts and 510 concepts that come with the program, trains a small"
            + " hypencoder, indexes, evaluates and links a sentence. Prints every command as you"
            + " would type it. What it makes stays in DIR for you to play with.",
    footer = "  hyperlinker demo")
final class DemoCommand extends Verb {

  private static final String TRAIN = "CDR_TrainingSet-excerpt.PubTator.txt";
  private static final String TEST = "CDR_DevelopmentSet-excerpt.PubTator.txt";
  private static final String DESCRIPTORS = "desc2015-excerpt.xml.gz";
  private static final String SUPPLEMENTARY = "supp2015-excerpt.xml.gz";
  private static final String CONFIG = "demo.yaml";
  private static final String SENTENCE =
      "Muscular rigidity after fentanyl, and dyskinesia under haloperidol.";

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = "runs/demo",
      description =
          "Where the demo works; an earlier demo there is replaced. Default: ${DEFAULT-VALUE}.")
  Path directory;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "40",
      description = "Training steps. Default: ${DEFAULT-VALUE}.")
  int steps;

  DemoCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    long started = System.nanoTime();
    Path data = directory.resolve("data");
    Path prepared = directory.resolve("prepared");
    Path model = directory.resolve("run").resolve("model");
    Path index = directory.resolve("index");
    lay(data);

    step("Excerpts of BC5CDR and MeSH become a knowledge base and training examples.");
    type(
        "prepare",
        "--corpus",
        "train=" + data.resolve(TRAIN),
        "--ontology",
        data.resolve(DESCRIPTORS).toString(),
        "--ontology",
        data.resolve(SUPPLEMENTARY).toString(),
        "--window",
        "64",
        "--item",
        "name",
        "--positives",
        "closest_name",
        "--name-pairs",
        "4",
        "--name-pairs-partner",
        "any_name",
        "--out",
        prepared.toString());
    type(
        "mix",
        prepared.resolve("train.jsonl") + ":2",
        prepared.resolve("names.jsonl").toString(),
        "--out",
        directory.resolve("examples.jsonl").toString());

    step("A small hypencoder learns to turn a mention into a network that scores names.");
    type("train", data.resolve(CONFIG).toString());

    step("Every name of the ontology is encoded once.");
    type(
        "index",
        "--model",
        model.toString(),
        "--ontology",
        prepared.resolve("knowledge-base.jsonl.gz").toString(),
        "--out",
        index.toString());

    step("Eight abstracts it has not seen: is the right concept first?");
    type(
        "evaluate",
        "--model",
        model.toString(),
        "--index",
        index.toString(),
        "--corpus",
        data.resolve(TEST).toString(),
        "--train",
        data.resolve(TRAIN).toString(),
        "--protocol",
        "both");

    step("A sentence of your own.");
    type(
        "link",
        "--model",
        model.toString(),
        "--index",
        index.toString(),
        "--text",
        SENTENCE,
        "--mention",
        "Muscular rigidity",
        "--mention",
        "dyskinesia",
        "--mention",
        "haloperidol",
        "--top",
        "3");
    say("%nDone in %.0f s. All of it lies in %s.", (System.nanoTime() - started) / 1e9, directory);
  }

  private void lay(Path data) throws IOException {
    if (Files.exists(directory) && !Files.exists(data.resolve(CONFIG))) {
      throw new CommandFailure(
          directory + " is there and is not an earlier demo; choose another with --dir");
    }
    AtomicFiles.delete(directory);
    for (String name : List.of(TRAIN, TEST, DESCRIPTORS, SUPPLEMENTARY)) {
      AtomicFiles.write(data.resolve(name), out -> out.write(resource(name)));
    }
    String config =
        new String(resource(CONFIG), StandardCharsets.UTF_8)
            .replace("@DIR@", directory.toString())
            .replace("@STEPS@", Integer.toString(steps));
    AtomicFiles.write(
        data.resolve(CONFIG), out -> out.write(config.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream = DemoCommand.class.getResourceAsStream("demo/" + name)) {
      if (stream == null) {
        throw new IOException("the program lacks its resource demo/" + name + "; build it again");
      }
      return stream.readAllBytes();
    }
  }

  private void step(String what) {
    say("%n%s", what);
  }

  private void type(String... arguments) {
    say(
        "%n$ hyperlinker %s",
        new ArrayList<>(List.of(arguments))
            .stream().map(DemoCommand::quoted).collect(Collectors.joining(" ")));
    int code = Main.execute(session, arguments);
    if (code == Main.INTERRUPTED) {
      throw new InterruptedRun();
    }
    if (code != ExitCode.OK) {
      throw new CommandFailure("the demo ends here: '" + arguments[0] + "' failed, see above");
    }
  }

  private static String quoted(String argument) {
    return argument.matches("[\\w./:=-]+") ? argument : "\"" + argument + "\"";
  }
}
