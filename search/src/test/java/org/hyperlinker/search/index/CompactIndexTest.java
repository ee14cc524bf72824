package org.hyperlinker.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hyperlinker.core.lexical.NormalForm;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.scoring.GatheredItems;
import org.hyperlinker.model.scoring.ItemBlock;
import org.hyperlinker.model.scoring.ItemStorage;
import org.hyperlinker.model.scoring.PackedItems;
import org.hyperlinker.model.scoring.Scorers;
import org.hyperlinker.search.ExactSearch;
import org.hyperlinker.search.NamesIndex;
import org.hyperlinker.search.RandomQNets;
import org.hyperlinker.search.SearchHit;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.approximate.Candidates;
import org.hyperlinker.search.approximate.GraphWalk;
import org.hyperlinker.search.approximate.GreedyWalk;
import org.hyperlinker.search.strategy.ConceptSearch;
import org.hyperlinker.search.strategy.FoundConcepts;
import org.hyperlinker.search.strategy.SearchStrategy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index of a byte a coordinate beside the same one in single precision. */
class CompactIndexTest {

  private static final int CONCEPTS = 300;

  @TempDir static Path folder;
  private static EmbeddingIndex full;
  private static EmbeddingIndex compact;

  @BeforeAll
  static void build() throws IOException {
    full = NamesIndex.build(folder.resolve("full"), CONCEPTS);
    compact = NamesIndex.buildCompact(folder.resolve("compact"), CONCEPTS);
  }

  @AfterAll
  static void close() {
    full.close();
    compact.close();
  }

  @Test
  void noCoordinateIsOffByMoreThanHalfAScale() {
    float half = compact.metadata().codes().orElseThrow().scale() / 2;
    float[] exact = new float[full.dimension()];
    float[] coded = new float[full.dimension()];
    for (int row = 0; row < full.size(); row++) {
      full.embedding(row, exact);
      compact.embedding(row, coded);
      for (int k = 0; k < exact.length; k++) {
        assertThat(Math.abs(coded[k] - exact[k])).isLessThanOrEqualTo(half * 1.0001f);
      }
    }
  }

  /** Of the twenty best rows at least eighteen are the same, and the best is among the two best. */
  @Test
  void rankingsAreThoseOfTheFullIndexButForNeighboursInRank() {
    List<QueryRepresentation> queries = new ArrayList<>();
    for (int seed = 0; seed < 30; seed++) {
      queries.add(RandomQNets.of(full.dimension(), seed));
    }
    List<List<SearchHit>> expected = scan(full, queries);
    List<List<SearchHit>> found = scan(compact, queries);
    for (int i = 0; i < queries.size(); i++) {
      Set<Integer> same = rows(expected.get(i));
      same.retainAll(rows(found.get(i)));
      assertThat(same).hasSizeGreaterThanOrEqualTo(18);
      assertThat(rows(found.get(i).subList(0, 2))).contains(expected.get(i).getFirst().row());
    }
  }

  private static List<List<SearchHit>> scan(EmbeddedRows rows, List<QueryRepresentation> queries) {
    try (ExactSearch search = new ExactSearch(rows, 2)) {
      return search.search(queries, 20);
    }
  }

  private static Set<Integer> rows(List<SearchHit> hits) {
    Set<Integer> rows = new HashSet<>();
    hits.forEach(hit -> rows.add(hit.row()));
    return rows;
  }

  @Test
  void everySearchAnswersAndGivesTheScoresOfTheScan() {
    int all = compact.size();
    for (SearchStrategy strategy :
        List.of(
            new SearchStrategy.Graph(new GraphWalk(all, 50, 8, 8)),
            new SearchStrategy.Greedy(new GreedyWalk(all, 50, 16, true)),
            new SearchStrategy.TwoStage(Candidates.DEFAULTS))) {
      for (int seed = 0; seed < 5; seed++) {
        QueryRepresentation net = RandomQNets.of(compact.dimension(), seed);
        SearchQuery query = SearchQuery.of(net, "substance " + seed);
        float[] scores = Scorers.of(net).score(compact.packed());
        try (ConceptSearch search = new ConceptSearch(compact, strategy, 2)) {
          FoundConcepts found = search.search(List.of(query), 10).getFirst();
          assertThat(found.hits()).hasSize(10);
          found.hits().forEach(hit -> assertThat(hit.score()).isEqualTo(scores[hit.number()]));
        }
      }
    }
  }

