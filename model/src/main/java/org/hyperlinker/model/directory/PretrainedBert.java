package org.hyperlinker.model.directory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.json.JsonObject;
import org.hyperlinker.model.token.Tokenizer;
import org.hyperlinker.model.weights.RenamedWeights;
import org.hyperlinker.model.weights.Tensor;
import org.hyperlinker.model.weights.WeightFiles;
import org.hyperlinker.model.weights.Weights;

/**
 * A plain BERT encoder to start training from. Closing it closes its weights and its tokenizer.
 *
 * @param config the sizes
 * @param weights the tensors of {@link ModelTensors#of(BertConfig)}, and no others
 * @param tokenizer from texts to the encoder's ids
 * @param projection what a trained dual encoder learned to bring this encoder's pooled embeddings
 *     to fewer dimensions, {@code (width, hidden)}; empty where it learned none
 */
public record PretrainedBert(
    BertConfig config, Weights weights, Tokenizer tokenizer, Optional<Tensor> projection)
    implements AutoCloseable {

  /**
   * Opens a Hugging Face BERT directory. A prefix {@code bert.} is taken off, the old names {@code
   * gamma} and {@code beta} are read as {@code weight} and {@code bias}, and poolers and heads are
   * left out. Of a trained dual encoder it is the query encoder's transformer, so that one training
   * can begin where another ended.
   *
   * @throws ModelFileException if a file is missing or broken, or the files do not fit each other
   */
  public static PretrainedBert open(Path directory) throws IOException {
    Path configFile = directory.resolve(ConfigJson.FILE);
    JsonObject json = JsonObject.read(configFile);
    boolean dualEncoder = json.has("query_encoder_kwargs");
    Weights files = WeightFiles.open(directory);
    try {
      Optional<DualEncoderConfig> trained =
          dualEncoder ? Optional.of(ConfigJson.read(directory, files)) : Optional.empty();
      BertConfig config = trained.isPresent() ? trained.get().bert() : BertConfigJson.read(json);
      Weights weights =
          encoderOf(files, dualEncoder ? ModelTensors.QUERY_TRANSFORMER : prefix(files));
      TensorCheck.check(directory, ModelTensors.of(config), weights, name -> false);
      Optional<Tensor> projection =
          trained.isPresent() ? projection(directory, trained.get(), files) : Optional.empty();
      Tokenizer tokenizer = Tokenizer.open(directory);
      try {
        TensorCheck.vocabulary(directory, tokenizer, config);
      } catch (IOException | RuntimeException e) {
        tokenizer.close();
        throw e;
      }
      return new PretrainedBert(config, weights, tokenizer, projection);
    } catch (IOException | RuntimeException e) {
      files.close();
      throw e;
    }
  }

  @Override
  public void close() {
    weights.close();
    tokenizer.close();
  }

  /** That of the query transformer; a hypencoder with two transformers has only the items'. */
  private static Optional<Tensor> projection(
      Path directory, DualEncoderConfig config, Weights files) throws ModelFileException {
    if (config.embeddingProjection().isEmpty()
        || config.modelType() == ModelType.HYPENCODER && !config.sharedEncoder()) {
      return Optional.empty();
    }
    String name = ModelTensors.queryProjection(config);
    SortedMap<String, long[]> expected = new TreeMap<>();
    expected.put(name, ModelTensors.of(config).get(name));
    TensorCheck.check(directory, expected, files, other -> true);
    return Optional.of(files.tensor(name));
  }

  private static String prefix(Weights files) {
    return files.names().stream().anyMatch(name -> name.startsWith("bert.")) ? "bert." : "";
  }

  private static Weights encoderOf(Weights files, String prefix) {
    return new RenamedWeights(
        files,
        name -> {
          if (!name.startsWith(prefix)) {
            return Optional.empty();
          }
          String own =
              name.substring(prefix.length())
                  .replaceFirst("LayerNorm\\.gamma$", "LayerNorm.weight")
                  .replaceFirst("LayerNorm\\.beta$", "LayerNorm.bias");
          boolean encoder =
              own.startsWith("encoder.")
                  || own.startsWith("embeddings.") && !own.equals("embeddings.position_ids");
          return encoder ? Optional.of(own) : Optional.empty();
        });
  }
}
