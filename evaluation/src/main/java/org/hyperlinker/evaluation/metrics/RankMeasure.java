package org.hyperlinker.evaluation.metrics;

import java.util.OptionalInt;

/** What one rank is worth; the mean over mentions is the figure of the same name. */
public sealed interface RankMeasure {

  /**
   * 1 within the first {@code k}, else 0: Accuracy@k.
   *
   * @param k at least 1
   */
  record Within(int k) implements RankMeasure {

    /** Rejects cut-offs below 1. */
    public Within {
      requireCut(k);
    }
  }

  /**
   * 1 / rank, 0 beyond {@code cut}: MRR@cut, and MRR where there is no cut.
   *
   * @param cut at least 1; {@link Integer#MAX_VALUE} for none
   */
  record Reciprocal(int cut) implements RankMeasure {

    /** Rejects cuts below 1. */
    public Reciprocal {
      requireCut(cut);
    }

    /** Without a cut. */
    public Reciprocal() {
      this(Integer.MAX_VALUE);
    }
  }

  /** The name in tables and files, such as {@code Accuracy@5}. */
  default String officialName() {
    return switch (this) {
      case Within(int k) -> "Accuracy@" + k;
      case Reciprocal(int cut) -> cut == Integer.MAX_VALUE ? "MRR" : "MRR@" + cut;
    };
  }

  /**
   * The worth of a rank, 0 to 1.
   *
   * @param rank from 1; empty where the gold concept is no candidate, worth 0
   * @throws IllegalArgumentException if a rank is below 1
   */
  default double of(OptionalInt rank) {
    if (rank.isEmpty()) {
      return 0;
    }
    if (rank.getAsInt() < 1) {
      throw new IllegalArgumentException("ranks start at 1, found " + rank.getAsInt());
    }
    return switch (this) {
      case Within(int k) -> rank.getAsInt() <= k ? 1 : 0;
      case Reciprocal(int cut) -> rank.getAsInt() <= cut ? 1.0 / rank.getAsInt() : 0;
    };
  }

  private static void requireCut(int cut) {
    if (cut < 1) {
      throw new IllegalArgumentException("cut-offs start at 1, found " + cut);
    }
  }
}
