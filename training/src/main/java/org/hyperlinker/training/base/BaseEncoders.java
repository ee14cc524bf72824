package org.hyperlinker.training.base;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hyperlinker.model.directory.PretrainedBert;
import org.hyperlinker.model.token.Tokenizer;

/** Finds the encoder that a model name means. */
public final class BaseEncoders {

  private BaseEncoders() {}

  /** The encoders that come with Maven artifacts as an ONNX file and a tokenizer.json. */
  private enum Bundled {
    MINILM("all-MiniLM-L6-v2", "sentence-transformers", "all-minilm-l6-v2"),
    BGE("bge-small-en-v1.5", "BAAI", "bge-small-en-v1.5"),
    E5("e5-small-v2", "intfloat", "e5-small-v2");

    private final String alias;
    private final String owner;
    private final String resource;

    Bundled(String alias, String owner, String resource) {
      this.alias = alias;
      this.owner = owner;
      this.resource = resource;
    }

    private boolean isNamed(String name) {
      return name.equals(alias) || name.equals(owner + "/" + alias);
    }
  }

  /**
   * Opens a base encoder. Nothing is fetched from a network.
   *
   * @param nameOrPath {@code all-MiniLM-L6-v2}, {@code bge-small-en-v1.5} or {@code e5-small-v2},
   *     with or without their owners on the Hugging Face hub, or a Hugging Face BERT directory
   * @return to be closed by the caller
   * @throws IOException if it is neither, listing the names, or the directory is broken
   */
  public static PretrainedBert resolve(String nameOrPath) throws IOException {
    Optional<Bundled> bundled =
        Arrays.stream(Bundled.values()).filter(known -> known.isNamed(nameOrPath)).findFirst();
    if (bundled.isPresent()) {
      return open(bundled.get());
    }
    if (isDirectory(nameOrPath)) {
      return PretrainedBert.open(Path.of(nameOrPath));
    }
    throw new IOException(
        "no base encoder '"
            + nameOrPath
            + "': neither a directory nor one of "
            + Arrays.stream(Bundled.values())
                .map(known -> known.alias)
                .collect(Collectors.joining(", "))
            + "; models are not fetched from a hub: download its config.json, model.safetensors and"
            + " tokenizer.json into a directory and give that directory's path");
  }

  private static boolean isDirectory(String path) {
    try {
      return !path.isBlank() && Files.isDirectory(Path.of(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static PretrainedBert open(Bundled bundled) throws IOException {
    OnnxBert onnx;
    try (InputStream stream = resource(bundled, bundled.resource + ".onnx")) {
      onnx = OnnxBert.read(bundled.alias, stream);
    }
    try (InputStream stream = resource(bundled, bundled.resource + "-tokenizer.json")) {
      Tokenizer tokenizer = Tokenizer.open(stream.readAllBytes());
      return new PretrainedBert(onnx.config(), onnx.weights(), tokenizer, Optional.empty());
    }
  }

  private static InputStream resource(Bundled bundled, String name) throws IOException {
    InputStream stream = BaseEncoders.class.getResourceAsStream("/" + name);
    if (stream == null) {
      throw new IOException(
          "base encoder "
              + bundled.alias
              + " is not on the class path: no "
              + name
              + "; add the artifact dev.langchain4j:langchain4j-embeddings-"
              + bundled.resource.replace("v1.5", "v15"));
    }
    return stream;
  }
}
