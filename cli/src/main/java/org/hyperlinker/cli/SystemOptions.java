package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.hyperlinker.linking.bundle.Bundle;
import picocli.CommandLine.Option;

/** {@code --model} and {@code --index}, which stand for the bundled ones where neither is given. */
final class SystemOptions {

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "The model. Default, without --index: the bundled one.")
  Path model;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "An index built with this model. Default, without --model: the bundled one.")
  Path index;

  /**
   * A model with its index.
   *
   * @param model its directory
   * @param index its directory
   */
  record Opened(Path model, Path index) {

    static Opened bundled() throws IOException {
      Bundle bundle = Bundle.find();
      return new Opened(bundle.model(), bundle.index());
    }
  }

  /** Those that were given, or the bundled ones; one without the other is wrong usage. */
  Opened directories(Verb verb) throws IOException {
    if ((model == null) != (index == null)) {
      throw verb.misuse(
          "--model and --index belong together; give both, or neither for the bundled model");
    }
    return model == null ? Opened.bundled() : new Opened(model, index);
  }
}
