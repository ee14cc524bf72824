package org.hyperlinker.pretrained;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.core.io.Sha256;

/**
 * Where bundles out of jars are unpacked, once for a user, each under the digest of its manifest.
 * Processes may come at the same time: each unpacks into a folder of its own, and the first rename
 * counts.
 */
final class BundleCache {

  /** The system property that names another place. */
  static final String PROPERTY = "hyperlinker.cache";

  private static final String UNPACKING = ".unpacking-";

  private final Path folder;

  BundleCache(Path folder) {
    this.folder = folder;
  }

  /** By the property, {@code XDG_CACHE_HOME}, or in the user's own folder. */
  static BundleCache ofUser() {
    String property = System.getProperty(PROPERTY, "");
    String xdg = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    Path usual = xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
    return new BundleCache(property.isBlank() ? usual.resolve("hyperlinker") : Path.of(property));
  }

  /** Where a bundle's files come from. */
  @FunctionalInterface
  interface Source {
    /** Opens a file of the bundle by its path in it. */
    InputStream open(String path) throws IOException;
  }

  /**
   * The directory of a bundle, unpacked by whoever comes first.
   *
   * @param json the manifest's bytes
   * @throws IOException if the source is damaged, or what was unpacked before was changed since
   */
  Path directory(byte[] json, Source source) throws IOException {
    BundleManifest manifest = BundleManifest.parse(BundleManifest.FILE, json);
    Path target = folder.resolve(BundleManifest.key(json));
    if (!Files.isDirectory(target)) {
      unpack(manifest, json, source, target);
    }
    BundleFiles.requireSizes(target, manifest);
    return target;
  }

  private void unpack(BundleManifest manifest, byte[] json, Source source, Path target)
      throws IOException {
    Files.createDirectories(folder);
    Path own = Files.createTempDirectory(folder, UNPACKING);
    try {
      for (Map.Entry<String, BundleManifest.Content> file : manifest.files().entrySet()) {
        Path path = own.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        try (InputStream stream = source.open(file.getKey())) {
          Files.copy(stream, path);
        }
        String found = Sha256.of(path);
        if (!found.equals(file.getValue().sha256())) {
          throw new IOException(
              "the bundled "
                  + file.getKey()
                  + " is damaged: expected SHA-256 "
                  + file.getValue().sha256()
                  + ", found "
                  + found
                  + "; get the program again");
        }
      }
      Files.write(own.resolve(BundleManifest.FILE), json);
      Files.move(own, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException e) {
      // Another process was faster.
    } catch (IOException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
    } finally {
      AtomicFiles.delete(own);
    }
  }
}
