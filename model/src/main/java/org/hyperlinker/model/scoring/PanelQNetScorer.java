package org.hyperlinker.model.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QNetConfig;

/**
 * A q-net over panels of items: a layer's output panel is the next layer's input panel, so nothing
 * is ever transposed. The steps are those of {@link PlainQNetScorer}, its oracle.
 */
final class PanelQNetScorer implements Scorer {

  private static final int LANES = PackedItems.LANES;
  private static final int OUTPUTS = Kernels.OUTPUTS;

  private final QNetConfig config;
  private final Kernels kernels;

  /** For each hidden layer {@code (output / OUTPUTS, input, OUTPUTS)}, padded with zeros. */
  private final List<float[]> weights;

  /** For each hidden layer {@code (output)}, padded with zeros to a multiple of OUTPUTS. */
  private final List<float[]> biases;

  private final float[] last;
  private final int widestOutput;

  PanelQNetScorer(QNet net, Kernels kernels) {
    this.config = net.config();
    this.kernels = kernels;
    List<float[]> packed = new ArrayList<>();
    List<float[]> padded = new ArrayList<>();
    int widest = 0;
    for (int layer = 0; layer < config.hiddenLayers(); layer++) {
      int inputs = config.inputWidth(layer);
      int outputs = config.outputWidth(layer);
      packed.add(pack(net.weights().get(layer), inputs, outputs));
      padded.add(Arrays.copyOf(net.biases().get(layer), roundedUp(outputs)));
      widest = Math.max(widest, roundedUp(outputs));
    }
    this.weights = packed;
    this.biases = padded;
    this.last = net.weights().getLast();
    this.widestOutput = widest;
  }

  private static float[] pack(float[] weights, int inputs, int outputs) {
    float[] packed = new float[Math.multiplyExact(inputs, roundedUp(outputs))];
    for (int k = 0; k < inputs; k++) {
      for (int j = 0; j < outputs; j++) {
        packed[(j / OUTPUTS * inputs + k) * OUTPUTS + j % OUTPUTS] = weights[k * outputs + j];
      }
    }
    return packed;
  }

  private static int roundedUp(int width) {
    return (width + OUTPUTS - 1) / OUTPUTS * OUTPUTS;
  }

  @Override
  public int dimension() {
    return config.inputWidth();
  }

  @Override
  public void score(ItemBlock block, float[] scores, int offset) {
    Scorers.requireDimension(this, block);
    float[] input = new float[widestOutput * LANES];
    float[] output = new float[widestOutput * LANES];
    float[] sums = new float[LANES];
    for (int panel = 0; panel < block.panels(); panel++) {
      scorePanel(block, panel, input, output, sums);
      System.arraycopy(sums, 0, scores, offset + panel * LANES, block.itemsInPanel(panel));
    }
  }

  private void scorePanel(ItemBlock block, int panel, float[] spare, float[] output, float[] sums) {
    float[] in = block.values();
    int inOffset = block.panelOffset(panel);
    float[] out = output;
    float[] free = spare;
    for (int layer = 0; layer < config.hiddenLayers(); layer++) {
      hidden(layer, in, inOffset, out);
      in = out;
      inOffset = 0;
      out = free;
      free = in;
    }
    kernels.dot(in, inOffset, last.length, last, sums);
  }

  private void hidden(int layer, float[] in, int inOffset, float[] out) {
    int inputs = config.inputWidth(layer);
    int outputs = config.outputWidth(layer);
    for (int j = 0; j < outputs; j += OUTPUTS) {
      kernels.affine4(
          in, inOffset, inputs, weights.get(layer), j * inputs, biases.get(layer), j, out);
    }
    activate(out, outputs);
    if (config.layerNorm() && config.layerNormBeforeResidual()) {
      kernels.normalise(out, outputs);
    }
    if (config.addsInput(layer)) {
      kernels.add(out, outputs, in, inOffset);
    }
    if (config.layerNorm() && !config.layerNormBeforeResidual()) {
      kernels.normalise(out, outputs);
    }
  }

  private void activate(float[] panel, int width) {
    Activation activation = config.activation();
    switch (activation) {
      case RELU -> kernels.leaky(panel, width, 0);
      case LEAKY_RELU -> kernels.leaky(panel, width, ActivationFunctions.LEAKY_SLOPE);
      case TANH, SIGMOID, GELU -> {
        for (int i = 0; i < width * LANES; i++) {
          panel[i] = (float) ActivationFunctions.apply(activation, panel[i]);
        }
      }
    }
  }
}
