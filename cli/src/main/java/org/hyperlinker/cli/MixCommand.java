package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hyperlinker.cli.console.ProgressDisplay;
import org.hyperlinker.preparation.mix.ExampleMixer;
import org.hyperlinker.preparation.mix.MixOptions;
import org.hyperlinker.preparation.mix.MixReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hyperlinker mix}. */
@Command(
    name = "mix",
    header = "Shuffle several files of training examples into one.",
    description = "Training reads one file; a factor behind a file's name repeats its examples.",
    footer = {
      "  hyperlinker mix runs/prepared/train.jsonl:4 runs/prepared/names.jsonl \\",
      "      --out data/mixed.jsonl.gz"
    })
final class MixCommand extends Verb {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE[:TIMES]",
      description = "Examples as JSONL, also .gz.")
  List<String> sources;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write.")
  Path out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Of the order. Default: ${DEFAULT-VALUE}.")
  long seed;

  MixCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    MixOptions options =
        usage(
            () ->
                new MixOptions(sources.stream().map(MixOptions.Source::parse).toList(), out, seed));
    MixReport report;
    try (ProgressDisplay progress = session.progress()) {
      report = new ExampleMixer(options, progress::report).mix();
    }
    say("%s: %,d examples, %,d of them under a new id", out, report.examples(), report.renamed());
  }
}
