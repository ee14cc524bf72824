package org.hyperlinker.model.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hyperlinker.core.concurrent.Beside;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.directory.ModelDirectory;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.model.token.TokenBatches;

/**
 * A model directory served by ONNX Runtime from its exported graphs. Safe for many threads until
 * closed; the item encoder is loaded when it is first used.
 *
 * <p>With {@link Precision#INT8} the activations of a batch share their scale, so that what a text
 * becomes depends a little on the texts encoded with it.
 */
public final class OnnxModel implements LinkingModel {

  private static final int MOST_SEQUENCES = 32;
  private static final int MOST_TOKENS = 2048;

  /** Keeps the outputs of a batch of large q-nets at 16 MiB. */
  private static final int MOST_OUTPUT_FLOATS = 1 << 22;

  private final Path path;
  private final ModelDirectory directory;
  private final Precision precision;
  private final int threads;
  private final EncoderSession queryEncoder;
  private final TokenBatches queryBatches;
  private final TokenBatches itemBatches = new TokenBatches(MOST_SEQUENCES, MOST_TOKENS);
  private final Object itemLock = new Object();
  private volatile EncoderSession itemEncoder;
  private boolean closed;

  private OnnxModel(
      Path path,
      ModelDirectory directory,
      Precision precision,
      int threads,
      EncoderSession queryEncoder) {
    this.path = path;
    this.directory = directory;
    this.precision = precision;
    this.threads = threads;
    this.queryEncoder = queryEncoder;
    this.queryBatches =
        new TokenBatches(
            Math.clamp(
                MOST_OUTPUT_FLOATS / queryEncoder.floatsForEachSequence(), 1, MOST_SEQUENCES),
            MOST_TOKENS);
  }

  /**
   * Opens a model directory that was exported in this precision.
   *
   * @param threads within one operation of a run; 0 for all cores
   * @throws ModelFileException if there is no such export, it is broken, or it was made of another
   *     model than the directory's, naming both fingerprints
   */
  public static OnnxModel open(Path modelDirectory, Precision precision, int threads)
      throws IOException {
    int count = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    Path file = OnnxGraphs.file(modelDirectory, EncoderRole.QUERY, precision);
    try (Beside<LoadedGraph> graph =
        Beside.begin("load-graph", () -> LoadedGraph.load(file, count), LoadedGraph::close)) {
      ModelDirectory directory = ModelDirectory.open(modelDirectory);
      try {
        EncoderSession queries = session(graph.get(), directory, EncoderRole.QUERY, precision);
        return new OnnxModel(modelDirectory, directory, precision, count, queries);
      } catch (IOException | RuntimeException | Error e) {
        directory.close();
        throw e;
      }
    }
  }

  private static EncoderSession session(
      LoadedGraph graph, ModelDirectory directory, EncoderRole role, Precision precision)
      throws IOException {
    Optional<QNetConfig> qNet =
        role == EncoderRole.QUERY ? directory.config().qNet() : Optional.empty();
    List<GraphOutput> outputs =
        qNet.map(OnnxModel::qNetOutputs)
            .orElseGet(
                () ->
                    List.of(
                        GraphOutput.of(OnnxGraphs.VECTOR, directory.config().embeddingWidth())));
    return EncoderSession.of(
        graph, new GraphIdentity(directory.fingerprint(), role.officialName(), precision), outputs);
  }

  /** All weights, then all biases. */
  private static List<GraphOutput> qNetOutputs(QNetConfig qNet) {
    List<GraphOutput> outputs = new ArrayList<>();
    for (int layer = 0; layer < qNet.weightLayers(); layer++) {
      outputs.add(
          GraphOutput.of(
              OnnxGraphs.weight(layer), qNet.inputWidth(layer), qNet.outputWidth(layer)));
    }
    for (int layer = 0; layer < qNet.hiddenLayers(); layer++) {
      outputs.add(GraphOutput.of(OnnxGraphs.bias(layer), 1, qNet.outputWidth(layer)));
    }
    return outputs;
  }

  @Override
  public ModelSettings settings() {
    return directory.settings();
  }

  @Override
  public String fingerprint() {
    return directory.fingerprint();
  }

  @Override
  public int dimension() {
    return directory.config().embeddingWidth();
  }

  @Override
  public List<QueryRepresentation> encodeQueries(List<String> texts) {
    List<int[]> tokens = directory.tokenizer().encode(texts, settings().queryMaxLength());
    QueryRepresentation[] encoded = new QueryRepresentation[texts.size()];
    for (TokenBatches.Batch batch : queryBatches.of(tokens)) {
      float[][][] outputs = queryEncoder.run(batch.sequences(), directory.tokenizer().padId());
      for (int row = 0; row < batch.size(); row++) {
        encoded[batch.place(row)] = representation(outputs, row);
      }
    }
    return List.of(encoded);
  }

  private QueryRepresentation representation(float[][][] outputs, int row) {
    return directory
        .config()
        .qNet()
        .<QueryRepresentation>map(
            qNet ->
                new QNet(
                    qNet,
                    rows(outputs, 0, qNet.weightLayers(), row),
                    rows(outputs, qNet.weightLayers(), outputs.length, row)))
        .orElseGet(() -> new QueryVector(outputs[0][row], settings().similarity()));
  }

  private static List<float[]> rows(float[][][] outputs, int from, int to, int row) {
    return IntStream.range(from, to).mapToObj(output -> outputs[output][row]).toList();
  }

  @Override
  public float[][] encodeItems(List<String> texts) {
    List<int[]> tokens = directory.tokenizer().encode(texts, settings().itemMaxLength());
    float[][] embeddings = new float[texts.size()][];
    boolean hypencoder = directory.config().qNet().isPresent();
    for (TokenBatches.Batch batch : itemBatches.of(tokens)) {
      float[][] vectors = itemEncoder().run(batch.sequences(), directory.tokenizer().padId())[0];
      for (int row = 0; row < batch.size(); row++) {
        embeddings[batch.place(row)] = hypencoder ? comparable(vectors[row]) : vectors[row];
      }
    }
    return embeddings;
  }

  private float[] comparable(float[] item) {
    return settings().similarity().comparable(item);
  }

  private EncoderSession itemEncoder() {
    EncoderSession encoder = itemEncoder;
    if (encoder == null) {
      synchronized (itemLock) {
        encoder = itemEncoder;
        if (encoder == null && !closed) {
          encoder = openItemEncoder();
          itemEncoder = encoder;
        }
      }
    }
    if (encoder == null) {
      throw new IllegalStateException("the model is closed");
    }
    return encoder;
  }

  private EncoderSession openItemEncoder() {
    try {
      Path file = OnnxGraphs.file(path, EncoderRole.ITEM, precision);
      return session(LoadedGraph.load(file, threads), directory, EncoderRole.ITEM, precision);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    synchronized (itemLock) {
      if (closed) {
        return;
      }
      closed = true;
      queryEncoder.close();
      if (itemEncoder != null) {
        itemEncoder.close();
      }
      directory.close();
    }
  }
}
