package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.hyperlinker.evaluation.protocol.Corpus;
import org.hyperlinker.linking.detection.DetectionEvidence;
import org.hyperlinker.linking.detection.DetectionFile;
import org.hyperlinker.linking.detection.DetectionLearner;
import org.hyperlinker.search.index.EmbeddingIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hyperlinker train-detector}. */
@Command(
    name = "train-detector",
    header = "Learn which names of an index are mentions when they stand in a text.",
    description = {
      "Counts how often names and training mentions are marked in a corpus and how often not, and"
          + " writes the counts beside the index, where link and evaluate find them. Without them"
          + " names are found by the branches of their concepts, and more often wrongly."
    },
    footer = {
      "  hyperlinker train-detector --index runs/compact-hypencoder/index \\",
      "      --corpus CDR_TrainingSet.PubTator.txt"
    })
final class TrainDetectorCommand extends Verb {

  @Option(names = "--index", required = true, paramLabel = "DIR", description = "The index.")
  Path index;

  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "FILE",
      description = "The training corpus, all of whose mentions are marked.")
  Path corpus;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write. Default: " + DetectionFile.NAME + " in the index.")
  Path out;

  TrainDetectorCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    Corpus training = corpus(corpus);
    Path file = out == null ? index.resolve(DetectionFile.NAME) : out;
    try (EmbeddingIndex rows = EmbeddingIndex.open(index)) {
      DetectionEvidence evidence = DetectionLearner.learn(rows, training.documents());
      DetectionFile.write(file, evidence);
      say(
          "%,d surfaces and %,d classes of names, from %,d documents",
          evidence.surfaces().size(), evidence.classes().size(), training.documents().size());
      say("%s", file);
    }
  }
}
