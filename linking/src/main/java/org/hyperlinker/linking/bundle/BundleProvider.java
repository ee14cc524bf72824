package org.hyperlinker.linking.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Knows where a bundled model lies; found on the class path by {@link java.util.ServiceLoader}. */
public interface BundleProvider {

  /**
   * The directory of a bundle, which holds {@link Bundle#MODEL} and {@link Bundle#INDEX}. It may
   * have to be unpacked first.
   *
   * @return empty if this build has none
   * @throws IOException naming what is damaged or cannot be written
   */
  Optional<Path> directory() throws IOException;
}
