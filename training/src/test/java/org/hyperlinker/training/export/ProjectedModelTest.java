package org.hyperlinker.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hyperlinker.training.export.Agreement.alike;
import static org.hyperlinker.training.export.Agreement.numbers;
import static org.hyperlinker.training.export.Agreement.same;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hyperlinker.model.directory.ModelDirectory;
import org.hyperlinker.model.directory.ModelTensors;
import org.hyperlinker.model.directory.Pooling;
import org.hyperlinker.model.directory.PretrainedBert;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.onnx.OnnxModel;
import org.hyperlinker.model.onnx.Precision;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.qnet.Similarity;
import org.hyperlinker.model.scoring.PlainQNetScorer;
import org.hyperlinker.model.weights.Tensor;
import org.hyperlinker.training.TinyEncoder;
import org.hyperlinker.training.TrainedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Models with projected embeddings: libtorch, ONNX Runtime and plain Java agree within {@value
 * Agreement#TOLERANCE} of the largest magnitude (at least 1); with 8 bits the cosine with the exact
 * numbers is at least {@value Agreement#INT8_COSINE}.
 */
class ProjectedModelTest {

  private static final int WIDTH = 6;
  private static final List<String> TEXTS =
      List.of("heart attack", "pain", "acute renal failure and chronic pain", "high blood");

  @TempDir private Path folder;

  /**
   * A kind of model.
   *
   * @param qNet empty for a bi-encoder
   * @param shared whether there is one transformer
   */
  record Kind(Optional<QNetConfig> qNet, boolean shared) {}

  static Stream<Kind> kinds() {
    Optional<QNetConfig> qNet = Optional.of(QNetConfig.of(List.of(WIDTH, 8, 1)));
    return Stream.of(
        new Kind(qNet, true),
        new Kind(qNet, false),
        new Kind(Optional.empty(), true),
        new Kind(Optional.empty(), false));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isServedAlike(Kind kind) throws IOException {
    Path model = write("model", WIDTH, kind);
    OnnxExport.write(
        model, EnumSet.allOf(Precision.class), QuantisedParts.DEFAULT, (done, total) -> {});
    try (LinkingModel exact = TrainedModel.open(model, 1);
        LinkingModel single = OnnxModel.open(model, Precision.FP32, 1);
        LinkingModel rounded = OnnxModel.open(model, Precision.INT8, 1)) {
      List<float[]> items = List.of(exact.encodeItems(TEXTS));
      assertThat(items).allSatisfy(item -> assertThat(item).hasSize(WIDTH));
      assertThat(List.of(exact.dimension(), single.dimension(), rounded.dimension()))
          .containsOnly(WIDTH);
      same(items, List.of(single.encodeItems(TEXTS)));
      alike(items, List.of(rounded.encodeItems(TEXTS)));
      List<float[]> queries = numbers(exact.encodeQueries(TEXTS));
      same(queries, numbers(single.encodeQueries(TEXTS)));
      alike(queries, numbers(rounded.encodeQueries(TEXTS)));
      for (QueryRepresentation query : single.encodeQueries(TEXTS)) {
        if (query instanceof QNet net) {
          double[] item = new double[WIDTH];
          for (int at = 0; at < WIDTH; at++) {
            item[at] = items.getFirst()[at];
          }
          assertThat(new PlainQNetScorer(net).score(item)).isFinite();
        }
      }
    }
  }

  @Test
  void itemsAreTheProductWithThePooledOnes() throws IOException {
    Path narrow = write("narrow", WIDTH, new Kind(Optional.empty(), true));
    Path wide;
    try (PretrainedBert base = PretrainedBert.open(folder.resolve("base"))) {
      wide = TestModels.biEncoder(folder.resolve("wide"), base, Pooling.MEAN, true);
    }
    try (LinkingModel projected = TrainedModel.open(narrow, 1);
        LinkingModel whole = TrainedModel.open(wide, 1);
        ModelDirectory directory = ModelDirectory.open(narrow)) {
      Tensor projection = directory.weights().tensor(ModelTensors.ITEM_PROJECTION);
      List<float[]> expected = products(projection, whole.encodeItems(TEXTS));
      same(expected, List.of(projected.encodeItems(TEXTS)));
      same(expected, numbers(projected.encodeQueries(TEXTS)));
    }
  }

  @Test
  void aQNetSeesProjectedItemsOfLengthOne() throws IOException {
    Kind kind = new Kind(Optional.of(QNetConfig.of(List.of(WIDTH, 8, 1))), true);
    try (LinkingModel model = TrainedModel.open(write("model", WIDTH, kind), 1)) {
      assertThat(model.settings().similarity()).isEqualTo(Similarity.COSINE);
      for (float[] item : model.encodeItems(TEXTS)) {
        assertThat(product(item, item)).isBetween(1 - 1e-5, 1 + 1e-5);
      }
    }
  }

  private Path write(String name, int width, Kind kind) throws IOException {
    try (PretrainedBert base = PretrainedBert.open(TinyEncoder.write(folder.resolve("base")))) {
      return TestModels.narrow(folder.resolve(name), base, width, kind.qNet(), kind.shared());
    }
  }

  private static List<float[]> products(Tensor matrix, float[][] rows) {
    List<float[]> products = new ArrayList<>();
    int hidden = (int) matrix.shape()[1];
    for (float[] row : rows) {
      float[] product = new float[(int) matrix.shape()[0]];
      for (int at = 0; at < product.length * hidden; at++) {
        product[at / hidden] += matrix.values()[at] * row[at % hidden];
      }
      products.add(product);
    }
    return products;
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int at = 0; at < a.length; at++) {
      sum += (double) a[at] * b[at];
    }
    return sum;
  }
}