  @Test
  void walksGatherTheCodesThemselves() {
    GatheredRows gathered = compact.gather(20);
    assertThat(gathered)
        .isInstanceOfSatisfying(
            GatheredRows.Gathering.class,
            gathering ->
                assertThat(gathering.items())
                    .extracting(GatheredItems::storage)
                    .isEqualTo(ItemStorage.INT8));
    BitSet kept = new BitSet();
    kept.set(0, 40);
    EmbeddedRows part =
        compact.restrictedTo(Set.of(new ConceptId("C7"), new ConceptId("C250")), kept);
    GatheredRows ofPart = part.gather(4);
    ofPart.add(1);
    int whole = row(part.row(1).name());
    gathered.add(3);
    gathered.add(whole);
    float[] expected = new float[compact.dimension()];
    compact.embedding(whole, expected);
    for (int k = 0; k < expected.length; k++) {
      assertThat(gathered.block().value(1, k)).isEqualTo(expected[k]);
      assertThat(ofPart.block().value(0, k)).isEqualTo(expected[k]);
      assertThat(packedValue(whole, k)).isEqualTo(expected[k]);
    }
  }

  private static int row(String name) {
    for (int row = 0; row < compact.size(); row++) {
      if (compact.row(row).name().equals(name)) {
        return row;
      }
    }
    throw new AssertionError("no row " + name);
  }

  private static float packedValue(int row, int coordinate) {
    ItemBlock block = compact.packed().blocks().get(row / PackedItems.BLOCK);
    return block.value(row % PackedItems.BLOCK, coordinate);
  }

  @Test
  void partsScoreAsTheWholeDoes() {
    EmbeddedRows part =
        compact.restrictedTo(Set.of(new ConceptId("C7"), new ConceptId("C250")), new BitSet());
    QueryRepresentation net = RandomQNets.of(compact.dimension(), 3);
    float[] whole = Scorers.of(net).score(compact.packed());
    assertThat(part.size()).isEqualTo(4);
    scan(part, List.of(net))
        .getFirst()
        .forEach(hit -> assertThat(hit.score()).isEqualTo(whole[row(part.row(hit.row()).name())]));
  }

  @Test
  void rowsAndLookUpsByNameAreThoseOfTheFullIndex() {
    assertThat(compact.branches()).isEqualTo(full.branches());
    for (int row = 0; row < full.size(); row += 7) {
      IndexRow same = full.row(row);
      assertThat(compact.row(row)).isEqualTo(same);
      NormalForm form = NormalForm.of(same.name().toUpperCase(Locale.ROOT));
      assertThat(compact.lexicon().sameForm(form))
          .contains(row)
          .isEqualTo(full.lexicon().sameForm(form));
      assertThat(compact.lexicon().sameBag(form)).isEqualTo(full.lexicon().sameBag(form));
      assertThat(compact.lexicon().lookAlikes(same.name(), 9))
          .isEqualTo(full.lexicon().lookAlikes(same.name(), 9));
    }
    assertThat(compact.lexicon().sameForm(NormalForm.of("nothing like it"))).isEmpty();
  }

  @Test
  void panelsAreLaidOutOnceForAllThreads()
      throws IOException, InterruptedException, ExecutionException {
    try (EmbeddingIndex fresh = EmbeddingIndex.open(folder.resolve("compact"));
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<PackedItems> ask = fresh::packed;
      Set<PackedItems> laidOut = new HashSet<>();
      for (Future<PackedItems> answer : threads.invokeAll(Collections.nCopies(12, ask))) {
        laidOut.add(answer.get());
      }
      assertThat(laidOut).hasSize(1);
    }
  }

  @Test
  void theMetadataSayWhichAndEmbeddingsLieThereOnce() throws IOException {
    assertThat(compact.metadata().contents().compact()).isTrue();
    assertThat(compact.metadata().files()).doesNotContainKey(IndexFiles.PACKED);
    assertThat(Files.readString(folder.resolve("compact").resolve(IndexFiles.METADATA)))
        .contains("\"version\" : 4", "\"compact\" : true");
    assertThat(full.metadata().codes()).isEmpty();
    try (EmbeddingIndex again = NamesIndex.buildCompact(folder.resolve("again"), CONCEPTS)) {
      assertThat(again.metadata().embeddingsSha256())
          .isEqualTo(compact.metadata().embeddingsSha256())
          .isNotEqualTo(full.metadata().embeddingsSha256());
    }
  }

  @Test
  void indexesOfBeforeThereWereCompactOnesOpen() throws IOException {
    Path directory = folder.resolve("older");
    NamesIndex.build(directory, 3).close();
    Path file = directory.resolve(IndexFiles.METADATA);
    Files.writeString(file, Files.readString(file).replace("  \"compact\" : false,\n", ""));
    assertThat(Files.readString(file)).doesNotContain("compact");
    try (EmbeddingIndex older = EmbeddingIndex.open(directory)) {
      assertThat(older.packed().size()).isEqualTo(6);
    }
  }

  @Test
  void compactIndexesHaveBytesOnly() {
    assertThatThrownBy(
            () ->
                new IndexContents(
                    RowKind.NAME, true, ItemStorage.FLOAT16, GraphSettings.DEFAULTS, 0, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a byte a coordinate");
  }
}
