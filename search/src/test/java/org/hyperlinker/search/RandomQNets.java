package org.hyperlinker.search;

import java.util.List;
import java.util.Random;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QNetConfig;

/** Q-nets with drawn weights. */
public final class RandomQNets {

  private RandomQNets() {}

  /** A q-net of one hidden layer. */
  public static QNet of(int width, long seed) {
    Random random = new Random(seed);
    int hidden = 16;
    return new QNet(
        QNetConfig.of(List.of(width, hidden, 1)),
        List.of(numbers(random, width * hidden), numbers(random, hidden)),
        List.of(numbers(random, hidden)));
  }

  private static float[] numbers(Random random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
