package org.hyperlinker.search.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.model.qnet.Similarity;
import org.hyperlinker.search.ExactSearch;
import org.hyperlinker.search.NamesIndex;
import org.hyperlinker.search.RandomQNets;
import org.hyperlinker.search.SearchHit;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.VectorGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphSearchTest {

  private static final int CONCEPTS = 600;

  @TempDir static Path folder;
  private static EmbeddingIndex index;

  @BeforeAll
  static void build() throws IOException {
    index = NamesIndex.build(folder.resolve("index"), CONCEPTS);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static List<SearchHit> exact(QueryRepresentation query, int k) {
    try (ExactSearch search = new ExactSearch(index, 1)) {
      return search.search(List.of(query), k).getFirst();
    }
  }

  @Test
  void aBeamOfAllRowsFindsWhatTheExactSearchFinds() {
    GraphSearch search = new GraphSearch(index, new GraphWalk(index.size(), 50, 4, 0));
    for (int seed = 0; seed < 5; seed++) {
      QNet net = RandomQNets.of(index.dimension(), seed);
      FoundRows found = search.find(SearchQuery.of(net, ""), 10);
      assertFoundInExactOrder(found, net);
    }
  }

  @Test
  void scoresThatAreAllNegativeAreNeitherClippedNorDropped() {
    QNet net = negative();
    List<SearchHit> best = exact(net, 10);
    assertThat(best.getFirst().score()).isNegative();
    FoundRows found =
        new GraphSearch(index, new GraphWalk(index.size(), 50, 4, 0))
            .find(SearchQuery.of(net, ""), 10);
    assertFoundInExactOrder(found, net);
    assertThat(found.hits()).allMatch(hit -> hit.score() < 0);
  }

  /** A few nodes of a graph are nobody's neighbour; all others are met by so wide a beam. */
  private static void assertFoundInExactOrder(FoundRows found, QueryRepresentation query) {
    assertThat(found.hits()).hasSizeGreaterThan(index.size() * 97 / 100);
    Set<SearchHit> met = Set.copyOf(found.hits());
    assertThat(found.hits())
        .containsExactlyElementsOf(
            exact(query, index.size()).stream().filter(met::contains).toList());
  }

  /**
   * Without normalisation, every output of the hidden layer is positive and every weight negative.
   */
  private static QNet negative() {
    QNet drawn = RandomQNets.of(index.dimension(), 11);
    float[] last = drawn.weights().getLast().clone();
    for (int i = 0; i < last.length; i++) {
      last[i] = -Math.abs(last[i]) - 1;
    }
    float[] bias = new float[last.length];
    Arrays.fill(bias, 100);
    return new QNet(
        new QNetConfig(
            drawn.config().vectorDimensions(),
            drawn.config().activation(),
            false,
            0.1,
            false,
            false,
            false,
            true),
        List.of(drawn.weights().getFirst(), last),
        List.of(bias));
  }

  @Test
  void aNarrowBeamScoresFewerRowsAndStillFindsTheNearest() {
    GraphSearch search = new GraphSearch(index, new GraphWalk(40, 100, 4, 0));
    int right = 0;
    for (int i = 0; i < 50; i++) {
      QueryRepresentation query =
          NamesIndex.MODEL.encodeQueries(List.of("substance " + 11 * i)).getFirst();
      FoundRows found = search.find(SearchQuery.of(query, ""), 1);
      assertThat(found.rowsScored()).isLessThan(index.size());
      right += found.hits().getFirst().equals(exact(query, 1).getFirst()) ? 1 : 0;
    }
    assertThat(right).isGreaterThan(44);
  }

  @Test
  void misspeltNamesAreFoundByTrigramsAndOthersByWords() {
    assertThat(index.row(index.lexicon().relatives("substance 17", 1)[0]).name())
        .isEqualTo("substance 17");
    int[] misspelt = index.lexicon().relatives("substanze", 3);
    assertThat(misspelt).isNotEmpty().isEqualTo(index.lexicon().lookAlikes("substanze", 3));
  }

  @Test
  void namesThatLookLikeTheMentionAreStarts() {
    SearchQuery query =
        new SearchQuery(RandomQNets.of(index.dimension(), 3), "Substance, 17", Optional.empty());
    assertThat(index.row(index.lexicon().lookAlikes("SUBSTANCE-17", 1)[0]).name())
        .isEqualTo("substance 17");
    GraphSearch search = new GraphSearch(index, new GraphWalk(1, 1, 1, 8));
    assertThat(search.find(query, 1).rowsScored()).isGreaterThan(9);
  }

  @Test
  void twoStagesScoreCandidatesOnlyAndSayWhatTheyLack() {
    QueryRepresentation net = RandomQNets.of(index.dimension(), 5);
    TwoStageSearch names = new TwoStageSearch(index, new Candidates(0, 20));
    FoundRows found = names.find(SearchQuery.of(net, "agent77 acid"), 5);
    assertThat(found.rowsScored()).isEqualTo(20);
    assertThat(found.hits()).hasSize(20);
    assertThat(exact(net, index.size())).containsAll(found.hits());
    assertThat(found.hits()).anyMatch(hit -> index.row(hit.row()).name().equals("agent77 acid"));
    assertThatThrownBy(() -> names.find(SearchQuery.of(net, ""), 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("text");
    TwoStageSearch nearest = new TwoStageSearch(index, new Candidates(30, 0));
    QueryVector vector =
        (QueryVector) NamesIndex.MODEL.encodeQueries(List.of("substance 5")).getFirst();
    FoundRows near = nearest.find(new SearchQuery(net, "", Optional.of(vector)), 5);
    assertThat(near.hits()).hasSize(30);
    assertThat(near.hits()).anyMatch(hit -> index.row(hit.row()).name().equals("substance 5"));
  }

  @Test
  void aThinSampleIsFollowedDownLevelByLevel() {
    VectorGraph graph = index.graph();
    VectorGraph.Sample top = graph.sample(1);
    VectorGraph.Sample dense = graph.sample(index.size());
    assertThat(top.level()).isGreaterThan(dense.level());
    assertThat(dense.level()).isEqualTo(1);
    QueryRepresentation net = RandomQNets.of(index.dimension(), 8);
    RowScorer scorer = new RowScorer(net, index);
    int[] starts = Arrays.copyOf(top.rows(), dense.rows().length);
    Arrays.fill(starts, top.rows()[0]);
    int[] found = graph.descend(scorer, top, starts, 1);
    assertThat(Arrays.stream(found).boxed())
        .isSubsetOf(Arrays.stream(dense.rows()).boxed().toList())
        .doesNotHaveDuplicates();
    assertThat(found).hasSizeGreaterThan(dense.rows().length * 9 / 10);
    float[] scores = scorer.score(found);
    for (int i = 1; i < found.length; i++) {
      assertThat(scores[i]).isLessThanOrEqualTo(scores[i - 1]);
    }
    int scored = scorer.scored();
    assertThat(graph.descend(scorer, dense, starts, 1)).isSameAs(starts);
    assertThat(graph.descend(scorer, top, starts, index.size())).isSameAs(starts);
    assertThat(scorer.scored()).isEqualTo(scored);
  }

  @Test
  void queriesOfAnotherWidthAreRefused() {
    QueryVector wide = new QueryVector(new float[3], Similarity.COSINE);
    GraphSearch search = new GraphSearch(index, GraphWalk.DEFAULTS);
    assertThatThrownBy(() -> search.find(SearchQuery.of(wide, ""), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("same model");
  }
}
