package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code pretrain}, {@code mine} and {@code score}, and a training that learns from them. */
@ExtendWith(TinyPipeline.Shared.class)
class RecipeVerbsTest {

  @Test
  void minesScoresAndLearnsFromBoth(TinyPipeline tiny, @TempDir Path folder) throws IOException {
    Path mined = folder.resolve("mined.jsonl");
    Path scored = folder.resolve("scored.jsonl.gz");
    CommandRun mining =
        CommandRun.of(
            "mine",
            "--model",
            tiny.model(),
            "--index",
            tiny.index(),
            "--ontology",
            tiny.knowledgeBase(),
            "--examples",
            tiny.prepared().resolve("train.jsonl"),
            "--negatives",
            "4",
            "--limit",
            "20",
            "--out",
            mined);
    mining.done();
    assertThat(mining.out())
        .contains("20 examples of ")
        .containsPattern("negatives: \\d+ nearest, \\d+ lexical, \\d+ hierarchy, \\d+ confusions");
    CommandRun scoring =
        CommandRun.of(
            "score",
            "--model",
            tiny.model(),
            "--model",
            tiny.model(),
            "--examples",
            mined,
            "--out",
            scored);
    scoring.done();
    assertThat(scoring.out()).contains("20 examples").contains("spread within queries");
    String demo = Files.readString(TinyPipeline.EXCERPTS.resolve("demo.yaml"));
    Path config =
        Files.writeString(
            folder.resolve("distilled.yaml"),
            demo.replace("@DIR@/examples.jsonl", scored.toString())
                .replace("@DIR@/run", folder.resolve("distilled").toString())
                .replace("@STEPS@", "1")
                .replace("label_key: null", "label_key: score")
                .replace("num_negatives_to_sample: 0", "num_negatives_to_sample: 4")
                .replace("[cross_entropy]", "[cross_entropy, margin_mse]")
                .replace(
                    "- use_in_batch_negatives: true",
                    "- use_in_batch_negatives: true\n    - scale: 0.1")
                .replace("per_device_train_batch_size: 32", "per_device_train_batch_size: 4"));
    CommandRun training = CommandRun.of("train", config);
    assertThat(training.code()).as(training.err()).isZero();
    assertThat(folder.resolve("distilled/model/model.safetensors")).isNotEmptyFile();
  }

  @Test
  void pretrains(TinyPipeline tiny, @TempDir Path folder) {
    Path out = folder.resolve("pretrained");
    CommandRun run =
        CommandRun.of(
            "pretrain",
            "--ontology",
            tiny.knowledgeBase(),
            "--name-pairs",
            "1",
            "--steps",
            "1",
            "--batch",
            "4",
            "--loss",
            "multi_similarity",
            "--out",
            out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains(out.resolve("model").toString());
    assertThat(out.resolve("pretrain.yaml")).content().contains("multi_similarity");
    assertThat(out.resolve("pairs").resolve("names.jsonl")).isNotEmptyFile();
  }
}
