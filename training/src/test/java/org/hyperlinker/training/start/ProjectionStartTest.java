package org.hyperlinker.training.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.hyperlinker.model.directory.ModelDirectory;
import org.hyperlinker.model.directory.ModelTensors;
import org.hyperlinker.model.directory.Pooling;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.qnet.QNetConfig;
import org.hyperlinker.model.weights.Tensor;
import org.hyperlinker.training.TinyEncoder;
import org.hyperlinker.training.network.Torch;
import org.hyperlinker.training.plan.HeadStart;
import org.hyperlinker.training.plan.ModelPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the projection of a new network begins with. */
class ProjectionStartTest {

  private static final int WIDTH = 6;
  private static final List<String> SAMPLE =
      List.of("heart attack", "kidney failure", "pain", "acute pain", "high blood pressure");

  @TempDir private Path folder;
  private final NDManager manager = Torch.newManager(1);
  private Path base;

  @BeforeEach
  void writeBase() throws IOException {
    base = TinyEncoder.write(folder.resolve("base"));
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void directionsAreOrthogonalAndFallInMoment() {
    float[][] sample = {{3, 0, 0}, {-3, 0, 0}, {0, 0, 2}, {0, 1, 0}};
    Tensor leading = PrincipalDirections.of(sample, 3).leading(2);
    assertThat(leading.shape()).containsExactly(2, 3);
    assertThat(leading.values()[0] * leading.values()[0]).isCloseTo(1, Offset.offset(1e-6f));
    assertThat(leading.values()[5] * leading.values()[5]).isCloseTo(1, Offset.offset(1e-6f));
  }

  @Test
  void itsRowsArePrincipalDirections() throws IOException {
    try (NewNetwork made = build(plan(base, Optional.empty(), bi(false)))) {
      Map<String, Tensor> tensors = made.network().tensors();
      Tensor items = tensors.get(ModelTensors.ITEM_PROJECTION);
      assertThat(items.shape()).containsExactly(WIDTH, TinyEncoder.HIDDEN);
      // The queries', a matrix of its own, begins alike, so that both sides meet.
      assertThat(tensors.get(ModelTensors.QUERY_PROJECTION).values()).isEqualTo(items.values());
      for (int a = 0; a < WIDTH; a++) {
        for (int b = 0; b < WIDTH; b++) {
          assertThat(product(items, a, b)).isCloseTo(a == b ? 1 : 0, Offset.offset(1e-5));
        }
      }
    }
  }

  @Test
  void aTrainedBasesProjectionIsTakenOverIfItHasTheWidth() throws IOException {
    Path trained = folder.resolve("trained");
    Tensor learned;
    try (NewNetwork made = build(plan(base, Optional.empty(), bi(true)))) {
      Map<String, Tensor> tensors = made.network().tensors();
      assertThat(tensors).doesNotContainKey(ModelTensors.QUERY_PROJECTION);
      float[] values = tensors.get(ModelTensors.ITEM_PROJECTION).values().clone();
      values[0] += 0.5f;
      learned = new Tensor(new long[] {WIDTH, TinyEncoder.HIDDEN}, values);
      tensors.put(ModelTensors.ITEM_PROJECTION, learned);
      ModelDirectory.write(trained, made.config(), settings(), tensors, made.tokenizer());
    }
    QNetConfig gated =
        new QNetConfig(List.of(WIDTH, 8, 1), Activation.RELU, false, 0, false, false, false, false);
    try (NewNetwork made = build(plan(trained, Optional.of(gated), bi(true)))) {
      assertThat(made.network().tensors().get(ModelTensors.ITEM_PROJECTION).values())
          .isEqualTo(learned.values());
    }
    try (NewNetwork made =
        build(plan(trained, Optional.empty(), new Form(true, OptionalInt.of(WIDTH - 1))))) {
      assertThat(made.network().tensors().get(ModelTensors.ITEM_PROJECTION).shape())
          .containsExactly(WIDTH - 1, TinyEncoder.HIDDEN);
    }
    assertThatThrownBy(
            () ->
                build(
                    plan(
                        Optional.of(trained),
                        trained,
                        Optional.empty(),
                        new Form(true, OptionalInt.of(4)))))
        .hasMessageContaining("embedding_projection")
        .hasMessageContaining("expected 4, found 6");
    assertThatThrownBy(
            () -> build(plan(Optional.of(trained), trained, Optional.of(gated), bi(true))))
        .hasMessageContaining("vector_dimensions")
        .hasMessageContaining("expected [6, 8, 1], found no q-net");
  }

  /**
   * What differs between these networks.
   *
   * @param shared whether there is one transformer
   * @param projection the width
   */
  private record Form(boolean shared, OptionalInt projection) {}

  private static Form bi(boolean shared) {
    return new Form(shared, OptionalInt.of(WIDTH));
  }

  private NewNetwork build(ModelPlan plan) throws IOException {
    return NewNetwork.build(plan, SAMPLE, 3, manager);
  }

  private static ModelPlan plan(Path base, Optional<QNetConfig> qNet, Form form) {
    return plan(Optional.empty(), base, qNet, form);
  }

  private static ModelPlan plan(
      Optional<Path> checkpoint, Path base, Optional<QNetConfig> qNet, Form form) {
    return new ModelPlan(
        base.toString(),
        base.toString(),
        Optional.empty(),
        checkpoint,
        qNet,
        Pooling.MEAN,
        Pooling.MEAN,
        form.shared(),
        false,
        false,
        Optional.empty(),
        form.projection(),
        HeadStart.INNER_PRODUCT,
        true,
        OptionalDouble.empty(),
        settings());
  }

  private static ModelSettings settings() {
    ModelSettings plain = ModelSettings.PLAIN;
    return new ModelSettings(
        plain.query(), plain.item(), 16, 16, plain.similarity(), plain.provenance());
  }

  private static double product(Tensor rows, int a, int b) {
    int width = (int) rows.shape()[1];
    double sum = 0;
    for (int at = 0; at < width; at++) {
      sum += (double) rows.values()[a * width + at] * rows.values()[b * width + at];
    }
    return sum;
  }
}
