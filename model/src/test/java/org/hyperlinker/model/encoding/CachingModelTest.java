package org.hyperlinker.model.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.model.qnet.Similarity;
import org.junit.jupiter.api.Test;

class CachingModelTest {

  private final List<List<String>> asked = new ArrayList<>();

  private final LinkingModel model =
      new LinkingModel() {
        @Override
        public ModelSettings settings() {
          return ModelSettings.PLAIN;
        }

        @Override
        public String fingerprint() {
          return "f00d";
        }

        @Override
        public int dimension() {
          return 100;
        }

        @Override
        public List<QueryRepresentation> encodeQueries(List<String> texts) {
          asked.add(texts);
          return texts.stream().map(text -> query(text)).toList();
        }

        @Override
        public float[][] encodeItems(List<String> texts) {
          return new float[texts.size()][100];
        }

        @Override
        public void close() {
          asked.add(List.of("closed"));
        }
      };

  private static QueryRepresentation query(String text) {
    float[] values = new float[100];
    values[0] = text.length();
    return new QueryVector(values, Similarity.COSINE);
  }

  @Test
  void equalTextsOfACallAndOfLaterCallsAreComputedOnce() {
    try (CachingModel caching = new CachingModel(model, CachingModel.DEFAULT_BYTES)) {
      List<QueryRepresentation> first = caching.encodeQueries(List.of("a", "bb", "a"));
      assertThat(first).extracting(q -> ((QueryVector) q).values()[0]).containsExactly(1f, 2f, 1f);
      assertThat(caching.encodeQueries(List.of("ccc", "bb")).getLast()).isSameAs(first.get(1));
      assertThat(asked).containsExactly(List.of("a", "bb"), List.of("ccc"));
      assertThat(caching.fingerprint()).isEqualTo("f00d");
    }
    assertThat(asked.getLast()).containsExactly("closed");
  }

  @Test
  void itForgetsWhatDoesNotFit() {
    try (CachingModel caching = new CachingModel(model, 2_000)) {
      for (int i = 0; i < 50; i++) {
        caching.encodeQueries(List.of("text " + i));
      }
      asked.clear();
      for (int i = 0; i < 50; i++) {
        caching.encodeQueries(List.of("text " + i));
      }
      assertThat(asked).hasSizeGreaterThanOrEqualTo(47);
    }
  }
}
