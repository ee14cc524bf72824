package org.hyperlinker.model.directory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hyperlinker.core.concurrent.Beside;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.token.Tokenizer;
import org.hyperlinker.model.weights.InMemoryWeights;
import org.hyperlinker.model.weights.SafeTensorsWriter;
import org.hyperlinker.model.weights.Tensor;
import org.hyperlinker.model.weights.WeightDigests;
import org.hyperlinker.model.weights.WeightFiles;
import org.hyperlinker.model.weights.Weights;

/**
 * A model on disk: {@code config.json}, {@code model.safetensors} (or shards), {@code
 * tokenizer.json} (or {@code vocab.txt}) and, unless it is an official checkpoint, {@code
 * hyperlinker.json}. A served model may have its exported graphs only, and the digests of its
 * weights in {@code weights.sha256}: what it is known by stays the same.
 *
 * <p>Safe for many threads until closed.
 */
public final class ModelDirectory implements AutoCloseable {

  private final DualEncoderConfig config;
  private final ModelSettings settings;
  private final Optional<Weights> weights;
  private final Tokenizer tokenizer;
  private final String fingerprint;

  private ModelDirectory(
      DualEncoderConfig config,
      ModelSettings settings,
      Optional<Weights> weights,
      Tokenizer tokenizer,
      String fingerprint) {
    this.config = config;
    this.settings = settings;
    this.weights = weights;
    this.tokenizer = tokenizer;
    this.fingerprint = fingerprint;
  }

  /**
   * Opens a model and checks that its files fit each other. Reads the weights once, for the
   * fingerprint, beside everything else.
   *
   * @throws ModelFileException if a file is missing or broken, a tensor has another name or shape
   *     than the configuration says, or the tokenizer has ids without embedding
   */
  public static ModelDirectory open(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new ModelFileException(directory, "no such model directory");
    }
    if (!Files.isRegularFile(directory.resolve(ConfigJson.FILE))) {
      throw new ModelFileException(directory, "not a model directory: no " + ConfigJson.FILE);
    }
    try (Beside<List<String>> digests = weightDigests(directory)) {
      Tokenizer tokenizer = Tokenizer.open(directory);
      try {
        Optional<Weights> weights =
            WeightDigests.standIn(directory)
                ? Optional.empty()
                : Optional.of(WeightFiles.open(directory));
        try {
          DualEncoderConfig config = config(directory, weights);
          TensorCheck.vocabulary(directory, tokenizer, config.bert());
          ModelSettings settings = SettingsJson.read(directory, config.bert());
          String fingerprint = fingerprint(digests.get(), config, settings, tokenizer);
          return new ModelDirectory(config, settings, weights, tokenizer, fingerprint);
        } catch (IOException | RuntimeException e) {
          weights.ifPresent(Weights::close);
          throw e;
        }
      } catch (IOException | RuntimeException e) {
        tokenizer.close();
        throw e;
      }
    }
  }

  /** Without weights the configuration must say every size itself. */
  private static DualEncoderConfig config(Path directory, Optional<Weights> weights)
      throws IOException {
    if (weights.isEmpty()) {
      try (Weights none = new InMemoryWeights(Map.of())) {
        return ConfigJson.read(directory, none);
      }
    }
    DualEncoderConfig config = ConfigJson.read(directory, weights.get());
    checkTensors(directory, config, weights.get());
    return config;
  }

  /**
   * Writes a model directory, whole or not at all. A directory that was there is replaced.
   *
   * @param tensors those of {@link ModelTensors#of(DualEncoderConfig)}; a shared encoder's may be
   *     given under the query's prefix only, and are written under both as the official code does
   * @param tokenizer stays open
   * @throws IllegalArgumentException if the parts do not fit each other
   */
  public static void write(
      Path directory,
      DualEncoderConfig config,
      ModelSettings settings,
      Map<String, Tensor> tensors,
      Tokenizer tokenizer)
      throws IOException {
    SortedMap<String, Tensor> all = new TreeMap<>(tensors);
    if (config.sharedEncoder()) {
      tensors.forEach(
          (name, tensor) -> {
            if (name.startsWith(ModelTensors.QUERY_TRANSFORMER)) {
              all.putIfAbsent(itemName(name), tensor);
            }
          });
    }
    try (Weights weights = new InMemoryWeights(all)) {
      TensorCheck.check(directory, ModelTensors.of(config), weights, unused());
      TensorCheck.vocabulary(directory, tokenizer, config.bert());
    } catch (ModelFileException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    SettingsJson.checkLengths(settings, config.bert());
    AtomicFiles.writeDirectory(
        directory,
        partial -> {
          text(partial.resolve(ConfigJson.FILE), ConfigJson.write(config));
          text(partial.resolve(SettingsJson.FILE), SettingsJson.write(settings));
          tokenizer.save(partial);
          SafeTensorsWriter.write(
              partial.resolve(WeightFiles.SINGLE), all, SafeTensorsWriter.PYTORCH);
        });
  }

  /** The architecture. */
  public DualEncoderConfig config() {
    return config;
  }

  /** How the model wants its texts. */
  public ModelSettings settings() {
    return settings;
  }

  /**
   * The tensors under their official names. With a shared encoder the names under {@link
   * ModelTensors#ITEM_TRANSFORMER} may be missing. Closed with this directory.
   *
   * @throws IllegalStateException if the model has only its exported graphs
   */
  public Weights weights() {
    return weights.orElseThrow(
        () ->
            new IllegalStateException(
                "this model has no weights, only its exported graphs; it can be served by ONNX"
                    + " Runtime, but not trained, exported or served by libtorch"));
  }

  /** From texts to ids. Closed with this directory. */
  public Tokenizer tokenizer() {
    return tokenizer;
  }

  /**
   * SHA-256 of all that decides the model's output: weight files, architecture, tokenizer and
   * settings, but not where the model comes from.
   */
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public void close() {
    weights.ifPresent(Weights::close);
    tokenizer.close();
  }

  private static void checkTensors(Path directory, DualEncoderConfig config, Weights weights)
      throws ModelFileException {
    SortedMap<String, long[]> expected = new TreeMap<>(ModelTensors.of(config));
    boolean itemsLeftOut =
        weights.names().stream().noneMatch(name -> name.startsWith(ModelTensors.ITEM_TRANSFORMER));
    if (config.sharedEncoder() && itemsLeftOut) {
      expected.keySet().removeIf(name -> name.startsWith(ModelTensors.ITEM_TRANSFORMER));
    }
    TensorCheck.check(directory, expected, weights, unused());
  }

  /** Parts of BERT that the official checkpoints hold but no model here reads. */
  private static Predicate<String> unused() {
    return name -> name.contains(".transformer.pooler.") || name.endsWith(".position_ids");
  }

  private static String itemName(String queryName) {
    return ModelTensors.ITEM_TRANSFORMER
        + queryName.substring(ModelTensors.QUERY_TRANSFORMER.length());
  }

  /** They take as long as all else that a model needs to be opened. */
  private static Beside<List<String>> weightDigests(Path directory) {
    return Beside.begin("weight-digests", () -> WeightDigests.of(directory), _ -> {});
  }

  private static String fingerprint(
      List<String> weightDigests,
      DualEncoderConfig config,
      ModelSettings settings,
      Tokenizer tokenizer) {
    List<String> parts = new ArrayList<>(weightDigests);
    parts.add(Sha256.of(ConfigJson.write(config)));
    parts.add(tokenizer.sha256());
    parts.add(Sha256.of(SettingsJson.decisiveText(settings)));
    return Sha256.of(String.join("\n", parts));
  }

  private static void text(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
