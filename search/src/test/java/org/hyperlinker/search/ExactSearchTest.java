package org.hyperlinker.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.model.qnet.Similarity;
import org.hyperlinker.model.scoring.PackedItems;
import org.hyperlinker.search.index.EmbeddedRows;
import org.hyperlinker.search.index.IndexRow;
import org.junit.jupiter.api.Test;

class ExactSearchTest {

  private static final ConceptId A = new ConceptId("A");
  private static final ConceptId B = new ConceptId("B");
  private static final ConceptId C = new ConceptId("C");
  private static final List<QueryRepresentation> ONE = List.of(query(1));

  private static final MemoryRows NEGATIVE =
      new MemoryRows(List.of("A", "A", "B", "C"), new float[] {-5, -2, -1, -2});

  @Test
  void allNegativeScoresAreRankedLikeAnyOther() {
    try (ExactSearch search = new ExactSearch(NEGATIVE, 2)) {
      assertThat(search.search(ONE, 2).getFirst())
          .containsExactly(new SearchHit(2, -1), new SearchHit(1, -2));
    }
  }

  @Test
  void aConceptCountsAsItsBestRowAndEqualScoresFollowRowOrder() {
    try (ExactSearch search = new ExactSearch(NEGATIVE, 1)) {
      List<ConceptHit> hits = search.searchConcepts(ONE, 10).getFirst();
      assertThat(hits).extracting(ConceptHit::concept).containsExactly(B, A, C);
      assertThat(hits).extracting(ConceptHit::number).containsExactly(2, 1, 3);
      assertThat(hits.get(1).row().name()).isEqualTo("name 1");
    }
  }

  @Test
  void ranksAreNotCutAndConceptsWithoutRowHaveNone() {
    try (ExactSearch search = new ExactSearch(NEGATIVE, 2)) {
      RankedConcepts ranked =
          search.rank(ONE, 1, List.of(Set.of(C, A, new ConceptId("X")))).getFirst();
      assertThat(ranked.hits()).extracting(ConceptHit::concept).containsExactly(B);
      assertThat(ranked.ranks()).containsOnly(entry(A, 2), entry(C, 3));
    }
  }

  @Test
  void noRowsGiveNoHits() {
    try (ExactSearch search = new ExactSearch(new MemoryRows(List.of(), new float[0]), 2)) {
      assertThat(search.searchConcepts(ONE, 3)).containsExactly(List.of());
      assertThat(search.searchConcepts(List.of(), 3)).isEmpty();
    }
  }

  @Test
  void embeddingsAreAskedForByTheFirstSearchAndOnce() {
    AtomicInteger asked = new AtomicInteger();
    EmbeddedRows counting =
        new EmbeddedRows() {
          @Override
          public int size() {
            return NEGATIVE.size();
          }

          @Override
          public int dimension() {
            return NEGATIVE.dimension();
          }

          @Override
          public IndexRow row(int row) {
            return NEGATIVE.row(row);
          }

          @Override
          public void embedding(int row, float[] target) {
            NEGATIVE.embedding(row, target);
          }

          @Override
          public PackedItems packed() {
            asked.incrementAndGet();
            return NEGATIVE.packed();
          }
        };
    try (ExactSearch search = new ExactSearch(counting, 2)) {
      assertThat(asked).hasValue(0);
      search.search(ONE, 2);
      search.search(ONE, 2);
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void wrongCallsAreRefusedWithTheirCause() {
    try (ExactSearch search = new ExactSearch(NEGATIVE, 2)) {
      assertThatThrownBy(() -> search.search(ONE, 0)).hasMessageContaining("k is 1 or larger");
      assertThatThrownBy(() -> search.rank(ONE, 1, List.of())).hasMessageContaining("1 queries");
      QueryVector wide = new QueryVector(new float[2], Similarity.INNER_PRODUCT);
      assertThatThrownBy(() -> search.search(List.of(wide), 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("same model");
      assertThatThrownBy(() -> search.search(List.of(query(Float.NaN)), 1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("name 0");
    }
  }

  @Property(tries = 60, seed = "20261123")
  void searchEqualsSortingEverything(
      @ForAll @IntRange(min = 1, max = 2500) int size,
      @ForAll @IntRange(min = 1, max = 40) int queries,
      @ForAll @IntRange(min = 1, max = 60) int k,
      @ForAll @IntRange(min = 1, max = 3) int threads,
      @ForAll long seed) {
    Random random = new Random(seed);
    float[] values = new float[size];
    for (int row = 0; row < size; row++) {
      values[row] = random.nextInt(-20, 20);
    }
    int concepts = 1 + random.nextInt(size);
    List<String> ids =
        IntStream.range(0, size).mapToObj(row -> "D" + random.nextInt(concepts)).toList();
    List<QueryRepresentation> factors =
        IntStream.range(0, queries).mapToObj(q -> query(q - 3)).toList();
    Set<ConceptId> gold = Set.of(new ConceptId(ids.getLast()));
    try (ExactSearch search = new ExactSearch(new MemoryRows(ids, values), threads)) {
      List<List<SearchHit>> hits = search.search(factors, k);
      List<RankedConcepts> ranked = search.rank(factors, k, Collections.nCopies(queries, gold));
      assertThat(hits).hasSize(queries);
      for (int query = 0; query < queries; query++) {
        float factor = query - 3;
        List<Integer> rows =
            IntStream.range(0, size)
                .boxed()
                .sorted(
                    Comparator.<Integer>comparingDouble(row -> 0.0 - factor * values[row])
                        .thenComparing(row -> row))
                .toList();
        assertThat(hits.get(query))
            .extracting(SearchHit::row)
            .containsExactlyElementsOf(rows.subList(0, Math.min(k, size)));
        Map<String, Integer> first = new HashMap<>();
        List<Integer> winners =
            rows.stream().filter(row -> first.putIfAbsent(ids.get(row), row) == null).toList();
        assertThat(ranked.get(query).hits())
            .extracting(ConceptHit::number)
            .containsExactlyElementsOf(winners.subList(0, Math.min(k, winners.size())));
        assertThat(ranked.get(query).ranks().get(gold.iterator().next()))
            .isEqualTo(1 + winners.indexOf(first.get(ids.getLast())));
      }
    }
  }

  private static QueryRepresentation query(float factor) {
    return new QueryVector(new float[] {factor}, Similarity.INNER_PRODUCT);
  }
}
