package org.hyperlinker.pretrained;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hyperlinker.core.io.Sha256;

/** A bundle's files in a directory. */
public final class BundleFiles {

  private BundleFiles() {}

  /**
   * Compares every byte of a bundle with its manifest.
   *
   * @return the manifest
   * @throws IOException naming a file that is missing, damaged or too many
   */
  public static BundleManifest check(Path directory) throws IOException {
    BundleManifest manifest = manifest(directory);
    requireSizes(directory, manifest);
    SortedMap<String, BundleManifest.Content> found = contents(directory);
    for (Map.Entry<String, BundleManifest.Content> file : found.entrySet()) {
      BundleManifest.Content expected = manifest.files().get(file.getKey());
      if (!file.getValue().equals(expected)) {
        throw new IOException(
            directory.resolve(file.getKey())
                + ": "
                + (expected == null ? "not part of the bundle" : "damaged: another SHA-256")
                + "; make the bundle again");
      }
    }
    return manifest;
  }

  /** That every file is there, in its size. */
  static void requireSizes(Path directory, BundleManifest manifest) throws IOException {
    for (Map.Entry<String, BundleManifest.Content> file : manifest.files().entrySet()) {
      Path path = directory.resolve(file.getKey());
      if (!Files.isRegularFile(path) || Files.size(path) != file.getValue().bytes()) {
        throw new IOException(
            path
                + ": missing or damaged, expected "
                + file.getValue().bytes()
                + " bytes; remove "
                + directory
                + ", or make the bundle again");
      }
    }
  }

  static BundleManifest manifest(Path directory) throws IOException {
    Path file = directory.resolve(BundleManifest.FILE);
    try {
      return BundleManifest.parse(file.toString(), Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new IOException(directory + " is no bundle: it has no " + BundleManifest.FILE, e);
    }
  }

  /** Every file but the manifest. */
  static SortedMap<String, BundleManifest.Content> contents(Path directory) throws IOException {
    SortedMap<String, BundleManifest.Content> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String path = directory.relativize(file).toString().replace('\\', '/');
        if (!path.equals(BundleManifest.FILE)) {
          contents.put(path, new BundleManifest.Content(Files.size(file), Sha256.of(file)));
        }
      }
    }
    return contents;
  }
}
