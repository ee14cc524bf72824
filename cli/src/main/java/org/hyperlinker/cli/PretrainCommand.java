package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hyperlinker.cli.console.ProgressDisplay;
import org.hyperlinker.recipe.pretraining.AlignmentLoss;
import org.hyperlinker.recipe.pretraining.PretrainSettings;
import org.hyperlinker.recipe.pretraining.Pretraining;
import org.hyperlinker.training.Training;
import org.hyperlinker.training.config.TrainingConfig;
import org.hyperlinker.training.run.TrainingInterruptedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hyperlinker pretrain}. */
@Command(
    name = "pretrain",
    header = "Align an encoder with the names of an ontology.",
    description = {
      "Names of a concept attract, names of other concepts repel. Writes the pairs to OUT/pairs, the"
          + " configuration to OUT/pretrain.yaml, and a bi-encoder to OUT/model, which other"
          + " configurations name as model_name_or_path.",
      "Ctrl-C ends the run with a checkpoint; the same command goes on from it."
    },
    footer = {
      "  hyperlinker pretrain --ontology desc2015.xml.gz --ontology supp2015.xml.gz \\",
      "      --out runs/pretrained-names",
      "  hyperlinker pretrain --ontology runs/names/knowledge-base.jsonl.gz --steps 200 \\",
      "      --loss multi_similarity --batch 128 --out runs/short"
    })
final class PretrainCommand extends Verb {

  @Option(
      names = "--ontology",
      required = true,
      paramLabel = "FILE",
      description = "An ontology file or a prepared knowledge base; may be repeated.")
  List<Path> ontologies;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  Path out;

  @Option(
      names = "--base",
      paramLabel = "MODEL",
      defaultValue = "all-MiniLM-L6-v2",
      description =
          "The encoder to start from: a bundled name or a directory. Default: ${DEFAULT-VALUE}.")
  String base;

  @Option(
      names = "--name-pairs",
      paramLabel = "N",
      defaultValue = "24",
      description = "Pairs of one concept at most. Default: ${DEFAULT-VALUE}.")
  int namePairs;

  @Option(
      names = "--loss",
      paramLabel = "WHICH",
      defaultValue = "info_nce",
      description = "info_nce or multi_similarity. Default: ${DEFAULT-VALUE}.")
  AlignmentLoss loss;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "1400",
      description = "Steps of the optimizer. Default: ${DEFAULT-VALUE}.")
  int steps;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "256",
      description = "Pairs in a step. Default: ${DEFAULT-VALUE}.")
  int batch;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      defaultValue = "5e-5",
      description = "The highest. Default: ${DEFAULT-VALUE}.")
  double learningRate;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      defaultValue = "32",
      description = "Longest name in tokens; longer ones are cut. Default: ${DEFAULT-VALUE}.")
  int maxLength;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Of the order of the pairs. Default: ${DEFAULT-VALUE}.")
  long seed;

  PretrainCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    PretrainSettings settings =
        usage(
            () ->
                new PretrainSettings(
                    ontologies,
                    out,
                    base,
                    namePairs,
                    loss,
                    steps,
                    batch,
                    learningRate,
                    maxLength,
                    seed));
    TrainingConfig config;
    try (ProgressDisplay progress = session.progress()) {
      config = Pretraining.layOut(settings, progress::report);
    }
    long started = System.nanoTime();
    Path model;
    session.interruption().leaves("what was saved before stays");
    try (TrainingDisplay display = new TrainingDisplay(session.console(), true)) {
      model = Training.run(config, display);
    } catch (TrainingInterruptedException e) {
      session.interruption().leaves(e.getMessage().replaceFirst("^interrupted ", "stopped "));
      throw e;
    }
    say("%s: the model, trained in %.0f s", model, (System.nanoTime() - started) / 1e9);
  }
}
