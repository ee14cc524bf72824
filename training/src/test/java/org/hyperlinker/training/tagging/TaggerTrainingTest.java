package org.hyperlinker.training.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.model.directory.TaggerDirectory;
import org.hyperlinker.model.onnx.OnnxTagger;
import org.hyperlinker.model.onnx.Precision;
import org.hyperlinker.model.tagging.TaggerInput;
import org.hyperlinker.model.tagging.TypedSpan;
import org.hyperlinker.training.TinyEncoder;
import org.hyperlinker.training.network.TaggerNetwork;
import org.hyperlinker.training.network.Torch;
import org.hyperlinker.training.run.StepReport;
import org.hyperlinker.training.run.TrainingInterruptedException;
import org.hyperlinker.training.run.TrainingListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tiny encoder that learns three sentences by heart. */
class TaggerTrainingTest {

  private static final double SINGLE = 2e-5;
  private static final double EIGHT_BITS = 0.5;

  @TempDir Path folder;
  private Path base;

  @BeforeEach
  void writeBase() throws IOException {
    base = TinyEncoder.write(folder.resolve("base"));
  }

  private static List<MarkedDocument> documents() {
    return List.of(
        marked("acute heart attack high sodium", span(6, 18, "Disease"), span(24, 30, "Chemical")),
        marked("low blood pressure aspirin acid", span(19, 31, "Chemical")),
        marked("pain chronic kidney failure", span(0, 4, "Disease"), span(13, 27, "Disease")));
  }

  private static TypedSpan span(int start, int end, String type) {
    return new TypedSpan(start, end, type);
  }

  private static MarkedDocument marked(String text, TypedSpan... spans) {
    List<Mention> mentions = new ArrayList<>();
    for (TypedSpan span : spans) {
      mentions.add(
          new Mention(
              "",
              List.of(new Span(span.start(), span.end())),
              text.substring(span.start(), span.end()),
              span.type(),
              List.of(),
              Map.of()));
    }
    Document document = Document.ofText(text, mentions);
    return new MarkedDocument(document, List.of(mentions.subList(0, 1)));
  }

  private TaggerSettings settings(int epochs) {
    return new TaggerSettings(base.toString(), epochs, 2, 5e-3, 5e-3, 24, 0, 3, 42, 1);
  }

  private Path train(int epochs, String run, TrainingListener listener) throws IOException {
    return TaggerTraining.run(settings(epochs), documents(), true, folder.resolve(run), listener);
  }

  @Test
  void learnsByHeartAndIsServedAsTrained() throws IOException {
    Path tagger = train(150, "run", TrainingListener.SILENT);
    try (OnnxTagger single = OnnxTagger.open(tagger, Precision.FP32, 1);
        OnnxTagger rounded = OnnxTagger.open(tagger, Precision.INT8, 1);
        TaggerDirectory directory = TaggerDirectory.open(tagger)) {
      for (MarkedDocument document : documents()) {
        String text = document.document().passages().getFirst().text();
        assertThat(single.passages().tag(List.of(text), List.of(document.marked(0))).getFirst())
            .as(text)
            .isEqualTo(document.gold(0));
      }
      List<TaggerInput> inputs =
          TaggerExample.of(documents(), directory.config().scheme(), 24, directory.tokenizer())
              .stream()
              .map(TaggerExample::input)
              .toList();
      List<float[][]> exact = network(directory, inputs);
      assertThat(error(exact, single.of(inputs))).isLessThan(SINGLE);
      assertThat(error(exact, rounded.of(inputs))).isLessThan(EIGHT_BITS).isGreaterThan(SINGLE);
    }
  }

  private static List<float[][]> network(TaggerDirectory directory, List<TaggerInput> inputs) {
    try (NDManager manager = Torch.newManager(1);
        TaggerNetwork network =
            new TaggerNetwork(
                directory.config(),
                directory.config().bert(),
                directory.weights(),
                directory.tokenizer().padId(),
                manager)) {
      return network.of(inputs);
    }
  }

  /** The largest difference, in parts of the largest score. */
  private static double error(List<float[][]> expected, List<float[][]> actual) {
    double error = 0;
    double magnitude = 1;
    for (int input = 0; input < expected.size(); input++) {
      for (int word = 0; word < expected.get(input).length; word++) {
        for (int tag = 0; tag < expected.get(input)[word].length; tag++) {
          float wanted = expected.get(input)[word][tag];
          magnitude = Math.max(magnitude, Math.abs(wanted));
          error = Math.max(error, Math.abs(wanted - actual.get(input)[word][tag]));
        }
      }
    }
    return error / magnitude;
  }

  @Test
  void aRunThatWasInterruptedEndsAsAnUndisturbedOne() throws IOException {
    Path undisturbed = train(4, "undisturbed", TrainingListener.SILENT);
    TrainingListener interrupting =
        new TrainingListener() {
          @Override
          public void step(StepReport report) {
            if (report.step() == 5) {
              Thread.currentThread().interrupt();
            }
          }
        };
    assertThatThrownBy(() -> train(4, "resumed", interrupting))
        .isInstanceOf(TrainingInterruptedException.class)
        .hasMessageContaining("checkpoint-5");
    assertThat(folder.resolve("resumed/tagger")).doesNotExist();
    List<String> remarks = new ArrayList<>();
    Path resumed =
        train(
            4,
            "resumed",
            new TrainingListener() {
              @Override
              public void remark(String line) {
                remarks.add(line);
              }
            });
    assertThat(remarks).anyMatch(line -> line.endsWith("resumed after step 5"));
    assertThat(resumed.resolve("model.safetensors"))
        .hasSameBinaryContentAs(undisturbed.resolve("model.safetensors"));
    assertThat(resumed.resolve("onnx/tagger.int8.onnx"))
        .hasSameBinaryContentAs(undisturbed.resolve("onnx/tagger.int8.onnx"));
  }

  @Test
  void checkpointsOfAnotherRunAreRefused() throws IOException {
    train(1, "run", TrainingListener.SILENT);
    assertThatThrownBy(() -> train(2, "run", TrainingListener.SILENT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("belongs to a run with other settings or data");
  }

  @Test
  void aGraphOfAnotherTaggerIsRefused() throws IOException {
    Path one = train(1, "one", TrainingListener.SILENT);
    Path other = train(2, "other", TrainingListener.SILENT);
    AtomicFiles.delete(one.resolve("onnx"));
    Files.move(other.resolve("onnx"), one.resolve("onnx"));
    assertThatThrownBy(() -> OnnxTagger.open(one, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("exported from another model");
  }

  @Test
  void aCorpusWithoutMentionsTeachesNothing() {
    List<MarkedDocument> none =
        List.of(MarkedDocument.unmarked(Document.ofText("pain", List.of())));
    assertThatThrownBy(
            () ->
                TaggerTraining.run(
                    settings(1), none, false, folder.resolve("run"), TrainingListener.SILENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("marks no mention");
  }
}
