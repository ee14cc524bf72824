package org.hyperlinker.model.scoring;

import static org.hyperlinker.model.scoring.PanelFormat.FLOAT;
import static org.hyperlinker.model.scoring.PanelFormat.ROW;

import java.lang.foreign.MemorySegment;
import org.hyperlinker.model.qnet.QNetConfig;

/**
 * The kernels in plain loops, for a JVM without the Vector API and machines with short vectors. A
 * tile is a panel, whose second half is where its first one ends.
 */
final class PlainKernels implements Kernels {

  private static final int LANES = PackedItems.LANES;
  private static final int OUTPUTS = 4;

  private final String reason;

  /** Plain kernels that say why they serve. */
  PlainKernels(String reason) {
    this.reason = reason;
  }

  @Override
  public int panelsPerTile() {
    return 1;
  }

  @Override
  public int outputs() {
    return OUTPUTS;
  }

  @Override
  public long second(long panelBytes) {
    return ROW / 2;
  }

  @Override
  public void affine(
      MemorySegment in,
      long inAt,
      long inSecond,
      int width,
      float[] weights,
      int weightOffset,
      float[] bias,
      int biasOffset,
      MemorySegment out,
      long outAt,
      long outSecond) {
    for (int j = 0; j < OUTPUTS; j++) {
      for (int lane = 0; lane < LANES; lane++) {
        float sum = bias[biasOffset + j];
        for (int k = 0; k < width; k++) {
          sum += get(in, inAt, k, lane) * weights[weightOffset + k * OUTPUTS + j];
        }
        set(out, outAt, j, lane, sum);
      }
    }
  }

  @Override
  public void leaky(MemorySegment panel, long at, long second, int width, float slope) {
    for (int k = 0; k < width; k++) {
      for (int lane = 0; lane < LANES; lane++) {
        set(panel, at, k, lane, leaky(get(panel, at, k, lane), slope));
      }
    }
  }

  @Override
  public void leakyAdd(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float slope,
      MemorySegment other,
      long otherAt,
      long otherSecond) {
    leaky(panel, at, second, width, slope);
    add(panel, at, width, other, otherAt);
  }

  @Override
  public void leakyNormalise(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float slope,
      MemorySegment scratch,
      long scratchAt) {
    leaky(panel, at, second, width, slope);
    for (int lane = 0; lane < LANES; lane++) {
      float mean = mean(panel, at, width, lane, 1);
      float factor = 1 / deviation(panel, at, width, lane, mean, 1);
      for (int k = 0; k < width; k++) {
        set(panel, at, k, lane, (get(panel, at, k, lane) - mean) * factor);
      }
    }
  }

  @Override
  public void leakyNormaliseAdd(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float slope,
      MemorySegment other,
      long otherAt,
      long otherSecond,
      MemorySegment scratch,
      long scratchAt) {
    leakyNormalise(panel, at, second, width, slope, scratch, scratchAt);
    add(panel, at, width, other, otherAt);
  }

  @Override
  public void leakyDot(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float slope,
      float[] weights,
      MemorySegment sums,
      long sumsAt) {
    for (int lane = 0; lane < LANES; lane++) {
      float sum = 0;
      for (int k = 0; k < width; k++) {
        sum += leaky(get(panel, at, k, lane), slope) * weights[k];
      }
      set(sums, sumsAt, 0, lane, sum);
    }
  }

  @Override
  public void leakyNormaliseDot(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float slope,
      float[] weights,
      float weightSum,
      MemorySegment sums,
      long sumsAt,
      MemorySegment scratch,
      long scratchAt) {
    for (int lane = 0; lane < LANES; lane++) {
      float mean = mean(panel, at, width, lane, slope);
      float sum = 0;
      for (int k = 0; k < width; k++) {
        sum += (leaky(get(panel, at, k, lane), slope) - mean) * weights[k];
      }
      set(sums, sumsAt, 0, lane, sum / deviation(panel, at, width, lane, mean, slope));
    }
  }

  @Override
  public void dotAdd(
      MemorySegment panel,
      long at,
      long second,
      int width,
      float[] weights,
      MemorySegment sums,
      long sumsAt) {
    for (int lane = 0; lane < LANES; lane++) {
      float sum = get(sums, sumsAt, 0, lane);
      for (int k = 0; k < width; k++) {
        sum += get(panel, at, k, lane) * weights[k];
      }
      set(sums, sumsAt, 0, lane, sum);
    }
  }

  @Override
  public void squares(
      MemorySegment panel, long at, long second, int width, MemorySegment sums, long sumsAt) {
    for (int lane = 0; lane < LANES; lane++) {
      float sum = 0;
      for (int k = 0; k < width; k++) {
        float value = get(panel, at, k, lane);
        sum += value * value;
      }
      set(sums, sumsAt, 0, lane, sum);
    }
  }

  @Override
  public void multiply(
      MemorySegment panel, long at, long second, int width, MemorySegment factors, long factorsAt) {
    for (int k = 0; k < width; k++) {
      for (int lane = 0; lane < LANES; lane++) {
        float factor = get(factors, factorsAt, 0, lane);
        set(panel, at, k, lane, get(panel, at, k, lane) * factor);
      }
    }
  }

  @Override
  public void copyRow(
      MemorySegment panels, long at, long panelBytes, int count, float[] target, int index) {
    for (int item = 0; item < count; item++) {
      target[index + item] = get(panels, at + item / LANES * panelBytes, 0, item % LANES);
    }
  }

  @Override
  public String description() {
    return "plain Java: " + reason;
  }

  @Override
  public void widen(
      MemorySegment stored,
      long storedAt,
      ItemStorage storage,
      int width,
      MemorySegment panel,
      long at) {
    for (int k = 0; k < width; k++) {
      for (int lane = 0; lane < LANES; lane++) {
        set(panel, at, k, lane, PanelFormat.read(stored, storedAt, storage, lane, k));
      }
    }
  }

  private static void add(
      MemorySegment panel, long at, int width, MemorySegment other, long otherAt) {
    for (int k = 0; k < width; k++) {
      for (int lane = 0; lane < LANES; lane++) {
        set(panel, at, k, lane, get(panel, at, k, lane) + get(other, otherAt, k, lane));
      }
    }
  }

  private static float mean(MemorySegment panel, long at, int width, int lane, float slope) {
    float sum = 0;
    for (int k = 0; k < width; k++) {
      sum += leaky(get(panel, at, k, lane), slope);
    }
    return sum / width;
  }

  private static float deviation(
      MemorySegment panel, long at, int width, int lane, float mean, float slope) {
    float sum = 0;
    for (int k = 0; k < width; k++) {
      float distance = leaky(get(panel, at, k, lane), slope) - mean;
      sum += distance * distance;
    }
    return (float) Math.sqrt(sum / width + QNetConfig.LAYER_NORM_EPSILON);
  }

  private static float leaky(float value, float slope) {
    return value < 0 ? value * slope : value;
  }

  private static float get(MemorySegment panel, long at, int k, int lane) {
    return panel.get(FLOAT, at + (long) k * ROW + lane * Float.BYTES);
  }

  private static void set(MemorySegment panel, long at, int k, int lane, float value) {
    panel.set(FLOAT, at + (long) k * ROW + lane * Float.BYTES, value);
  }
}
