package org.hyperlinker.linking.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A model with its index in one directory.
 *
 * @param directory where they lie
 */
public record Bundle(Path directory) {

  /** The folder of the model, which has only its exported graphs. */
  public static final String MODEL = "model";

  /** The folder of the index, with the rule and the calibration beside it. */
  public static final String INDEX = "index";

  /**
   * The bundle that the class path provides.
   *
   * @throws IOException saying how to make one, if there is none, or what is damaged
   */
  public static Bundle find() throws IOException {
    for (BundleProvider provider : ServiceLoader.load(BundleProvider.class)) {
      Optional<Path> directory = provider.directory();
      if (directory.isPresent()) {
        return new Bundle(directory.get());
      }
    }
    throw new IOException(
        "this build has no bundled model; give a model and an index (--model and --index), or make"
            + " a bundle with 'hyperlinker bundle' and put it on the class path with"
            + " hyperlinker-pretrained");
  }

  /** The directory of the model. */
  public Path model() {
    return directory.resolve(MODEL);
  }

  /** The directory of the index. */
  public Path index() {
    return directory.resolve(INDEX);
  }
}
