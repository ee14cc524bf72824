package org.hyperlinker.benchmarks.growth;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hyperlinker.benchmarks.kernel.RandomQueries;
import org.hyperlinker.benchmarks.measure.Noise;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.RowVectors;

/**
 * Rows of any number and queries that fit them: first the centres themselves, in a mixed order,
 * then blends of two of them.
 *
 * @param description for the table
 * @param width of the rows
 * @param centres how many there are
 * @param queries what is asked, at least one
 * @param centre gives a centre, for one thread
 */
public record RowOrigin(
    String description,
    int width,
    int centres,
    List<QueryRepresentation> queries,
    RowVectors centre) {

  private static final int RANDOM_WIDTH = 384;
  private static final int RANDOM_CENTRES = 50_000;

  /** A prime: the multiples of it, modulo a smaller number, come in a mixed order. */
  private static final long PRIME = 2_654_435_761L;

  /** From the embeddings of an index, which must stay open, asked by its model's queries. */
  public static RowOrigin of(EmbeddingIndex index, List<QueryRepresentation> queries) {
    return new RowOrigin(
        "the index's " + index.size() + " embeddings, beyond them blends of two",
        index.dimension(),
        index.size(),
        queries,
        index.vectors());
  }

  /** From random centres, asked by random q-nets [384, 64, 1]. */
  public static RowOrigin random(int queries, long seed) {
    Noise noise = new Noise(seed);
    RandomQueries random = new RandomQueries(seed);
    QNetConfig config =
        new QNetConfig(
            List.of(RANDOM_WIDTH, 64, 1), Activation.RELU, false, 0, true, false, false, true);
    float[] buffer = new float[RANDOM_WIDTH];
    return new RowOrigin(
        "50,000 normally distributed centres, beyond them blends of two; random q-nets",
        RANDOM_WIDTH,
        RANDOM_CENTRES,
        Stream.<QueryRepresentation>generate(() -> random.qNet(config)).limit(queries).toList(),
        centre -> {
          Arrays.fill(buffer, 0);
          noise.add(centre, 1, buffer);
          return buffer;
        });
  }

  /** The rows, for one thread. */
  Source rows(long seed) {
    Blends blends = new Blends(seed);
    return (row, target) -> {
      System.arraycopy(centre.vector((int) (row * PRIME % centres)), 0, target, 0, width);
      if (row >= centres) {
        Blends.Blend blend = blends.of(row, centres);
        blend.into(target, centre.vector(blend.other()));
      }
    };
  }

  /** Reads a row. */
  @FunctionalInterface
  interface Source {
    /** Copies a row into an array of the rows' width. */
    void read(long row, float[] target);
  }
}
