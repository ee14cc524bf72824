package org.hyperlinker.model.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TokenBatchesTest {

  @Property
  void everySequenceIsInOneBatchThatHasRoomForIt(
      @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 30) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 8) int mostSequences,
      @ForAll @IntRange(min = 1, max = 64) int mostTokens,
      @ForAll @IntRange(max = 64) int mostPadding) {
    List<int[]> sequences = lengths.stream().map(int[]::new).toList();
    List<Integer> seen = new ArrayList<>();
    int before = 0;
    TokenBatches batches = new TokenBatches(mostSequences, mostTokens, mostPadding);
    for (TokenBatches.Batch batch : batches.of(sequences)) {
      int longest = 0;
      for (int row = 0; row < batch.size(); row++) {
        assertThat(batch.sequences().get(row)).isSameAs(sequences.get(batch.place(row)));
        assertThat(batch.sequences().get(row).length).isGreaterThanOrEqualTo(before);
        longest = Math.max(longest, batch.sequences().get(row).length);
        seen.add(batch.place(row));
      }
      before = longest;
      assertThat(batch.size()).isBetween(1, mostSequences);
      assertThat(batch.size() == 1 || batch.size() * longest <= mostTokens).isTrue();
      int tokens = batch.sequences().stream().mapToInt(sequence -> sequence.length).sum();
      assertThat(batch.size() * longest - tokens).isBetween(0, mostPadding);
    }
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, sequences.size()).boxed().toList());
  }

  @Test
  void likeLengthsGoTogether() {
    List<int[]> sequences = List.of(new int[9], new int[2], new int[8], new int[3]);
    assertThat(new TokenBatches(2, 100).of(sequences))
        .extracting(TokenBatches.Batch::places)
        .containsExactly(List.of(1, 3), List.of(2, 0));
  }
}
