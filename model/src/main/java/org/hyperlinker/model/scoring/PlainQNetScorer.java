package org.hyperlinker.model.scoring;

import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QNetConfig;

/**
 * The q-net, slow and obvious, in double precision and one item at a time: the oracle of the fast
 * scorers and of the trained form. A hidden layer is linear map, activation, layer normalisation
 * (before or after the residual) and residual; the output layer is linear without bias.
 */
public final class PlainQNetScorer implements Scorer {

  private final QNet net;

  /** A scorer of this q-net. */
  public PlainQNetScorer(QNet net) {
    this.net = net;
  }

  @Override
  public int dimension() {
    return net.dimension();
  }

  @Override
  public void score(ItemBlock block, float[] scores, int offset) {
    Scorers.requireDimension(dimension(), block);
    for (int item = 0; item < block.size(); item++) {
      double[] x = new double[block.dimension()];
      for (int k = 0; k < x.length; k++) {
        x[k] = block.value(item, k);
      }
      scores[offset + item] = (float) score(x);
    }
  }

  /** The score of one item. */
  public double score(double[] item) {
    QNetConfig config = net.config();
    double[] x = item;
    for (int layer = 0; layer < config.hiddenLayers(); layer++) {
      double[] y = linear(layer, x);
      for (int j = 0; j < y.length; j++) {
        y[j] = ActivationFunctions.apply(config.activation(), y[j] + net.biases().get(layer)[j]);
      }
      if (config.layerNorm() && config.layerNormBeforeResidual()) {
        normalise(y);
      }
      if (config.addsInput(layer)) {
        for (int j = 0; j < y.length; j++) {
          y[j] += x[j];
        }
      }
      if (config.layerNorm() && !config.layerNormBeforeResidual()) {
        normalise(y);
      }
      x = y;
    }
    return linear(config.hiddenLayers(), x)[0];
  }

  private double[] linear(int layer, double[] x) {
    float[] weights = net.weights().get(layer);
    double[] y = new double[net.config().outputWidth(layer)];
    for (int k = 0; k < x.length; k++) {
      for (int j = 0; j < y.length; j++) {
        y[j] += x[k] * weights[k * y.length + j];
      }
    }
    return y;
  }

  private static void normalise(double[] y) {
    double mean = 0;
    for (double value : y) {
      mean += value / y.length;
    }
    double variance = 0;
    for (double value : y) {
      variance += (value - mean) * (value - mean) / y.length;
    }
    double deviation = Math.sqrt(variance + QNetConfig.LAYER_NORM_EPSILON);
    for (int j = 0; j < y.length; j++) {
      y[j] = (y[j] - mean) / deviation;
    }
  }
}
