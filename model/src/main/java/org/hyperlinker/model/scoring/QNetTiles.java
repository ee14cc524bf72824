package org.hyperlinker.model.scoring;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QNetConfig;

/**
 * A q-net over tiles of items: a layer's output tile is the next layer's input tile, so nothing is
 * ever transposed. The steps are those of {@link PlainQNetScorer}, its oracle, but the last layer's
 * normalisation, {@code ((x - mean) / deviation) . w}, is taken apart into sums, so that its input
 * is read once and not written.
 */
final class QNetTiles implements TileScorer {

  /** What relu and leaky relu multiply negative values by; 1 changes nothing. */
  private static final float IDENTITY = 1;

  private final QNetConfig config;
  private final Kernels kernels;

  /** For each hidden layer {@code (output / outputs, input, outputs)}, padded with zeros. */
  private final List<float[]> weights;

  /** For each hidden layer {@code (output)}, padded with zeros. */
  private final List<float[]> biases;

  private final float[] last;
  private final float lastSum;
  private final float slope;
  private final long panelBytes;

  QNetTiles(QNet net, Kernels kernels) {
    this.config = net.config();
    this.kernels = kernels;
    this.weights = new ArrayList<>();
    this.biases = new ArrayList<>();
    int widest = 0;
    for (int layer = 0; layer < config.hiddenLayers(); layer++) {
      int inputs = config.inputWidth(layer);
      int outputs = config.outputWidth(layer);
      weights.add(PackedWeights.of(net.weights().get(layer), inputs, outputs, kernels.outputs()));
      int padded = PackedWeights.padded(outputs, kernels.outputs());
      biases.add(Arrays.copyOf(net.biases().get(layer), padded));
      widest = Math.max(widest, padded);
    }
    this.last = net.weights().getLast();
    double sum = 0;
    for (float weight : last) {
      sum += weight;
    }
    this.lastSum = (float) sum;
    this.slope = slope(config.activation());
    this.panelBytes = (long) widest * PanelFormat.ROW;
  }

  private static float slope(Activation activation) {
    return switch (activation) {
      case RELU -> 0;
      case LEAKY_RELU -> ActivationFunctions.LEAKY_SLOPE;
      case TANH, SIGMOID, GELU -> IDENTITY;
    };
  }

  @Override
  public int dimension() {
    return config.inputWidth();
  }

  @Override
  public long weightBytes() {
    return Float.BYTES * weights.stream().mapToLong(layer -> layer.length).sum();
  }

  @Override
  public long workBytes() {
    return scratchAt(0) + Kernels.SCRATCH_BYTES;
  }

  @Override
  public void score(
      MemorySegment items, long at, long second, MemorySegment work, long workAt, long scoresAt) {
    int hidden = config.hiddenLayers();
    if (hidden == 0) {
      kernels.leakyDot(items, at, second, last.length, IDENTITY, last, work, scoresAt);
      return;
    }
    MemorySegment in = items;
    long inAt = at;
    long inSecond = second;
    long outSecond = kernels.second(panelBytes);
    for (int layer = 0; layer < hidden; layer++) {
      long outAt = workAt + (layer % 2) * kernels.panelsPerTile() * panelBytes;
      linear(layer, in, inAt, inSecond, work, outAt, outSecond);
      if (layer < hidden - 1) {
        inner(layer, in, inAt, inSecond, work, outAt, outSecond, scratchAt(workAt));
      } else {
        outer(layer, in, inAt, inSecond, work, outAt, outSecond, scoresAt, scratchAt(workAt));
      }
      in = work;
      inAt = outAt;
      inSecond = outSecond;
    }
  }

  /** Behind the two tiles that layers write in turn. */
  private long scratchAt(long workAt) {
    return workAt + 2 * kernels.panelsPerTile() * panelBytes;
  }

  /** The linear map, and an activation that the kernels do not know. */
  private void linear(
      int layer,
      MemorySegment in,
      long inAt,
      long inSecond,
      MemorySegment out,
      long outAt,
      long outSecond) {
    int inputs = config.inputWidth(layer);
    int outputs = config.outputWidth(layer);
    float[] layerWeights = weights.get(layer);
    float[] bias = biases.get(layer);
    for (int j = 0; j < outputs; j += kernels.outputs()) {
      kernels.affine(
          in,
          inAt,
          inSecond,
          inputs,
          layerWeights,
          j * inputs,
          bias,
          j,
          out,
          outAt + (long) j * PanelFormat.ROW,
          outSecond);
    }
    if (slope == IDENTITY) {
      activate(out, outAt, outputs);
      if (kernels.panelsPerTile() > 1) {
        activate(out, outAt + outSecond, outputs);
      }
    }
  }

  private void activate(MemorySegment panel, long at, int width) {
    for (int i = 0; i < width * PackedItems.LANES; i++) {
      long place = at + (long) i * Float.BYTES;
      double value = panel.get(PanelFormat.FLOAT, place);
      panel.set(
          PanelFormat.FLOAT, place, (float) ActivationFunctions.apply(config.activation(), value));
    }
  }

  /** Activation, normalisation and residual of a hidden layer that another one follows. */
  private void inner(
      int layer,
      MemorySegment in,
      long inAt,
      long inSecond,
      MemorySegment out,
      long outAt,
      long outSecond,
      long scratch) {
    int width = config.outputWidth(layer);
    boolean adds = config.addsInput(layer);
    if (!config.layerNorm()) {
      if (adds) {
        kernels.leakyAdd(out, outAt, outSecond, width, slope, in, inAt, inSecond);
      } else {
        kernels.leaky(out, outAt, outSecond, width, slope);
      }
    } else if (!adds) {
      kernels.leakyNormalise(out, outAt, outSecond, width, slope, out, scratch);
    } else if (config.layerNormBeforeResidual()) {
      kernels.leakyNormaliseAdd(
          out, outAt, outSecond, width, slope, in, inAt, inSecond, out, scratch);
    } else {
      kernels.leakyAdd(out, outAt, outSecond, width, slope, in, inAt, inSecond);
      kernels.leakyNormalise(out, outAt, outSecond, width, IDENTITY, out, scratch);
    }
  }

  /** Activation, normalisation and residual of the last hidden layer, and the output layer. */
  private void outer(
      int layer,
      MemorySegment in,
      long inAt,
      long inSecond,
      MemorySegment work,
      long outAt,
      long outSecond,
      long scoresAt,
      long scratch) {
    int width = config.outputWidth(layer);
    boolean adds = config.addsInput(layer);
    if (adds && config.layerNorm() && !config.layerNormBeforeResidual()) {
      kernels.leakyAdd(work, outAt, outSecond, width, slope, in, inAt, inSecond);
      kernels.leakyNormaliseDot(
          work, outAt, outSecond, width, IDENTITY, last, lastSum, work, scoresAt, work, scratch);
      return;
    }
    if (config.layerNorm()) {
      kernels.leakyNormaliseDot(
          work, outAt, outSecond, width, slope, last, lastSum, work, scoresAt, work, scratch);
    } else {
      kernels.leakyDot(work, outAt, outSecond, width, slope, last, work, scoresAt);
    }
    if (adds) {
      kernels.dotAdd(in, inAt, inSecond, width, last, work, scoresAt);
    }
  }
}
