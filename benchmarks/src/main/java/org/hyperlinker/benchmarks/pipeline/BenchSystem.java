package org.hyperlinker.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import org.hyperlinker.model.encoding.LinkingModel;

/**
 * A model with its index.
 *
 * @param name for the tables
 * @param runtime what runs the encoders, for the tables
 * @param model its directory
 * @param index a directory built with it
 * @param opener how the model is opened
 */
public record BenchSystem(String name, String runtime, Path model, Path index, ModelOpener opener) {

  /** Opens a model. */
  @FunctionalInterface
  public interface ModelOpener {
    /**
     * Opens it; the caller closes it.
     *
     * @param threads of the runtime
     */
    LinkingModel open(Path model, int threads) throws IOException;
  }

  LinkingModel openModel(int threads) throws IOException {
    return opener.open(model, threads);
  }
}
