package org.hyperlinker.server.system;

import java.io.IOException;
import java.nio.file.Path;

/** Opens a model with its index. */
@FunctionalInterface
public interface SystemOpener {

  /**
   * Opens both.
   *
   * @param model a model directory
   * @param index an index directory, built with this model
   * @throws IOException naming what cannot be read
   * @throws IllegalArgumentException if the two do not belong together
   */
  ServedSystem open(Path model, Path index) throws IOException;
}
