package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline by its commands, with embeddings narrower than the encoder. */
class NarrowEmbeddingsTest {

  private static final Path EXCERPTS = Path.of("src/main/resources/org/hyperlinker/cli/demo");
  private static final Path TRAIN = EXCERPTS.resolve("CDR_TrainingSet-excerpt.PubTator.txt");
  private static final Path TEST = EXCERPTS.resolve("CDR_DevelopmentSet-excerpt.PubTator.txt");

  @TempDir private Path folder;

  @Test
  void everyCommandTakesTheWidthFromTheModel() throws IOException {
    Path prepared = folder.resolve("prepared");
    done(
        "prepare",
        "--corpus",
        "train=" + TRAIN,
        "--ontology",
        EXCERPTS.resolve("desc2015-excerpt.xml.gz"),
        "--window",
        "0",
        "--item",
        "name",
        "--out",
        prepared);
    Files.copy(prepared.resolve("train.jsonl"), folder.resolve("examples.jsonl"));
    String demo = Files.readString(EXCERPTS.resolve("demo.yaml"));
    Path config =
        Files.writeString(
            folder.resolve("narrow.yaml"),
            demo.replace("@DIR@", folder.toString())
                .replace("@STEPS@", "2")
                .replace("per_device_train_batch_size: 32", "per_device_train_batch_size: 4")
                .replace("[384, 384, 1]", "[48, 48, 1]")
                .replace("hyperlinker:\n", "hyperlinker:\n  embedding_projection: 48\n"));
    assertThat(CommandRun.of("train", config).code()).isZero();
    Path model = folder.resolve("run").resolve("model");
    done("export", model, "--int8");
    Path index = folder.resolve("index");
    Path ontology = prepared.resolve("knowledge-base.jsonl.gz");
    assertThat(
            done(
                "index",
                "--model",
                model,
                "--ontology",
                ontology,
                "--rows",
                "concept",
                "--out",
                index))
        .contains("width 48");
    Object[] link = {
      "link",
      "--model",
      model,
      "--index",
      index,
      "--text",
      "Lidocaine-induced pain.",
      "--mention",
      "Lidocaine",
      "--top",
      "3",
      "--search",
      "exact",
      "--runtime",
      "libtorch"
    };
    String answer = done(link);
    assertThat(answer).contains("Lidocaine");
    for (String runtime : List.of("onnx", "onnx-int8")) {
      link[link.length - 1] = runtime;
      assertThat(done(link).lines()).hasSameSizeAs(answer.lines().toList());
    }
    link[link.length - 3] = "graph";
    done(link);
    assertThat(
            done(
                "evaluate",
                "--model",
                model,
                "--index",
                index,
                "--corpus",
                TEST,
                "--protocol",
                "full"))
        .contains("full");
    assertThat(
            done(
                "bench",
                "--part",
                "pipeline",
                "--system",
                "narrow=" + model + "," + index,
                "--corpus",
                TEST,
                "--threads",
                "1",
                "--queries",
                "2",
                "--bulk",
                "3",
                "--beams",
                "16",
                "--candidates",
                "50",
                "--warm-up",
                "1"))
        .contains("narrow, graph walk");
  }

  private static String done(Object... words) {
    CommandRun run = CommandRun.of(words);
    // On a slow machine progress is reported there too.
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }
}
