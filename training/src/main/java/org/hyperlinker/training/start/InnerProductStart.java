package org.hyperlinker.training.start;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.weights.Tensor;

/**
 * Start values with which a new hypencoder ranks as the pretrained encoder's inner product would,
 * and learns from there. All of it is ordinary weights: the official code reads the result.
 *
 * <p>The output layer's query attends evenly (its embedding is zero), which is mean pooling. Its
 * value projection holds the leading principal directions R of the encoder's embeddings twice, as R
 * and -R; what survives the rectifier is then R's image split into positive and negative parts, the
 * normalisation rescales it, and the hyper-projection [R^T, -R^T] puts it together again: the
 * generated output weight is the mean-pooled query, projected to half the width and scaled to a
 * fixed length. Hidden layers start near the identity, which needs a residual on every layer and
 * the normalisation after it.
 */
public final class InnerProductStart {

  private static final String PREFIX = "query_encoder.";

  /** Share of a hidden layer's random part in its input at the start. */
  private static final double HIDDEN_SHARE = 0.1;

  /** Chosen so that the scores of like and unlike texts differ by about 10 in the softmax. */
  private static final double OUTPUT_GAIN = 0.04;

  private InnerProductStart() {}

  /**
   * The tensors of a new hyper-head by their official names.
   *
   * @param embeddings mean-pooled embeddings of a sample of texts, {@code (texts, hidden)}
   * @throws IllegalArgumentException if the q-net's form does not allow it
   */
  public static Map<String, Tensor> of(
      QNetConfig config, int hidden, float[][] embeddings, long seed) {
    int last = config.weightLayers() - 1;
    boolean possible =
        config.hiddenLayers() > 0
            && config.addsInput(config.hiddenLayers() - 1)
            && config.layerNorm()
            && !config.layerNormBeforeResidual()
            && hidden == config.inputWidth()
            && hidden % 2 == 0;
    if (!possible) {
      throw new IllegalArgumentException(
          "hyper_head_start: inner_product needs do_residual: true, do_residual_on_last: true,"
              + " do_layer_norm: true, layer_norm_before_residual: false and an even width");
    }
    Map<String, Tensor> tensors =
        new TreeMap<>(HyperHeadStart.official(config, hidden, true, seed));
    Random random = new Random(seed + 1);
    for (int layer = 0; layer < last; layer++) {
      float[] base = new float[hidden * hidden];
      for (int i = 0; i < base.length; i++) {
        base[i] = (float) (random.nextGaussian() * HIDDEN_SHARE / Math.sqrt(hidden));
      }
      put(tensors, "hyper_base_matrices." + layer, base, 1, hidden, hidden);
    }
    RealMatrix directions = principalDirections(embeddings, hidden);
    float[] split = new float[hidden * hidden];
    float[] joined = new float[hidden * hidden];
    int half = hidden / 2;
    for (int row = 0; row < half; row++) {
      for (int column = 0; column < hidden; column++) {
        float value = (float) directions.getEntry(column, row);
        split[row * hidden + column] = value;
        split[(half + row) * hidden + column] = -value;
        joined[column * hidden + row] = (float) (OUTPUT_GAIN * value);
        joined[column * hidden + half + row] = (float) (-OUTPUT_GAIN * value);
      }
    }
    put(tensors, "hyper_base_matrices." + last, new float[hidden], 1, 1, hidden);
    put(tensors, "weight_query_embeddings." + last, new float[hidden], 1, 1, hidden);
    put(tensors, "value_projections." + last + ".weight", split, hidden, hidden);
    put(tensors, "weight_hyper_projection." + last + ".weight", joined, hidden, hidden);
    return tensors;
  }

  /** Columns by falling variance. */
  private static RealMatrix principalDirections(float[][] embeddings, int hidden) {
    RealMatrix scatter = new Array2DRowRealMatrix(hidden, hidden);
    double[][] sums = new double[hidden][hidden];
    for (float[] embedding : embeddings) {
      for (int i = 0; i < hidden; i++) {
        for (int j = 0; j < hidden; j++) {
          sums[i][j] += (double) embedding[i] * embedding[j];
        }
      }
    }
    scatter.setSubMatrix(sums, 0, 0);
    return new EigenDecomposition(scatter).getV();
  }

  private static void put(Map<String, Tensor> tensors, String name, float[] values, long... shape) {
    tensors.put(PREFIX + name, new Tensor(shape, values));
  }
}
