package org.hyperlinker.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.model.directory.BertConfig;
import org.hyperlinker.model.directory.TaggerConfig;
import org.hyperlinker.model.tagging.TagScores;
import org.hyperlinker.model.tagging.TaggerInput;
import org.hyperlinker.model.weights.Weights;

/**
 * A tagger: BERT, to whose embeddings those of the marks are added before their normalisation, and
 * a linear layer over each token's last hidden state. Not safe for many threads while training;
 * inference is.
 */
public final class TaggerNetwork implements TagScores, AutoCloseable {

  private static final int BATCH = 16;

  private final TaggerConfig config;
  private final Parameters parameters;
  private final BertEncoder encoder;
  private final NDManager manager;
  private final int padId;

  /**
   * A network with these weights.
   *
   * @param bert the sizes and dropout, which training may override
   * @param weights those of {@link TaggerConfig#tensors}
   * @param padId fills up shorter inputs
   */
  public TaggerNetwork(
      TaggerConfig config, BertConfig bert, Weights weights, int padId, NDManager manager) {
    this.config = config;
    this.parameters = new Parameters(manager);
    weights.names().forEach(name -> parameters.add(name, weights.tensor(name)));
    this.encoder = new BertEncoder(bert, parameters, "");
    this.manager = manager;
    this.padId = padId;
  }

  /** The tensors, by their names on disk. */
  public Parameters parameters() {
    return parameters;
  }

  /** The scores of all tokens, {@code (inputs, tokens, tags)}, padded to the longest input. */
  public NDArray scores(List<TaggerInput> inputs, boolean training) {
    TokenBatch batch =
        TokenBatch.pad(manager, inputs.stream().map(TaggerInput::ids).toList(), padId);
    NDArray marks =
        TokenBatch.pad(manager, inputs.stream().map(TaggerInput::marks).toList(), 0).ids();
    NDArray hidden =
        encoder.forward(
            batch, Optional.of(Layers.lookUp(marks, parameters, TaggerConfig.MARKS)), training);
    return Layers.linear(
        Layers.dropout(hidden, config.bert().dropout(), training), parameters, TaggerConfig.HEAD);
  }

  @Override
  public List<float[][]> of(List<TaggerInput> inputs) {
    List<float[][]> all = new ArrayList<>();
    for (int from = 0; from < inputs.size(); from += BATCH) {
      List<TaggerInput> part = inputs.subList(from, Math.min(inputs.size(), from + BATCH));
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        NDArray scores = scores(part, false);
        int tokens = Math.toIntExact(scores.getShape().get(1));
        float[] values = scores.toFloatArray();
        for (int row = 0; row < part.size(); row++) {
          all.add(ofWords(part.get(row).words(), values, row * tokens));
        }
      }
    }
    return all;
  }

  private float[][] ofWords(int[] words, float[] values, int firstToken) {
    int tags = config.scheme().tags();
    float[][] scores = new float[words.length][tags];
    for (int word = 0; word < words.length; word++) {
      System.arraycopy(values, (firstToken + words[word]) * tags, scores[word], 0, tags);
    }
    return scores;
  }

  @Override
  public void close() {
    parameters.close();
  }
}
