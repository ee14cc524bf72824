package org.hyperlinker.benchmarks.jmh;

import java.util.concurrent.TimeUnit;
import org.hyperlinker.benchmarks.kernel.FmaPeak;
import org.hyperlinker.search.parallel.Workers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Multiply-adds in registers by one thread: microseconds for 16 parts of 600,000 iterations of
 * twelve vectors.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PeakBenchmark {

  private final FmaPeak peak = new FmaPeak();
  private final Workers workers = new Workers(1);

  /** Does them. */
  @Benchmark
  public double multiplyAdds() {
    return peak.gflops(workers, 1);
  }

  /** Ends the workers. */
  @TearDown(Level.Trial)
  public void close() {
    workers.close();
  }
}
