package org.hyperlinker.model.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.directory.TaggerConfig;
import org.hyperlinker.model.directory.TaggerDirectory;
import org.hyperlinker.model.tagging.PassageTagger;
import org.hyperlinker.model.tagging.TagScores;
import org.hyperlinker.model.tagging.TaggerInput;
import org.hyperlinker.model.token.TokenBatches;

/**
 * A tagger served by ONNX Runtime from its exported graph. Safe for many threads; not to be closed
 * while one of them uses it.
 */
public final class OnnxTagger implements TagScores, AutoCloseable {

  /** Titles are not padded to the length of abstracts: a run takes as long as some 64 tokens. */
  private static final TokenBatches BATCHES = new TokenBatches(16, 2048, 64);

  private final TaggerDirectory directory;
  private final LoadedGraph graph;

  private OnnxTagger(TaggerDirectory directory, LoadedGraph graph) {
    this.directory = directory;
    this.graph = graph;
  }

  /**
   * Opens a tagger in single precision where it was exported so, else in 8 bits.
   *
   * @param threads within one operation, at least 1
   * @throws ModelFileException if it is missing or broken, or its graph of another tagger
   */
  public static OnnxTagger open(Path directory, int threads) throws IOException {
    boolean single = Files.isRegularFile(OnnxGraphs.taggerFile(directory, Precision.FP32));
    return open(directory, single ? Precision.FP32 : Precision.INT8, threads);
  }

  /**
   * Opens a tagger.
   *
   * @param threads within one operation, at least 1
   * @throws ModelFileException if it is missing or broken, or its graph of another tagger
   */
  public static OnnxTagger open(Path directory, Precision precision, int threads)
      throws IOException {
    TaggerDirectory opened = TaggerDirectory.open(directory);
    try {
      LoadedGraph graph = LoadedGraph.load(OnnxGraphs.taggerFile(directory, precision), threads);
      try {
        new GraphIdentity(opened.fingerprint(), OnnxGraphs.TAGGER_ROLE, precision)
            .check(graph.file(), graph.session().getMetadata().getCustomMetadata());
        return new OnnxTagger(opened, graph);
      } catch (OrtException e) {
        graph.close();
        throw LoadedGraph.broken(graph.file(), e);
      } catch (IOException | RuntimeException e) {
        graph.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** What it is. */
  public TaggerConfig config() {
    return directory.config();
  }

  /** What finds spans with it. */
  public PassageTagger passages() {
    return new PassageTagger(config().scheme(), config().maxLength(), directory.tokenizer(), this);
  }

  @Override
  public List<float[][]> of(List<TaggerInput> inputs) {
    float[][][] scores = new float[inputs.size()][][];
    for (TokenBatches.Batch batch : BATCHES.of(inputs.stream().map(TaggerInput::ids).toList())) {
      List<TaggerInput> part = batch.places().stream().map(inputs::get).toList();
      List<float[][]> scored = run(part);
      for (int row = 0; row < batch.size(); row++) {
        scores[batch.place(row)] = scored.get(row);
      }
    }
    return List.of(scores);
  }

  private List<float[][]> run(List<TaggerInput> inputs) {
    int longest = inputs.stream().mapToInt(input -> input.ids().length).max().orElseThrow();
    long[] ids = new long[inputs.size() * longest];
    long[] mask = new long[ids.length];
    long[] marks = new long[ids.length];
    Arrays.fill(ids, directory.tokenizer().padId());
    for (int row = 0; row < inputs.size(); row++) {
      TaggerInput input = inputs.get(row);
      for (int at = 0; at < input.ids().length; at++) {
        ids[row * longest + at] = input.ids()[at];
        mask[row * longest + at] = 1;
        marks[row * longest + at] = input.marks()[at];
      }
    }
    long[] shape = {inputs.size(), longest};
    try (OnnxTensor idTensor = tensor(ids, shape);
        OnnxTensor maskTensor = tensor(mask, shape);
        OnnxTensor markTensor = tensor(marks, shape);
        OrtSession.Result result =
            graph
                .session()
                .run(
                    Map.of(
                        OnnxGraphs.INPUT_IDS, idTensor,
                        OnnxGraphs.ATTENTION_MASK, maskTensor,
                        OnnxGraphs.MARKS, markTensor))) {
      FloatBuffer scores = ((OnnxTensor) result.get(0)).getFloatBuffer();
      return scores(inputs, scores, longest);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
    }
  }

  private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(graph.environment(), LongBuffer.wrap(values), shape);
  }

  /** Of each word those of its first piece. */
  private List<float[][]> scores(List<TaggerInput> inputs, FloatBuffer all, int longest) {
    int tags = config().scheme().tags();
    List<float[][]> scores = new ArrayList<>();
    for (int row = 0; row < inputs.size(); row++) {
      int[] words = inputs.get(row).words();
      float[][] own = new float[words.length][tags];
      for (int word = 0; word < words.length; word++) {
        all.get((row * longest + words[word]) * tags, own[word]);
      }
      scores.add(own);
    }
    return scores;
  }

  @Override
  public void close() {
    graph.close();
    directory.close();
  }
}
