package org.hyperlinker.search.approximate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The best of a step as PyTorch's {@code topk} picks them on a CPU, in its order. Only equal scores
 * make a difference, but q-nets give many: where all units of the last hidden layer are off, the
 * score is 0. PyTorch takes the k-th by quickselect and sorts those before it; which of the equal
 * ones are picked follows from the places that these two algorithms, as the GNU C++ library has
 * them, leave them at. Where there are 64 times as many as wanted, it uses a heap, and this class
 * the place in the step.
 */
final class OfficialOrder {

  private static final int INSERTION_AT_MOST = 16;
  private static final int HEAP_FROM = 64;

  private final float[] scores;
  private final int[] places;

  private OfficialOrder(float[] scores) {
    this.scores = scores;
    this.places = new int[scores.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
  }

  /**
   * The places of the best scores, best first.
   *
   * @param k how many, 1 to as many as there are
   */
  static int[] best(float[] scores, int k) {
    OfficialOrder order = new OfficialOrder(scores);
    if ((long) k * HEAP_FROM <= scores.length) {
      return order.byPlace(k);
    }
    order.select(k - 1);
    order.sort(0, k - 1);
    order.insert(0, k - 1);
    return Arrays.copyOf(order.places, k);
  }

  private int[] byPlace(int k) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(place -> -scores[place]))
        .limit(k)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private boolean before(int i, int j) {
    return scores[places[i]] > scores[places[j]];
  }

  private void swap(int i, int j) {
    int place = places[i];
    places[i] = places[j];
    places[j] = place;
  }

  /** Brings the right one to {@code nth} and none that is better behind it. */
  private void select(int nth) {
    int first = 0;
    int last = places.length;
    while (last - first > 3) {
      int cut = partition(first, last);
      if (cut <= nth) {
        first = cut;
      } else {
        last = cut;
      }
    }
    insert(first, last);
  }

  /** Parts a range until what is left is short. */
  private void sort(int first, int end) {
    int last = end;
    while (last - first > INSERTION_AT_MOST) {
      int cut = partition(first, last);
      sort(cut, last);
      last = cut;
    }
  }

  /** Around the median of three, which goes to the front. */
  private int partition(int first, int last) {
    medianToFront(first, first + 1, first + (last - first) / 2, last - 1);
    int low = first + 1;
    int high = last;
    while (true) {
      while (before(low, first)) {
        low++;
      }
      high--;
      while (before(first, high)) {
        high--;
      }
      if (low >= high) {
        return low;
      }
      swap(low, high);
      low++;
    }
  }

  private void medianToFront(int front, int a, int b, int c) {
    if (before(a, b)) {
      swap(front, before(b, c) ? b : before(a, c) ? c : a);
    } else {
      swap(front, before(a, c) ? a : before(b, c) ? c : b);
    }
  }

  private void insert(int first, int last) {
    for (int i = first + 1; i < last; i++) {
      int place = places[i];
      int at = i;
      while (at > first && scores[place] > scores[places[at - 1]]) {
        places[at] = places[at - 1];
        at--;
      }
      places[at] = place;
    }
  }
}
