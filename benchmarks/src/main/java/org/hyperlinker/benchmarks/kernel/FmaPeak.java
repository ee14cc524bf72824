package org.hyperlinker.benchmarks.kernel;

import org.hyperlinker.benchmarks.measure.Clock;
import org.hyperlinker.model.scoring.Scorers;
import org.hyperlinker.search.parallel.Workers;

/**
 * The most multiply-adds that Java gets out of this machine: nothing but registers, in the same
 * vectors that the scorers use.
 */
public final class FmaPeak {

  /** Parts for each thread, so that a thread that starts late gets fewer. */
  private static final int PARTS = 16;

  /** A part takes about a millisecond. */
  private static final int ITERATIONS = 600_000;

  private static final double GIGA = 1e9;

  private final Chains chains = Scorers.vectorised() ? new VectorChains() : new ScalarChains();

  private volatile float sink;

  /** Independent chains of multiply-adds, enough of them to hide their latency. */
  interface Chains {
    /** Multiply-adds of one iteration. */
    int multiplyAdds();

    /** Does them and returns something that depends on all. */
    float run(int iterations);
  }

  /** Thousand millions of operations a second, two for each multiply-add. */
  public double gflops(Workers workers, int threads) {
    int parts = PARTS * threads;
    long nanos = Clock.nanos(() -> workers.run(parts, _ -> sink = chains.run(ITERATIONS)));
    double operations = 2.0 * chains.multiplyAdds() * ITERATIONS * parts;
    return operations / GIGA / (nanos / 1e9);
  }
}
