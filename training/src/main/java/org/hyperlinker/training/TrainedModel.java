package org.hyperlinker.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hyperlinker.model.directory.ModelDirectory;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.training.network.DualEncoder;
import org.hyperlinker.training.network.QNetBatch;
import org.hyperlinker.training.network.QueryBatch;
import org.hyperlinker.training.network.Torch;
import org.hyperlinker.training.network.VectorBatch;

/** A model directory served by the network that training uses. Safe for many threads. */
public final class TrainedModel implements LinkingModel {

  private final ModelDirectory directory;
  private final NDManager manager;
  private final DualEncoder network;
  private final TextBatches batches;

  private TrainedModel(ModelDirectory directory, NDManager manager, DualEncoder network) {
    this.directory = directory;
    this.manager = manager;
    this.network = network;
    this.batches = new TextBatches(directory.tokenizer(), manager);
  }

  /**
   * Opens a model directory.
   *
   * @param threads for libtorch; 0 for all cores
   * @throws IOException naming what is missing or does not fit
   */
  public static TrainedModel open(Path modelDirectory, int threads) throws IOException {
    ModelDirectory directory = ModelDirectory.open(modelDirectory);
    NDManager manager = Torch.newManager(threads);
    DualEncoder network =
        new DualEncoder(
            directory.config(),
            directory.config().bert(),
            directory.settings().similarity(),
            directory.weights(),
            manager);
    return new TrainedModel(directory, manager, network);
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
    QueryRepresentation[] encoded = new QueryRepresentation[texts.size()];
    batches.forEach(
        texts,
        settings().queryMaxLength(),
        (batch, places) -> {
          List<QueryRepresentation> part = representations(network.encodeQueries(batch, false));
          for (int row = 0; row < places.size(); row++) {
            encoded[places.get(row)] = part.get(row);
          }
        });
    return List.of(encoded);
  }

  private List<QueryRepresentation> representations(QueryBatch batch) {
    return switch (batch) {
      case QNetBatch qNets -> qNets(qNets);
      case VectorBatch vectors ->
          Arrays.stream(rows(vectors.vectors()))
              .<QueryRepresentation>map(row -> new QueryVector(row, vectors.similarity()))
              .toList();
    };
  }

  private static List<QueryRepresentation> qNets(QNetBatch batch) {
    List<float[][]> weights = batch.weights().stream().map(TrainedModel::rows).toList();
    List<float[][]> biases = batch.biases().stream().map(TrainedModel::rows).toList();
    List<QueryRepresentation> qNets = new ArrayList<>();
    for (int query = 0; query < batch.queries(); query++) {
      int row = query;
      qNets.add(
          new QNet(
              batch.config(),
              weights.stream().map(layer -> layer[row]).toList(),
              biases.stream().map(layer -> layer[row]).toList()));
    }
    return qNets;
  }

  @Override
  public float[][] encodeItems(List<String> texts) {
    float[][] embeddings = new float[texts.size()][];
    batches.forEach(
        texts,
        settings().itemMaxLength(),
        (batch, places) -> {
          float[][] part = rows(network.encodeItems(batch, false));
          for (int row = 0; row < places.size(); row++) {
            embeddings[places.get(row)] = part[row];
          }
        });
    return embeddings;
  }

  /** The first axis as Java arrays, all others flat. */
  private static float[][] rows(NDArray array) {
    float[] all = array.toFloatArray();
    int count = Math.toIntExact(array.getShape().get(0));
    int width = all.length / count;
    float[][] rows = new float[count][];
    for (int row = 0; row < count; row++) {
      rows[row] = Arrays.copyOfRange(all, row * width, (row + 1) * width);
    }
    return rows;
  }

  @Override
  public void close() {
    network.close();
    manager.close();
    directory.close();
  }
}
