package org.hyperlinker.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.hyperlinker.core.io.Sha256;

/** Whether the files of an index are those that its {@code index.json} speaks of. */
final class IndexIntegrity {

  private IndexIntegrity() {}

  static IndexMetadata metadata(Path directory) throws IOException {
    try {
      return MetadataFile.read(directory.resolve(IndexFiles.METADATA));
    } catch (NoSuchFileException e) {
      throw new IOException(
          directory + " is no index: it has no " + IndexFiles.METADATA + "; build one first", e);
    }
  }

  /** That every file is there, in its size. */
  static void requireSizes(Path directory, IndexMetadata metadata) throws IOException {
    Path generation = directory.resolve(metadata.generation());
    for (Map.Entry<String, IndexMetadata.Content> entry : metadata.files().entrySet()) {
      Path file = generation.resolve(entry.getKey());
      long bytes = entry.getValue().bytes();
      if (!Files.isRegularFile(file)) {
        throw IndexFiles.fault(file, "missing", bytes + " bytes", "no file");
      }
      if (Files.size(file) != bytes) {
        throw IndexFiles.fault(file, "another size", bytes + " bytes", Files.size(file));
      }
    }
  }

  /** That every byte is as it was written, of {@code index.json} too. */
  static void requireDigests(Path directory, IndexMetadata metadata) throws IOException {
    MetadataFile.check(directory.resolve(IndexFiles.METADATA));
    requireSizes(directory, metadata);
    Path generation = directory.resolve(metadata.generation());
    for (Map.Entry<String, IndexMetadata.Content> entry : metadata.files().entrySet()) {
      Path file = generation.resolve(entry.getKey());
      String found = Sha256.of(file);
      if (!found.equals(entry.getValue().sha256())) {
        throw IndexFiles.fault(file, "damaged: another SHA-256", entry.getValue().sha256(), found);
      }
    }
  }
}
