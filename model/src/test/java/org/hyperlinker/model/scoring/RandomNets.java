package org.hyperlinker.model.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QNetConfig;

/** Random q-nets and items of a realistic scale. */
final class RandomNets {

  private RandomNets() {}

  static QNet net(QNetConfig config, Random random) {
    List<float[]> weights = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (int layer = 0; layer < config.weightLayers(); layer++) {
      int inputs = config.inputWidth(layer);
      weights.add(
          floats(inputs * config.outputWidth(layer), (float) (1 / Math.sqrt(inputs)), random));
      if (layer < config.hiddenLayers()) {
        biases.add(floats(config.outputWidth(layer), 0.3f, random));
      }
    }
    return new QNet(config, weights, biases);
  }

  static float[][] items(int size, int dimension, Random random) {
    float[][] items = new float[size][];
    for (int item = 0; item < size; item++) {
      items[item] = floats(dimension, 1, random);
    }
    return items;
  }

  static float[] floats(int size, float scale, Random random) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian() * scale;
    }
    return values;
  }
}
