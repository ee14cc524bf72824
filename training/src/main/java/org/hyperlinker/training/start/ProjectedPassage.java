package org.hyperlinker.training.start;

import java.util.Arrays;
import org.hyperlinker.model.weights.Tensor;

/**
 * The passage of a query whose items are projected by P: the generated rows are P q at a fixed
 * length. The value projection is U P with an orthogonal U, shifted so far up that the rectifier
 * changes nothing; the normalisation takes the shift away and the length with it; the
 * hyper-projection U^T turns back.
 *
 * <p>Unlike the {@link PrincipalSplit}, which would halve a width that is narrow already, this
 * loses a single direction: the normalisation also takes the mean over the units. U lays the
 * direction of P q with the smallest moment there, and spreads the others over all units by
 * cosines, so that a small shift suffices.
 */
final class ProjectedPassage implements QueryPassage {

  /** The shift over the largest number of the sample; a text that exceeds it is cut a little. */
  private static final double HEADROOM = 2;

  private final Tensor projection;
  private final double[][] turn;
  private final float[] shift;

  private ProjectedPassage(Tensor projection, double[][] turn, float[] shift) {
    this.projection = projection;
    this.turn = turn;
    this.shift = shift;
  }

  /**
   * The passage for a projection.
   *
   * @param projection P {@code (width, hidden)}
   * @param embeddings a sample {@code (texts, hidden)}
   */
  static ProjectedPassage of(Tensor projection, float[][] embeddings) {
    int width = (int) projection.shape()[0];
    float[][] projected = Linear.apply(projection, embeddings);
    double[][] directions = PrincipalDirections.of(projected, width).rows();
    double[][] turn = new double[width][width];
    for (int unit = 0; unit < width; unit++) {
      for (int wave = 0; wave < width; wave++) {
        // Wave 0 is the mean over the units.
        double share =
            Math.sqrt((wave == 0 ? 1.0 : 2.0) / width)
                * Math.cos(Math.PI * (unit + 0.5) * wave / width);
        double[] direction = directions[width - 1 - wave];
        for (int axis = 0; axis < width; axis++) {
          turn[unit][axis] += share * direction[axis];
        }
      }
    }
    double largest = 0;
    for (float[] row : projected) {
      for (double[] unit : turn) {
        double sum = 0;
        for (int axis = 0; axis < width; axis++) {
          sum += unit[axis] * row[axis];
        }
        largest = Math.max(largest, Math.abs(sum));
      }
    }
    float[] shift = new float[width];
    Arrays.fill(shift, (float) (HEADROOM * largest));
    return new ProjectedPassage(projection, turn, shift);
  }

  @Override
  public float[] values() {
    int width = turn.length;
    int hidden = (int) projection.shape()[1];
    float[] values = new float[width * hidden];
    double[] row = new double[hidden];
    for (int unit = 0; unit < width; unit++) {
      Arrays.fill(row, 0);
      for (int axis = 0; axis < width; axis++) {
        for (int at = 0; at < hidden; at++) {
          row[at] += turn[unit][axis] * projection.values()[axis * hidden + at];
        }
      }
      for (int at = 0; at < hidden; at++) {
        values[unit * hidden + at] = (float) row[at];
      }
    }
    return values;
  }

  @Override
  public float[] valueBias() {
    return shift.clone();
  }

  @Override
  public float[] joined(double gain) {
    int width = turn.length;
    float[] joined = new float[width * width];
    for (int axis = 0; axis < width; axis++) {
      for (int unit = 0; unit < width; unit++) {
        joined[axis * width + unit] = (float) (gain * turn[unit][axis]);
      }
    }
    return joined;
  }
}
