package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.link.Link;
import org.hyperlinker.linking.EntityLinker;
import org.hyperlinker.model.onnx.Precision;
import org.hyperlinker.pretrained.BundleManifest;
import org.hyperlinker.pretrained.ClasspathBundle;
import org.hyperlinker.training.export.OnnxExport;
import org.hyperlinker.training.export.QuantisedParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle of the rehearsal's model of random weights. */
class BundleTest {

  private static final String TEXT = "Dyskinesia under haloperidol.";

  @TempDir static Path folder;
  private static Path model;
  private static Path index;
  private static Path bundle;

  @BeforeAll
  static void lay() throws IOException {
    Rehearsal.prepare(folder);
    model = folder.resolve(Rehearsal.MODEL);
    index = folder.resolve("compact");
    bundle = folder.resolve("bundle");
    OnnxExport.write(
        model, EnumSet.allOf(Precision.class), QuantisedParts.DEFAULT, (done, total) -> {});
    CommandRun indexed =
        CommandRun.of(
            "index",
            "--compact",
            "--model",
            model,
            "--ontology",
            folder.resolve("desc2015-excerpt.xml.gz"),
            "--out",
            index);
    assertThat(indexed.code()).as(indexed.err()).isZero();
    CommandRun bundled =
        CommandRun.of(
            "bundle", "--model", model, "--index", index, "--out", bundle, "--made-by", "by hand");
    assertThat(bundled.code()).as(bundled.err()).isZero();
    assertThat(bundled.out()).contains("model/onnx/query_encoder.int8.onnx", "files,");
  }

  @Test
  void noFolderIsReplacedThatHoldsAnythingElse() {
    for (Path out : List.of(folder, model)) {
      CommandRun run = CommandRun.of("bundle", "--model", model, "--index", index, "--out", out);
      assertThat(run.complaint()).contains("is replaced as a whole");
    }
    CommandRun run = CommandRun.of("bundle", "--model", model, "--index", index, "--out", index);
    assertThat(run.code()).isEqualTo(1);
    assertThat(model.resolve("model.safetensors")).exists();
    assertThat(index.resolve("index.json")).exists();
  }

  @AfterEach
  void forget() {
    System.clearProperty(ClasspathBundle.PROPERTY);
  }

  @Test
  void whatIsNotNeededForLinkingIsLeftOut() throws IOException {
    assertThat(bundle.resolve("model/model.safetensors")).doesNotExist();
    assertThat(bundle.resolve("model/onnx")).isDirectoryNotContaining("glob:**item_encoder*");
    assertThat(bundle.resolve("model/weights.sha256")).exists();
    assertThat(Files.readString(bundle.resolve(BundleManifest.FILE)))
        .contains("\"command.01\" : \"by hand\"", "\"index_form\" : \"compact\"");
  }

  @Test
  void linkWithoutModelAndIndexUsesTheBundle() {
    System.setProperty(ClasspathBundle.PROPERTY, bundle.toString());
    CommandRun own =
        CommandRun.of(
            "link",
            "--model",
            model,
            "--index",
            index,
            "--runtime",
            "onnx-int8",
            "--text",
            TEXT,
            "--mention",
            "haloperidol");
    CommandRun bundled = CommandRun.of("link", "--text", TEXT, "--mention", "haloperidol");
    assertThat(bundled.err()).isEmpty();
    assertThat(bundled.code()).isZero();
    assertThat(bundled.out()).isEqualTo(own.out()).contains("haloperidol");
  }

  @Test
  void theLinkerOfTheLibraryOpensAndClosesIt() throws IOException {
    System.setProperty(ClasspathBundle.PROPERTY, bundle.toString());
    try (EntityLinker linker = EntityLinker.bundled()) {
      Link link = linker.link(TEXT, new Span(0, 10));
      assertThat(link.candidates()).hasSize(10);
    }
  }

  @Test
  void oneWithoutTheOtherIsWrongUsage() {
    for (String option : new String[] {"--model", "--index"}) {
      CommandRun run = CommandRun.of("link", option, model, "--text", TEXT, "--mention", "under");
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("--model and --index belong together");
    }
  }

  @Test
  void aBuildWithoutBundleSaysSoAndHowToMakeOne() throws IOException {
    assumeThat(new ClasspathBundle().directory()).isEmpty();
    CommandRun run = CommandRun.of("link", "--text", TEXT, "--mention", "under");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("this build has no bundled model", "hyperlinker bundle");
    assertThatThrownBy(EntityLinker::bundled).isInstanceOf(IOException.class);
  }

  @Test
  void libtorchCannotServeAModelWithoutWeights() {
    System.setProperty(ClasspathBundle.PROPERTY, bundle.toString());
    CommandRun run =
        CommandRun.of("link", "--runtime", "libtorch", "--text", TEXT, "--mention", "under");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("no weights, only its exported graphs");
  }

  @Test
  void anotherModelsIndexIsRefusedAndADamagedFileIsFound() throws IOException {
    Path other = folder.resolve("other");
    Files.createDirectories(other.resolve("onnx"));
    for (String file : new String[] {"config.json", "tokenizer.json", "tokenizer_config.json"}) {
      Files.copy(bundle.resolve("model").resolve(file), other.resolve(file));
    }
    String settings = Files.readString(bundle.resolve("model/hyperlinker.json"));
    Files.writeString(
        other.resolve("hyperlinker.json"), settings.replace("\"window\" : 0", "\"window\" : 8"));
    Files.copy(bundle.resolve("model/weights.sha256"), other.resolve("weights.sha256"));
    Files.copy(
        bundle.resolve("model/onnx/query_encoder.int8.onnx"),
        other.resolve("onnx/query_encoder.int8.onnx"));
    Path out = folder.resolve("refused");
    CommandRun refused = CommandRun.of("bundle", "--model", other, "--index", index, "--out", out);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("exported from another model");
    assertThat(out).doesNotExist();

    Path copy = folder.resolve("copy");
    CommandRun.of("bundle", "--model", model, "--index", index, "--out", copy);
    assertThat(CommandRun.of("bundle", "--check", copy).code()).isZero();
    Path config = copy.resolve("model/config.json");
    Files.writeString(config, Files.readString(config).replace('{', '['));
    CommandRun damaged = CommandRun.of("bundle", "--check", copy);
    assertThat(damaged.code()).isEqualTo(1);
    assertThat(damaged.err()).contains("model/config.json").contains("damaged");
  }
}
