package org.hyperlinker.model.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hyperlinker.model.ModelFileException;

/** The weight files of a Hugging Face style model directory. */
public final class WeightFiles {

  /** The file of an unsharded model. */
  public static final String SINGLE = "model.safetensors";

  /** The file that names the shards of a sharded model. */
  public static final String INDEX = "model.safetensors.index.json";

  private WeightFiles() {}

  /**
   * Opens {@code model.safetensors}, or the shards of {@code model.safetensors.index.json}.
   *
   * @throws ModelFileException if there is neither, saying how to convert a pickle if there is one
   */
  public static Weights open(Path modelDirectory) throws IOException {
    return Files.isRegularFile(modelDirectory.resolve(SINGLE))
        ? SafeTensors.open(modelDirectory.resolve(SINGLE))
        : ShardedWeights.open(index(modelDirectory));
  }

  /**
   * The files that {@link #open} would read tensors from, in a fixed order.
   *
   * @throws ModelFileException as {@link #open}
   */
  public static List<Path> list(Path modelDirectory) throws IOException {
    return Files.isRegularFile(modelDirectory.resolve(SINGLE))
        ? List.of(modelDirectory.resolve(SINGLE))
        : ShardedWeights.files(index(modelDirectory));
  }

  private static Path index(Path modelDirectory) throws IOException {
    if (!Files.isDirectory(modelDirectory)) {
      throw new ModelFileException(modelDirectory, "no such model directory");
    }
    Path index = modelDirectory.resolve(INDEX);
    if (Files.isRegularFile(index)) {
      return index;
    }
    Optional<String> pickle = pickle(modelDirectory);
    if (pickle.isPresent()) {
      throw new ModelFileException(
          modelDirectory,
          "only a pickle ("
              + pickle.get()
              + "), which can run code when read; convert it in that directory with: python -c"
              + " \"import glob, torch, safetensors.torch; w = {k: v.clone().contiguous() for f in"
              + " glob.glob('pytorch_model*.bin') for k, v in torch.load(f, map_location='cpu',"
              + " weights_only=True).items()}; safetensors.torch.save_file(w, '"
              + SINGLE
              + "', {'format': 'pt'})\"");
    }
    throw new ModelFileException(modelDirectory, "no weights", SINGLE + " or " + INDEX, "neither");
  }

  private static Optional<String> pickle(Path modelDirectory) throws IOException {
    try (Stream<Path> files = Files.list(modelDirectory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("pytorch_model") && name.endsWith(".bin"))
          .sorted()
          .findFirst();
    }
  }
}
