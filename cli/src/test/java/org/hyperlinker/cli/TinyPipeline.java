package org.hyperlinker.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.hyperlinker.core.io.AtomicFiles;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The pipeline by its commands, on the demo's excerpts, in two steps and with one row for each
 * concept. It runs once for all tests that ask for it, who must leave it as it is.
 */
final class TinyPipeline implements AutoCloseable {

  static final Path EXCERPTS = Path.of("src/main/resources/org/hyperlinker/cli/demo");
  static final Path TRAIN = EXCERPTS.resolve("CDR_TrainingSet-excerpt.PubTator.txt");
  static final Path TEST = EXCERPTS.resolve("CDR_DevelopmentSet-excerpt.PubTator.txt");
  static final String SENTENCE = "Lidocaine-induced cardiac asystole.";

  /** What the commands said. */
  final CommandRun prepared;

  final CommandRun mixed;
  final CommandRun trained;
  final CommandRun indexed;
  final CommandRun exported;

  private final Path folder;

  private TinyPipeline(Path folder) throws IOException {
    this.folder = folder;
    prepared =
        CommandRun.of(
            "prepare",
            "--corpus",
            "train=" + TRAIN,
            "--corpus",
            "validation=" + TEST,
            "--ontology",
            EXCERPTS.resolve("desc2015-excerpt.xml.gz"),
            "--ontology",
            EXCERPTS.resolve("supp2015-excerpt.xml.gz"),
            "--window",
            "0",
            "--item",
            "name",
            "--name-pairs",
            "1",
            "--study-formats",
            "--out",
            prepared());
    mixed =
        CommandRun.of(
            "mix",
            prepared().resolve("train.jsonl") + ":2",
            prepared().resolve("names.jsonl"),
            "--out",
            examples());
    String demo = Files.readString(EXCERPTS.resolve("demo.yaml"));
    Path config =
        Files.writeString(
            folder.resolve("tiny.yaml"),
            demo.replace("@DIR@", folder.toString())
                .replace("@STEPS@", "2")
                .replace("per_device_train_batch_size: 32", "per_device_train_batch_size: 4"));
    trained = CommandRun.of("train", config);
    // Before the export, so that libtorch makes it.
    indexed = index(index());
    exported = CommandRun.of("export", model());
  }

  Path folder() {
    return folder;
  }

  Path prepared() {
    return folder.resolve("prepared");
  }

  Path examples() {
    return folder.resolve("examples.jsonl");
  }

  Path knowledgeBase() {
    return prepared().resolve("knowledge-base.jsonl.gz");
  }

  Path model() {
    return folder.resolve("run").resolve("model");
  }

  Path index() {
    return folder.resolve("index");
  }

  /** Builds an index of its own for a test. */
  CommandRun index(Path out, Object... more) {
    List<Object> words =
        new ArrayList<>(List.of("index", "--model", model(), "--ontology", knowledgeBase()));
    Collections.addAll(words, "--rows", "concept", "--out", out);
    Collections.addAll(words, more);
    return CommandRun.of(words.toArray());
  }

  /** Evaluates by a protocol, or by both. */
  CommandRun evaluate(Path index, String protocol, Object... more) {
    return with(index, List.of("evaluate", "--corpus", TEST, "--protocol", protocol), more);
  }

  /** Links one mention of {@link #SENTENCE}. */
  CommandRun link(Path index, Object... more) {
    return with(index, List.of("link", "--text", SENTENCE, "--mention", "Lidocaine"), more);
  }

  /** A command with the model and this index. */
  CommandRun with(Path index, List<Object> command, Object... more) {
    List<Object> words = new ArrayList<>(command);
    words.addAll(List.of("--model", model(), "--index", index));
    Collections.addAll(words, more);
    return CommandRun.of(words.toArray());
  }

  /** A copy of a directory that a test may change. */
  static Path copy(Path directory, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(directory.relativize(file).toString()));
      }
    }
    return to;
  }

  @Override
  public void close() throws IOException {
    AtomicFiles.delete(folder);
  }

  /** Hands the pipeline to test methods; the end of all tests removes it. */
  static final class Shared implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == TinyPipeline.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(TinyPipeline.class, key -> made(), TinyPipeline.class);
    }

    private static TinyPipeline made() {
      try {
        return new TinyPipeline(Files.createTempDirectory("tiny-pipeline"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
