package org.hyperlinker.training.start;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.weights.Tensor;

/**
 * The official start values of a hyper-head, with three departures: the seed is the run's own and
 * touches no global generator, the constants follow the encoder's width instead of 768, and the
 * bias branch is zeroed and scaled down like the weight branch.
 */
public final class HyperHeadStart {

  private static final String PREFIX = "query_encoder.";
  private static final int OFFICIAL_WIDTH = 768;
  private static final double QUERY_DEVIATION = 10;

  private final QNetConfig config;
  private final int hidden;
  private final boolean scaleToWidth;
  private final Random random;
  private final Map<String, Tensor> tensors = new TreeMap<>();

  private HyperHeadStart(QNetConfig config, int hidden, boolean scaleToWidth, long seed) {
    this.config = config;
    this.hidden = hidden;
    this.scaleToWidth = scaleToWidth;
    this.random = new Random(seed);
  }

  /**
   * The tensors of a new hyper-head by their official names.
   *
   * @param hidden the encoder's width
   * @param scaleToWidth false for the official constants to the letter
   */
  public static Map<String, Tensor> official(
      QNetConfig config, int hidden, boolean scaleToWidth, long seed) {
    return new HyperHeadStart(config, hidden, scaleToWidth, seed).build();
  }

  private Map<String, Tensor> build() {
    double width = scaleToWidth ? hidden : OFFICIAL_WIDTH;
    double small = 1 / (width * width);
    int layers = config.weightLayers();
    for (int layer = 0; layer < layers; layer++) {
      int in = config.inputWidth(layer);
      int out = config.outputWidth(layer);
      normal("hyper_base_matrices." + layer, Math.sqrt(2 / width), 1, out, in);
      normal("weight_query_embeddings." + layer, QUERY_DEVIATION, 1, out, in);
      normal("weight_hyper_projection." + layer + ".weight", small, in, in);
      zero("weight_hyper_projection." + layer + ".bias", in);
      projections(layer, in, true);
    }
    for (int layer = 0; layer < config.hiddenLayers(); layer++) {
      int out = config.outputWidth(layer);
      zero("hyper_base_vectors." + layer, 1, out);
      normal("bias_query_embeddings." + layer, QUERY_DEVIATION, 1, 1, out);
      String projection = "bias_hyper_projection." + layer;
      if (scaleToWidth) {
        normal(projection + ".weight", small, out, out);
        zero(projection + ".bias", out);
      } else {
        uniform(projection + ".weight", out, out, out);
        uniform(projection + ".bias", out, out);
      }
      projections(layers + layer, out, scaleToWidth);
    }
    return tensors;
  }

  private void projections(int index, int out, boolean zeroBias) {
    for (String kind : new String[] {"key_projections.", "value_projections."}) {
      uniform(kind + index + ".weight", hidden, out, hidden);
      if (zeroBias) {
        zero(kind + index + ".bias", out);
      } else {
        uniform(kind + index + ".bias", hidden, out);
      }
    }
  }

  private void normal(String name, double deviation, long... shape) {
    float[] values = new float[size(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * deviation);
    }
    tensors.put(PREFIX + name, new Tensor(shape, values));
  }

  /** PyTorch's default for a linear layer: uniform within one over the root of the inputs. */
  private void uniform(String name, int inputs, long... shape) {
    double bound = 1 / Math.sqrt(inputs);
    float[] values = new float[size(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
    tensors.put(PREFIX + name, new Tensor(shape, values));
  }

  private void zero(String name, long... shape) {
    tensors.put(PREFIX + name, new Tensor(shape, new float[size(shape)]));
  }

  private static int size(long[] shape) {
    long size = 1;
    for (long axis : shape) {
      size *= axis;
    }
    return Math.toIntExact(size);
  }
}
