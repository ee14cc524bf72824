package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.model.directory.BertConfig;
import org.hyperlinker.model.directory.ModelTensors;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.weights.SafeTensorsWriter;
import org.hyperlinker.model.weights.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code train-detector --base} with a tiny encoder, and what link and evaluate make of it. */
@ExtendWith(TinyPipeline.Shared.class)
class TaggerVerbTest {

  private static final String SENTENCE = "qq gave zz to all";

  @TempDir Path folder;
  private Path base;
  private Path corpus;

  @BeforeEach
  void write() throws IOException {
    base = tinyBert(folder.resolve("base"));
    StringBuilder documents = new StringBuilder();
    for (int i = 1; i <= 4; i++) {
      documents.append(
          """
          %1$d|t|qq gave zz to all
          %1$d|a|None had zz.
          %1$d\t0\t2\tqq\tChemical\tD000001
          %1$d\t8\t10\tzz\tDisease\tD000002
          %1$d\t27\t29\tzz\tDisease\tD000002

          """
              .formatted(i));
    }
    corpus = Files.writeString(folder.resolve("corpus.PubTator.txt"), documents);
  }

  private CommandRun train(Path index, Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of("train-detector", "--index", index, "--corpus", corpus, "--base", base));
    words.addAll(
        List.of(
            "--run",
            folder.resolve("run"),
            "--epochs",
            30,
            "--learning-rate",
            "5e-3",
            "--head-learning-rate",
            "5e-3",
            "--max-length",
            24,
            "--batch-size",
            4,
            "--hold-out",
            0.25,
            "--threads",
            1));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray());
  }

  @Test
  void aTaggerIsTrainedLaidBesideTheIndexUsedAndLeftOut(TinyPipeline tiny) throws IOException {
    Path index = TinyPipeline.copy(tiny.index(), folder.resolve("index"));
    CommandRun trained = train(index);
    assertThat(trained.code()).as(trained.err()).isZero();
    assertThat(trained.err()).contains("epoch 30: F1 1.0000 of span and type on 1 documents");
    assertThat(index.resolve("tagger/onnx/tagger.int8.onnx")).isNotEmptyFile();
    assertThat(index.resolve("tagger/model.safetensors")).doesNotExist();

    assertThat(link(tiny, index)).contains("\"qq\"").contains("\"zz\"");
    AtomicFiles.delete(index.resolve("tagger"));
    AtomicFiles.delete(index.resolve("detection.json"));
    assertThat(link(tiny, index)).doesNotContain("\"zz\"");
    Path tagger = folder.resolve("run/tagger");
    assertThat(link(tiny, index, "--tagger", tagger)).contains("\"zz\"");
    assertThat(link(tiny, tiny.index(), "--tagger", tagger)).contains("\"zz\"");
    assertThat(link(tiny, tiny.index(), "--no-tagger")).doesNotContain("\"zz\"");

    CommandRun measured =
        tiny.with(
                tiny.index(),
                List.of("evaluate", "--corpus", corpus, "--end-to-end"),
                "--tagger",
                tagger)
            .done();
    assertThat(measured.out()).containsPattern("found: span and type +12 +12 +1.0000");

    assertThat(train(index, "--seed", 7).complaint())
        .contains("belongs to a run with other settings or data");
  }

  private static String link(TinyPipeline tiny, Path index, Object... more) {
    return tiny.with(index, List.of("link", "--text", SENTENCE), more).done().out();
  }

  @Test
  void badArgumentsAreWrongUsage(TinyPipeline tiny) {
    for (Object[] arguments :
        List.of(
            new Object[] {"train-detector", "--corpus", corpus},
            new Object[] {"train-detector", "--corpus", corpus, "--base", base},
            new Object[] {"train-detector", "--corpus", corpus, "--run", folder},
            new Object[] {
              "train-detector", "--corpus", corpus, "--base", base, "--run", folder, "--epochs", 0
            })) {
      assertThat(CommandRun.of(arguments).code()).isEqualTo(2);
    }
    CommandRun both =
        tiny.with(
            tiny.index(), List.of("link", "--text", SENTENCE), "--no-tagger", "--tagger", folder);
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("give either --tagger or --no-tagger");
  }

  /** A BERT of one layer that reads letter by letter. */
  private static Path tinyBert(Path directory) throws IOException {
    List<String> words = new ArrayList<>(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"));
    for (char c = 'a'; c <= 'z'; c++) {
      words.add(Character.toString(c));
      words.add("##" + c);
    }
    words.add(".");
    Files.createDirectories(directory);
    Files.write(directory.resolve("vocab.txt"), words);
    Files.writeString(
        directory.resolve("config.json"),
        """
        {"model_type": "bert", "vocab_size": %d, "hidden_size": 16, "num_hidden_layers": 1,
         "num_attention_heads": 2, "intermediate_size": 32, "max_position_embeddings": 32,
         "hidden_dropout_prob": 0, "attention_probs_dropout_prob": 0}
        """
            .formatted(words.size()));
    BertConfig config =
        new BertConfig(words.size(), 16, 1, 2, 32, 32, 2, 1e-12, Activation.GELU, 0, 0, 0);
    Random random = new Random(7);
    Map<String, Tensor> tensors = new TreeMap<>();
    ModelTensors.of(config)
        .forEach(
            (name, shape) -> {
              int size = 1;
              for (long axis : shape) {
                size *= Math.toIntExact(axis);
              }
              float[] values = new float[size];
              for (int i = 0; i < values.length; i++) {
                values[i] =
                    name.endsWith("LayerNorm.weight") ? 1 : (float) (random.nextGaussian() * 0.3);
              }
              tensors.put(name, new Tensor(shape, values));
            });
    SafeTensorsWriter.write(
        directory.resolve("model.safetensors"), tensors, SafeTensorsWriter.PYTORCH);
    return directory;
  }
}
