package org.hyperlinker.preparation.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hyperlinker.preparation.lexical.TrigramIndex.Hit;
import org.junit.jupiter.api.Test;

class TrigramIndexTest {

  @Test
  void ignoresCaseAndPunctuation() {
    assertThat(Trigrams.of("Beta-Blocker (oral)")).isEqualTo(Trigrams.of("beta blocker oral"));
    assertThat(Trigrams.of("no")).hasSize(3);
    assertThat(Trigrams.of(" -,;")).isEmpty();
    assertThat(Trigrams.of("α-tocopherol")).isNotEqualTo(Trigrams.of("β-tocopherol"));
  }

  @Test
  void sharesCountTwiceOverBothSizes() {
    // "  a", " ab", "ab " against "  a", " ac", "ac ": one of three and three.
    assertThat(Trigrams.dice(Trigrams.of("ab"), Trigrams.of("ac"))).isEqualTo(2.0 / 6);
    assertThat(Trigrams.dice(Trigrams.of("same"), Trigrams.of("SAME"))).isEqualTo(1);
    assertThat(Trigrams.dice(Trigrams.of("same"), Trigrams.of(""))).isZero();
  }

  @Test
  void putsTheClosestFirstAndEqualOnesByRow() {
    TrigramIndex index =
        new TrigramIndex(List.of("nephropathy", "neuropathy", "Neuropathy", "ataxia"));

    assertThat(index.closest("neuropathy", 10)).extracting(Hit::row).containsExactly(1, 2, 0);
    assertThat(index.closest("neuropathy", 1)).extracting(Hit::row).containsExactly(1);
    assertThat(index.closest("", 5)).isEmpty();
  }

  @Property(tries = 200)
  void agreesWithComparingEverything(
      @ForAll @Size(max = 30) List<@From("names") String> texts,
      @ForAll("names") String query,
      @ForAll @IntRange(min = 1, max = 12) int limit) {
    TrigramIndex index = new TrigramIndex(texts);

    List<Hit> expected =
        IntStream.range(0, texts.size())
            .mapToObj(
                row -> new Hit(row, Trigrams.dice(Trigrams.of(query), Trigrams.of(texts.get(row)))))
            .filter(hit -> hit.similarity() > 0)
            .sorted(
                Comparator.comparingDouble(Hit::similarity).reversed().thenComparingInt(Hit::row))
            .limit(limit)
            .toList();

    assertThat(index.closest(query, limit)).isEqualTo(expected);
    assertThat(index.closest(query, limit)).as("the counters are clean again").isEqualTo(expected);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("aAbc 1-α").ofMaxLength(12);
  }
}
