package org.hyperlinker.search.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.NameKind;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.weights.SafeTensors;
import org.hyperlinker.search.ExactSearch;
import org.hyperlinker.search.SearchHit;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.index.EmbeddedRows;
import org.hyperlinker.search.index.IndexRow;
import org.hyperlinker.search.index.NeighbourGraph;
import org.junit.jupiter.api.Test;

/**
 * The official approximate search, item for item. {@code -Dhyperlinker.reference=DIR} names another
 * folder of reference cases.
 */
class GreedyReferenceTest {

  private static final float TOLERANCE = 1e-4f;

  @Test
  void theOfficialWalkAndTheOfficialExactSearchAreMet() throws IOException {
    Path folder =
        Path.of(
            System.getProperty("hyperlinker.reference", "src/test/resources/reference/hypencoder"));
    try (SafeTensors reference = SafeTensors.open(folder.resolve("graph_search.safetensors"))) {
      Map<String, String> metadata = reference.metadata();
      int k = Integer.parseInt(metadata.get("top_k"));
      Rows rows = new Rows(reference.floats("items"), width(reference));
      GreedySearch greedy =
          new GreedySearch(
              rows,
              new Neighbours(ints(reference, "neighbors"), rows.size()),
              new GreedyWalk(
                  Integer.parseInt(metadata.get("num_entry_points")),
                  Integer.parseInt(metadata.get("ncandidates")),
                  Integer.parseInt(metadata.get("max_iter")),
                  Boolean.parseBoolean(metadata.get("early_stop"))),
              ints(reference, "entry_points"));
      int queries = 0;
      for (; reference.names().contains("query." + queries + ".q_net.weight.0"); queries++) {
        String query = "query." + queries;
        QNet net = net(reference, query, metadata.get("converter_kwargs"));
        try (ExactSearch exact = new ExactSearch(rows, 1)) {
          same(reference, query + ".expected.exact", exact.search(List.of(net), k).getFirst());
        }
        GreedySearch.Explored walk = greedy.explore(SearchQuery.of(net, ""), k);
        same(reference, query + ".expected.walk", walk.found().hits());
        assertThat(walk.explored())
            .isEqualTo(ints(reference, query + ".expected.walk.explored")[0]);
      }
      assertThat(queries).isPositive();
    }
  }

  private static int width(SafeTensors reference) {
    return Math.toIntExact(reference.info("items").shape()[1]);
  }

  private static int[] ints(SafeTensors reference, String name) {
    return Arrays.stream(reference.longs(name)).mapToInt(Math::toIntExact).toArray();
  }

  private static void same(SafeTensors reference, String name, List<SearchHit> found) {
    assertThat(found.stream().mapToInt(SearchHit::row).toArray())
        .as(name)
        .containsExactly(ints(reference, name + ".ids"));
    float[] scores = reference.floats(name + ".scores");
    for (int i = 0; i < scores.length; i++) {
      assertThat(found.get(i).score()).isCloseTo(scores[i], within(TOLERANCE));
    }
  }

  private static QNet net(SafeTensors reference, String query, String kwargs) throws IOException {
    JsonNode converter = new ObjectMapper().readTree(kwargs);
    List<Integer> widths = new ArrayList<>();
    converter.get("vector_dimensions").forEach(width -> widths.add(width.asInt()));
    assertThat(converter.get("activation_type").asText()).isEqualTo("relu");
    QNetConfig config = QNetConfig.of(widths);
    List<float[]> weights = new ArrayList<>();
    for (int layer = 0; layer < config.weightLayers(); layer++) {
      weights.add(reference.floats(query + ".q_net.weight." + layer));
    }
    List<float[]> biases = new ArrayList<>();
    for (int layer = 0; layer < config.hiddenLayers(); layer++) {
      biases.add(reference.floats(query + ".q_net.bias." + layer));
    }
    return new QNet(config, Collections.unmodifiableList(weights), biases);
  }

  private record Rows(float[] items, int dimension) implements EmbeddedRows {

    @Override
    public int size() {
      return items.length / dimension;
    }

    @Override
    public IndexRow row(int row) {
      return new IndexRow(
          new ConceptId("I" + row), "item " + row, "item " + row, NameKind.PREFERRED);
    }

    @Override
    public void embedding(int row, float[] target) {
      System.arraycopy(items, row * dimension, target, 0, dimension);
    }
  }

  private record Neighbours(int[] numbers, int size) implements NeighbourGraph {

    @Override
    public int degree() {
      return numbers.length / size;
    }

    @Override
    public int neighbour(int row, int place) {
      return numbers[row * degree() + place];
    }
  }
}
