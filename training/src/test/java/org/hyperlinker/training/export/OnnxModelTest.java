package org.hyperlinker.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hyperlinker.training.export.Agreement.alike;
import static org.hyperlinker.training.export.Agreement.cosine;
import static org.hyperlinker.training.export.Agreement.numbers;
import static org.hyperlinker.training.export.Agreement.same;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.hyperlinker.model.directory.Pooling;
import org.hyperlinker.model.directory.PretrainedBert;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.onnx.EncoderRole;
import org.hyperlinker.model.onnx.OnnxGraphs;
import org.hyperlinker.model.onnx.OnnxModel;
import org.hyperlinker.model.onnx.Precision;
import org.hyperlinker.model.qnet.QueryVector;
import org.hyperlinker.training.TinyEncoder;
import org.hyperlinker.training.TrainedModel;
import org.hyperlinker.training.base.BaseEncoders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A model served by ONNX Runtime against the same model served by libtorch. Single precision: the
 * largest error of any number is {@value Agreement#TOLERANCE} of the largest magnitude (at least
 * 1). With 8 bits: cosine of at least {@value Agreement#INT8_COSINE} with the exact vector or
 * weights, and the item nearest to a query is one of the exact two nearest.
 */
class OnnxModelTest {

  private static final List<String> NAMES =
      List.of(
          "Myocardial Infarction",
          "Renal Insufficiency",
          "Hepatitis",
          "Aspirin",
          "Hypertension",
          "Cardiac Arrest",
          "Depressive Disorder, Major",
          "4-Benzoxazolecarboxylic acid, 5-(methylamino)-",
          "Seizures",
          "Pain, Postoperative");

  private static final List<String> QUERIES =
      List.of(
          "heart attack",
          "kidney failure [SEP] acute kidney failure after a contrast agent",
          "inflammation of the liver",
          "acetylsalicylic acid",
          "high blood pressure",
          "epileptic fits [SEP] epileptic fits were seen in 3 of 40 patients given the drug");

  @TempDir private Path folder;

  @Test
  void aHypencoderOfRealSizeIsServedAlike() throws IOException {
    Path model;
    try (PretrainedBert base = BaseEncoders.resolve("all-MiniLM-L6-v2")) {
      model = TestModels.hypencoder(folder.resolve("model"), base, 384, 16, 1);
    }
    export(model);
    try (LinkingModel exact = TrainedModel.open(model, 2);
        LinkingModel single = OnnxModel.open(model, Precision.FP32, 2);
        LinkingModel rounded = OnnxModel.open(model, Precision.INT8, 2)) {
      assertThat(single.fingerprint()).isEqualTo(exact.fingerprint());
      List<float[]> expected = numbers(exact.encodeQueries(QUERIES));
      same(expected, numbers(single.encodeQueries(QUERIES)));
      for (int at = 0; at < QUERIES.size(); at++) {
        same(
            expected.subList(at, at + 1),
            numbers(single.encodeQueries(QUERIES.subList(at, at + 1))));
      }
      same(List.of(exact.encodeItems(NAMES)), List.of(single.encodeItems(NAMES)));
      // The model's similarity is the cosine.
      for (float[] item : single.encodeItems(NAMES)) {
        assertThat(squares(item)).isCloseTo(1, Offset.offset(1e-5));
      }
      alike(expected, numbers(rounded.encodeQueries(QUERIES)));
      alike(List.of(exact.encodeItems(NAMES)), List.of(rounded.encodeItems(NAMES)));
    }
    assertThat(Files.size(OnnxGraphs.file(model, EncoderRole.QUERY, Precision.INT8)))
        .isLessThan(Files.size(OnnxGraphs.file(model, EncoderRole.QUERY, Precision.FP32)) / 2);
  }

  private static double squares(float[] vector) {
    return IntStream.range(0, vector.length).mapToDouble(i -> vector[i] * vector[i]).sum();
  }

  @Test
  void eightBitsRankAlike() throws IOException {
    Path model;
    try (PretrainedBert base = BaseEncoders.resolve("all-MiniLM-L6-v2")) {
      model = TestModels.biEncoder(folder.resolve("model"), base, Pooling.MEAN, true);
    }
    export(model);
    try (LinkingModel exact = TrainedModel.open(model, 2);
        LinkingModel rounded = OnnxModel.open(model, Precision.INT8, 2)) {
      List<float[]> items = List.of(exact.encodeItems(NAMES));
      List<float[]> roundedItems = List.of(rounded.encodeItems(NAMES));
      List<float[]> queries = numbers(exact.encodeQueries(QUERIES));
      List<float[]> roundedQueries = numbers(rounded.encodeQueries(QUERIES));
      alike(queries, roundedQueries);
      for (int at = 0; at < QUERIES.size(); at++) {
        assertThat(ranked(queries.get(at), items).subList(0, 2))
            .as(QUERIES.get(at))
            .contains(ranked(roundedQueries.get(at), roundedItems).getFirst());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"MEAN, true", "MEAN, false", "CLS, true", "CLS, false"})
  void aBiEncoderIsServedAlike(Pooling pooling, boolean shared) throws IOException {
    Path model;
    try (PretrainedBert base = PretrainedBert.open(TinyEncoder.write(folder.resolve("base")))) {
      model = TestModels.biEncoder(folder.resolve("model"), base, pooling, shared);
    }
    export(model);
    List<String> texts = List.of("heart attack", "pain", "acute renal failure and chronic pain");
    try (LinkingModel exact = TrainedModel.open(model, 1);
        LinkingModel single = OnnxModel.open(model, Precision.FP32, 1)) {
      assertThat(single.encodeQueries(texts).getFirst())
          .isInstanceOfSatisfying(
              QueryVector.class,
              vector -> assertThat(vector.similarity()).isEqualTo(exact.settings().similarity()));
      same(numbers(exact.encodeQueries(texts)), numbers(single.encodeQueries(texts)));
      same(List.of(exact.encodeItems(texts)), List.of(single.encodeItems(texts)));
      assertThat(single.encodeQueries(List.of())).isEmpty();
      assertThat(single.encodeItems(List.of())).isEmpty();
    }
  }

  @Test
  void manyThreadsGetTheirOwnAnswers()
      throws IOException, InterruptedException, ExecutionException {
    Path model;
    try (PretrainedBert base = PretrainedBert.open(TinyEncoder.write(folder.resolve("base")))) {
      model = TestModels.hypencoder(folder.resolve("model"), base, TinyEncoder.HIDDEN, 8, 1);
    }
    export(model);
    List<String> words = List.of("heart", "kidney failure", "acute pain low", "liver", "sodium");
    try (LinkingModel single = OnnxModel.open(model, Precision.FP32, 1);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<float[]> queries =
          words.stream().map(word -> numbers(single.encodeQueries(List.of(word))).get(0)).toList();
      List<Callable<float[]>> calls =
          IntStream.range(0, 200)
              .<Callable<float[]>>mapToObj(
                  at ->
                      () -> {
                        String word = words.get(at % words.size());
                        single.encodeItems(List.of(word, "blood pressure"));
                        return numbers(single.encodeQueries(List.of(word))).get(0);
                      })
              .toList();
      List<Future<float[]>> answers = threads.invokeAll(calls);
      for (int at = 0; at < answers.size(); at++) {
        assertThat(answers.get(at).get()).isEqualTo(queries.get(at % words.size()));
      }
    }
  }

  @Test
  void aClosedModelRefusesAndIsClosedAgainInVain() throws IOException {
    Path model;
    try (PretrainedBert base = PretrainedBert.open(TinyEncoder.write(folder.resolve("base")))) {
      model = TestModels.hypencoder(folder.resolve("model"), base, TinyEncoder.HIDDEN, 8, 1);
    }
    export(model);
    LinkingModel single = OnnxModel.open(model, Precision.FP32, 1);
    single.close();
    single.close();
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> single.encodeQueries(List.of("pain")),
            () -> single.encodeItems(List.of("pain")))) {
      assertThatThrownBy(call).isInstanceOf(IllegalStateException.class);
    }
  }

  private static void export(Path model) throws IOException {
    OnnxExport.write(
        model, EnumSet.allOf(Precision.class), QuantisedParts.DEFAULT, (done, total) -> {});
  }

  /** The places of the items, nearest first. */
  private static List<Integer> ranked(float[] query, List<float[]> items) {
    return IntStream.range(0, items.size())
        .boxed()
        .sorted(Comparator.comparingDouble(item -> -cosine(query, items.get(item))))
        .toList();
  }
}
