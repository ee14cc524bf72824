package org.hyperlinker.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.model.qnet.Similarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the storage, scores are those of the embeddings as they read back. */
class ItemStorageTest {

  private static final float TOLERANCE = 1e-4f;

  @Property(tries = 60, seed = "20261124")
  void queriesTogetherScoreAsEachAlone(
      @ForAll ItemStorage storage,
      @ForAll @IntRange(min = 1, max = 21) int queries,
      @ForAll @IntRange(min = 1, max = 75) int size,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll boolean vectors,
      @ForAll long seed) {
    Random random = new Random(seed);
    PackedItems items = PackedItems.of(storage, RandomNets.items(size, width, random), width);
    List<QueryRepresentation> group =
        random.ints(queries).mapToObj(i -> query(vectors, width, random)).toList();
    float[][] together = new float[queries][size];
    for (ItemBlock block : items.blocks()) {
      Scorers.group(group).score(block, together, block.firstItem());
    }
    for (int query = 0; query < queries; query++) {
      close(together[query], oracle(group.get(query)).score(readBack(items)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theWriterMakesWhatTheKernelsRead(ItemStorage storage) throws IOException {
    Random random = new Random(3);
    int size = PackedItems.BLOCK + 17;
    float[][] rows = RandomNets.items(size, 24, random);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PackedItemsWriter writer = new PackedItemsWriter(Channels.newChannel(bytes), storage, 24);
    for (float[] row : rows) {
      writer.add(row);
    }
    writer.finish();
    assertThat(bytes.size()).isEqualTo((int) PackedItems.byteSize(storage, size, 24));

    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocate(bytes.size(), PackedItems.ALIGNMENT);
      memory.copyFrom(MemorySegment.ofArray(bytes.toByteArray()));
      PackedItems mapped = PackedItems.over(memory, storage, size, 24);
      QueryRepresentation query = query(false, 24, random);
      assertThat(Scorers.of(query).score(mapped))
          .containsExactly(Scorers.of(query).score(PackedItems.of(storage, rows, 24)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void storageLosesNoMoreThanItsBits(ItemStorage storage) {
    float[][] rows = RandomNets.items(50, 30, new Random(5));
    PackedItems items = PackedItems.of(storage, rows, 30);
    float[] read = new float[30];
    for (int row = 0; row < rows.length; row++) {
      items.embedding(row, read);
      float largest = 0;
      for (float value : rows[row]) {
        largest = Math.max(largest, Math.abs(value));
      }
      for (int k = 0; k < 30; k++) {
        float allowed =
            switch (storage) {
              case FLOAT32 -> 0;
              case FLOAT16 -> Math.abs(rows[row][k]) / 2048 + 1e-7f;
              case INT8 -> largest / 127 / 2 * 1.0001f;
            };
        assertThat(Math.abs(read[k] - rows[row][k])).isLessThanOrEqualTo(allowed);
      }
    }
  }

  @Test
  void theBestOfManyAreThoseOfAFullSortAlsoWhenAllAreNegative() {
    Random random = new Random(11);
    float[][] rows = RandomNets.items(2 * PackedItems.BLOCK + 5, 16, random);
    QueryVector query = new QueryVector(new float[16], Similarity.INNER_PRODUCT);
    for (float[] row : rows) {
      row[0] = -1 - random.nextInt(40);
    }
    query.values()[0] = 1;
    PackedItems items = PackedItems.of(rows, 16);
    TopRows top = new TopRows(25);
    for (ItemBlock block : items.blocks()) {
      Scorers.group(List.of(query)).top(block, new TopRows[] {top});
    }
    float[] scores = Scorers.of(query).score(items);
    int[] expected =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted((a, b) -> scores[a] == scores[b] ? a - b : Float.compare(scores[b], scores[a]))
            .limit(25)
            .mapToInt(i -> i)
            .toArray();
    assertThat(scores[expected[0]]).isNegative();
    assertThat(top.drain()).containsExactly(expected);
  }

  @Test
  void gatheredItemsScoreAsPackedOnes() {
    Random random = new Random(13);
    float[][] rows = RandomNets.items(40, 20, random);
    QueryRepresentation query = query(false, 20, random);
    GatheredItems gathered = new GatheredItems(40, 20);
    for (float[] row : rows) {
      gathered.add(row);
    }
    float[] scores = new float[40];
    Scorers.of(query).score(gathered.block(), scores, 0);
    close(scores, oracle(query).score(PackedItems.of(rows, 20)));
    assertThatThrownBy(() -> gathered.add(rows[0]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("full");
  }

  @Test
  void codesAreKeptAsTheyAre() {
    byte[][] codes = {{3, -127, 0, 5}, {127, 1, -1, 64}};
    PackedItems packed = PackedItems.packCodes(2, 4, 0.5f, item -> codes[item]);
    GatheredItems gathered = new GatheredItems(ItemStorage.INT8, 2, 4);
    gathered.add(codes[0], 0.5f);
    gathered.add(codes[1], 0.5f);
    for (int item = 0; item < 2; item++) {
      for (int k = 0; k < 4; k++) {
        float expected = codes[item][k] * 0.5f;
        assertThat(packed.blocks().getFirst().value(item, k)).isEqualTo(expected);
        assertThat(gathered.block().value(item, k)).isEqualTo(expected);
      }
    }
    assertThatThrownBy(() -> new GatheredItems(2, 4).add(codes[0], 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("INT8");
  }

  private static PackedItems readBack(PackedItems items) {
    float[][] rows = new float[items.size()][items.dimension()];
    for (int row = 0; row < rows.length; row++) {
      items.embedding(row, rows[row]);
    }
    return PackedItems.of(rows, items.dimension());
  }

  private static QueryRepresentation query(boolean vector, int width, Random random) {
    return vector
        ? new QueryVector(RandomNets.items(1, width, random)[0], Similarity.INNER_PRODUCT)
        : RandomNets.net(QNetConfig.of(List.of(width, 7, 1)), random);
  }

  private static Scorer oracle(QueryRepresentation query) {
    return query instanceof QNet net
        ? new PlainQNetScorer(net)
        : Scorers.of(query, new PlainKernels("a test"));
  }

  private static void close(float[] actual, float[] expected) {
    float largest = 1;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i])).isLessThan(TOLERANCE * largest);
    }
  }
}
