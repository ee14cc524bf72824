package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.evaluation.protocol.Corpus;
import org.hyperlinker.linking.detection.DetectionEvidence;
import org.hyperlinker.linking.detection.DetectionFile;
import org.hyperlinker.linking.detection.DetectionLearner;
import org.hyperlinker.linking.detection.HeldOutMarks;
import org.hyperlinker.linking.detection.TaggerDetector;
import org.hyperlinker.model.onnx.Precision;
import org.hyperlinker.model.onnx.TaggerGraphs;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.training.run.TrainingInterruptedException;
import org.hyperlinker.training.tagging.MarkedDocument;
import org.hyperlinker.training.tagging.TaggerSettings;
import org.hyperlinker.training.tagging.TaggerTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hyperlinker train-detector}. */
@Command(
    name = "train-detector",
    header = "Learn which parts of a text are mentions.",
    description = {
      "Counts how often names and training mentions of an index are marked in a corpus and how"
          + " often not, and writes the counts beside the index, where link and evaluate find them."
          + " Without them names are found by the branches of their concepts, and more often"
          + " wrongly.",
      "With --base also trains a tagger, which reads the words and what the dictionary of names"
          + " finds there, into the folder --run, and lays its graphs into the index as tagger."
          + " Without --index it reads the words alone. The types are those of the corpus. Ctrl-C"
          + " ends the training after the current step with a checkpoint; the same command goes on"
          + " from it, and the result is that of an undisturbed run."
    },
    footer = {
      "  hyperlinker train-detector --index runs/compact-hypencoder/index \\",
      "      --corpus CDR_TrainingSet.PubTator.txt",
      "  hyperlinker train-detector --index runs/compact-hypencoder/index \\",
      "      --corpus CDR_TrainingSet.PubTator.txt --base all-MiniLM-L6-v2 --run runs/tagger"
    })
final class TrainDetectorCommand extends Verb {

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "The index whose names are looked for.")
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
      description = "Where to write the counts. Default: " + DetectionFile.NAME + " in the index.")
  Path out;

  @Mixin TaggerOptions tagger;

  TrainDetectorCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    if (tagger.base == null && tagger.run != null || tagger.base != null && tagger.run == null) {
      throw misuse("--base and --run belong together: an encoder, and where to train the tagger");
    }
    if (index == null && (tagger.base == null || out != null)) {
      throw misuse("give an --index, whose names are counted; without one only --base trains");
    }
    TaggerSettings settings = tagger.base == null ? null : usage(tagger::settings);
    Corpus training = corpus(corpus);
    List<MarkedDocument> documents = new ArrayList<>();
    if (index == null) {
      training.documents().forEach(d -> documents.add(MarkedDocument.unmarked(d)));
    } else {
      try (EmbeddingIndex rows = EmbeddingIndex.open(index)) {
        count(rows, training.documents());
        if (settings != null) {
          documents.addAll(marked(rows, training.documents()));
        }
      }
    }
    if (settings != null) {
      train(settings, documents);
    }
  }

  private void count(EmbeddingIndex rows, List<Document> documents) throws IOException {
    Path file = out == null ? index.resolve(DetectionFile.NAME) : out;
    DetectionEvidence evidence = DetectionLearner.learn(rows, documents);
    DetectionFile.write(file, evidence);
    say(
        "%,d surfaces and %,d classes of names, from %,d documents",
        evidence.surfaces().size(), evidence.classes().size(), documents.size());
    say("%s", file);
  }

  private static List<MarkedDocument> marked(EmbeddingIndex rows, List<Document> documents) {
    List<List<List<Mention>>> marks = HeldOutMarks.of(rows, documents);
    List<MarkedDocument> marked = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      marked.add(new MarkedDocument(documents.get(i), marks.get(i)));
    }
    return marked;
  }

  private void train(TaggerSettings settings, List<MarkedDocument> documents) throws IOException {
    long started = System.nanoTime();
    session.interruption().leaves("what was saved before stays");
    Path trained;
    try (TrainingDisplay display = new TrainingDisplay(session.console(), true)) {
      trained = TaggerTraining.run(settings, documents, index != null, tagger.run, display);
    } catch (TrainingInterruptedException e) {
      session
          .interruption()
          .leaves("a checkpoint stays in " + tagger.run + "; the same command goes on");
      throw e;
    }
    say("%s: the tagger, trained in %.0f s", trained, (System.nanoTime() - started) / 1e9);
    if (index != null) {
      Path beside = index.resolve(TaggerDetector.FOLDER);
      TaggerGraphs.lay(trained, beside, EnumSet.allOf(Precision.class));
      say("%s: its graphs", beside);
    }
  }
}
