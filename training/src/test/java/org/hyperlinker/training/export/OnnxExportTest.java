package org.hyperlinker.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.directory.Pooling;
import org.hyperlinker.model.directory.PretrainedBert;
import org.hyperlinker.model.onnx.EncoderRole;
import org.hyperlinker.model.onnx.OnnxGraphs;
import org.hyperlinker.model.onnx.OnnxModel;
import org.hyperlinker.model.onnx.Precision;
import org.hyperlinker.training.TinyEncoder;
import org.hyperlinker.training.TrainedModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxExportTest {

  @TempDir private Path folder;
  private Path model;

  @BeforeEach
  void writeModel() throws IOException {
    try (PretrainedBert base = PretrainedBert.open(TinyEncoder.write(folder.resolve("base")))) {
      model = TestModels.hypencoder(folder.resolve("model"), base, TinyEncoder.HIDDEN, 8, 1);
    }
  }

  @Test
  void onlyWhatWasAskedForIsThere() throws IOException {
    assertThat(OnnxGraphs.exist(model, Precision.FP32)).isFalse();
    List<Path> files = export(EnumSet.of(Precision.FP32));
    assertThat(files).hasSize(2).allMatch(Files::isRegularFile);
    assertThat(OnnxGraphs.exist(model, Precision.FP32)).isTrue();
    assertThat(OnnxGraphs.exist(model, Precision.INT8)).isFalse();
    assertThatThrownBy(() -> OnnxModel.open(model, Precision.INT8, 1))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("query_encoder.int8.onnx")
        .hasMessageContaining("export the model");
  }

  @Test
  void anExportOfOtherWeightsIsRefused() throws IOException {
    export(EnumSet.of(Precision.FP32));
    Path other;
    try (PretrainedBert base = PretrainedBert.open(folder.resolve("base"))) {
      other = TestModels.biEncoder(folder.resolve("other"), base, Pooling.CLS, true);
    }
    Files.move(model.resolve(OnnxGraphs.FOLDER), other.resolve(OnnxGraphs.FOLDER));
    String own;
    try (TrainedModel trained = TrainedModel.open(other, 1)) {
      own = trained.fingerprint();
    }
    assertThatThrownBy(() -> OnnxModel.open(other, Precision.FP32, 1))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("exported from another model")
        .hasMessageContaining("expected " + own);
  }

  @Test
  void aGraphInTheWrongPlaceIsRefused() throws IOException {
    export(EnumSet.allOf(Precision.class));
    Files.copy(
        OnnxGraphs.file(model, EncoderRole.ITEM, Precision.INT8),
        OnnxGraphs.file(model, EncoderRole.ITEM, Precision.FP32),
        StandardCopyOption.REPLACE_EXISTING);
    try (OnnxModel opened = OnnxModel.open(model, Precision.FP32, 1)) {
      assertThatThrownBy(() -> opened.encodeItems(List.of("pain")))
          .hasRootCauseInstanceOf(ModelFileException.class)
          .hasMessageContaining("another precision");
    }
  }

  @Test
  void aCutFileIsRefused() throws IOException {
    export(EnumSet.of(Precision.FP32));
    Path file = OnnxGraphs.file(model, EncoderRole.QUERY, Precision.FP32);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> OnnxModel.open(model, Precision.FP32, 1))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("query_encoder.onnx")
        .hasMessageContaining("export the model again");
  }

  @Test
  void aFailedExportLeavesTheEarlierOne() throws IOException {
    export(EnumSet.of(Precision.FP32));
    assertThatThrownBy(
            () ->
                OnnxExport.write(
                    model,
                    EnumSet.of(Precision.INT8),
                    QuantisedParts.DEFAULT,
                    (done, total) -> {
                      throw new IllegalStateException("stopped after " + done);
                    }))
        .hasMessage("stopped after 1");
    assertThat(OnnxGraphs.exist(model, Precision.FP32)).isTrue();
    assertThat(OnnxGraphs.exist(model, Precision.INT8)).isFalse();
    assertThat(partials()).isEmpty();
  }

  @Test
  void aKilledExportLeavesNothingHalfWritten() throws IOException, InterruptedException {
    killExport();
    assertThat(OnnxGraphs.exist(model, Precision.FP32)).isFalse();
    assertThat(model.resolve(OnnxGraphs.FOLDER)).doesNotExist();
    export(EnumSet.of(Precision.FP32));
    assertServes();
  }

  @Test
  void aKilledExportLeavesTheEarlierOneAndTheNextRemovesWhatItLeft()
      throws IOException, InterruptedException {
    export(EnumSet.of(Precision.FP32));
    FileTime written = written();
    killExport();
    assertThat(written()).isEqualTo(written);
    assertServes();
    assertThat(partials()).hasSize(1);
    export(EnumSet.of(Precision.FP32));
    assertThat(partials()).isEmpty();
    assertServes();
  }

  private FileTime written() throws IOException {
    return Files.getLastModifiedTime(OnnxGraphs.file(model, EncoderRole.QUERY, Precision.FP32));
  }

  private List<Path> partials() throws IOException {
    try (Stream<Path> files = Files.list(model)) {
      return files.filter(file -> file.toString().endsWith(".partial")).toList();
    }
  }

  private void assertServes() throws IOException {
    try (OnnxModel opened = OnnxModel.open(model, Precision.FP32, 1)) {
      assertThat(opened.encodeItems(List.of("pain"))).hasDimensions(1, TinyEncoder.HIDDEN);
    }
  }

  private void killExport() throws IOException, InterruptedException {
    Process export =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledExport.class.getName(),
                model.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertThat(export.waitFor())
        .as(Files.readString(folder.resolve("log")))
        .isEqualTo(KilledExport.CODE);
  }

  private List<Path> export(Set<Precision> precisions) throws IOException {
    return OnnxExport.write(model, precisions, QuantisedParts.ALL, (done, total) -> {});
  }
}
