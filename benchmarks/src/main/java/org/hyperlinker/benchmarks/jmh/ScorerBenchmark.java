package org.hyperlinker.benchmarks.jmh;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hyperlinker.benchmarks.kernel.RandomQueries;
import org.hyperlinker.benchmarks.measure.Noise;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.scoring.ItemBlock;
import org.hyperlinker.model.scoring.ItemStorage;
import org.hyperlinker.model.scoring.PackedItems;
import org.hyperlinker.model.scoring.Scorer;
import org.hyperlinker.model.scoring.Scorers;
import org.hyperlinker.model.scoring.TopRows;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One block of rows, in cache, scored and its best kept: nanoseconds for a row. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScorerBenchmark {

  private static final long SEED = 42;
  private static final int TOP = 100;

  /** Widths of the q-net, or one width for the inner product; JMH separates values by commas. */
  @Param({"384", "384-64-1", "384-128-64-1", "128-128-128-1", "384-384-384-1", "128-32-1"})
  public String shape;

  /** How the rows are stored. */
  @Param({"FLOAT32", "FLOAT16", "INT8"})
  public ItemStorage storage;

  private ItemBlock block;
  private Scorer scorer;
  private TopRows best;

  /** Makes rows and query. */
  @Setup(Level.Trial)
  public void prepare() {
    List<Integer> widths = Stream.of(shape.split("-")).map(Integer::valueOf).toList();
    Noise noise = new Noise(SEED);
    block =
        PackedItems.pack(
                storage,
                PackedItems.BLOCK,
                widths.getFirst(),
                (row, target) -> {
                  Arrays.fill(target, 0);
                  noise.add(row, 1, target);
                })
            .blocks()
            .getFirst();
    scorer = Scorers.of(query(widths));
    best = new TopRows(TOP);
  }

  private static QueryRepresentation query(List<Integer> widths) {
    RandomQueries random = new RandomQueries(SEED);
    return widths.size() == 1
        ? random.vector(widths.getFirst())
        : random.qNet(new QNetConfig(widths, Activation.RELU, false, 0, true, false, false, true));
  }

  /** Scores the block. */
  @Benchmark
  @OperationsPerInvocation(PackedItems.BLOCK)
  public int score() {
    best.clear();
    scorer.top(block, best);
    return best.size();
  }
}
