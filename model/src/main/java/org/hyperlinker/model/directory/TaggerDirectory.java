package org.hyperlinker.model.directory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.json.JsonObject;
import org.hyperlinker.model.token.Tokenizer;
import org.hyperlinker.model.weights.InMemoryWeights;
import org.hyperlinker.model.weights.SafeTensorsWriter;
import org.hyperlinker.model.weights.Tensor;
import org.hyperlinker.model.weights.WeightDigests;
import org.hyperlinker.model.weights.WeightFiles;
import org.hyperlinker.model.weights.Weights;

/**
 * A tagger on disk: {@code config.json}, the tokenizer, the weights, and its graphs in {@code
 * onnx}. The weights may be left out, with their digests in their place. Safe for many threads
 * until closed.
 */
public final class TaggerDirectory implements AutoCloseable {

  private final TaggerConfig config;
  private final Tokenizer tokenizer;
  private final Optional<Weights> weights;
  private final String fingerprint;

  private TaggerDirectory(
      TaggerConfig config, Tokenizer tokenizer, Optional<Weights> weights, String fingerprint) {
    this.config = config;
    this.tokenizer = tokenizer;
    this.weights = weights;
    this.fingerprint = fingerprint;
  }

  /** Whether a tagger lies there; not whether it is whole. */
  public static boolean exists(Path directory) {
    return Files.isRegularFile(directory.resolve(ConfigJson.FILE));
  }

  /**
   * Opens a tagger.
   *
   * @throws ModelFileException if a file is missing or broken, or the files do not fit each other
   */
  public static TaggerDirectory open(Path directory) throws IOException {
    if (!exists(directory)) {
      throw new ModelFileException(
          directory,
          "no tagger: no " + ConfigJson.FILE + "; train one with 'hyperlinker train-detector'");
    }
    JsonObject json = JsonObject.read(directory.resolve(ConfigJson.FILE));
    if (!json.has(TaggerConfigJson.KEY)) {
      throw new ModelFileException(
          json.file(), "no tagger, but another model", "a key " + TaggerConfigJson.KEY, "none");
    }
    TaggerConfig config = TaggerConfigJson.read(json);
    List<String> digests = WeightDigests.of(directory);
    Tokenizer tokenizer = Tokenizer.open(directory);
    Optional<Weights> weights = Optional.empty();
    try {
      TensorCheck.vocabulary(directory, tokenizer, config.bert());
      if (!WeightDigests.standIn(directory)) {
        weights = Optional.of(WeightFiles.open(directory));
        TensorCheck.check(directory, config.tensors(), weights.get(), _ -> false);
      }
    } catch (IOException | RuntimeException e) {
      weights.ifPresent(Weights::close);
      tokenizer.close();
      throw e;
    }
    return new TaggerDirectory(config, tokenizer, weights, fingerprint(digests, config, tokenizer));
  }

  /**
   * Writes a tagger, whole or not at all. A directory that was there is replaced.
   *
   * @param tensors those of {@link TaggerConfig#tensors}
   * @param tokenizer stays open
   * @throws IllegalArgumentException if the parts do not fit each other
   */
  public static void write(
      Path directory, TaggerConfig config, Map<String, Tensor> tensors, Tokenizer tokenizer)
      throws IOException {
    try (Weights weights = new InMemoryWeights(tensors)) {
      TensorCheck.check(directory, config.tensors(), weights, _ -> false);
      TensorCheck.vocabulary(directory, tokenizer, config.bert());
    } catch (ModelFileException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    AtomicFiles.writeDirectory(
        directory,
        partial -> {
          Files.write(
              partial.resolve(ConfigJson.FILE),
              TaggerConfigJson.write(config).getBytes(StandardCharsets.UTF_8));
          tokenizer.save(partial);
          SafeTensorsWriter.write(
              partial.resolve(WeightFiles.SINGLE), tensors, SafeTensorsWriter.PYTORCH);
        });
  }

  private static String fingerprint(
      List<String> digests, TaggerConfig config, Tokenizer tokenizer) {
    List<String> parts = new ArrayList<>(digests);
    parts.add(Sha256.of(TaggerConfigJson.write(config)));
    parts.add(tokenizer.sha256());
    return Sha256.of(String.join("\n", parts));
  }

  /** What it is. */
  public TaggerConfig config() {
    return config;
  }

  /** From words to ids. Closed with this directory. */
  public Tokenizer tokenizer() {
    return tokenizer;
  }

  /**
   * The tensors. Closed with this directory.
   *
   * @throws IllegalStateException if the tagger has only its exported graphs
   */
  public Weights weights() {
    return weights.orElseThrow(
        () -> new IllegalStateException("this tagger has no weights, only its exported graphs"));
  }

  /** SHA-256 of all that decides its output, and of where it comes from. */
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public void close() {
    weights.ifPresent(Weights::close);
    tokenizer.close();
  }
}
