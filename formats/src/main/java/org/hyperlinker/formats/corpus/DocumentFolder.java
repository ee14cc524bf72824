package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.io.AtomicFiles;

/** Writes a folder of files named after documents, whole or not at all. */
final class DocumentFolder {

  private DocumentFolder() {}

  /** What writes the files of one document. */
  @FunctionalInterface
  interface Filling {
    void write(Document document, Path folder, String name) throws IOException;
  }

  /**
   * Writes the folder.
   *
   * @throws IllegalArgumentException naming the document, if two would have the same files; or if
   *     there is a file of this name, or a folder with files that would not be written anew
   */
  static void write(Path folder, Iterable<Document> documents, Filling filling) throws IOException {
    if (Files.isRegularFile(folder)) {
      throw new IllegalArgumentException(folder + " is a file; name a folder to write");
    }
    Set<String> names = new HashSet<>();
    AtomicFiles.writeDirectory(
        folder,
        partial -> {
          for (Document document : documents) {
            String name = FileNames.of(document.id());
            // Some file systems do not tell capitals from small letters.
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
              throw new IllegalArgumentException(
                  "two documents are called " + document.id() + "; their files would be the same");
            }
            filling.write(document, partial, name);
          }
          requireAllReplaced(folder, partial);
        });
  }

  /** The folder is replaced as a whole, which must cost nobody files of another origin. */
  private static void requireAllReplaced(Path folder, Path partial) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (Files.notExists(partial.resolve(name))) {
          throw new IllegalArgumentException(
              folder + " has other files, such as " + name + "; name a new folder");
        }
      }
    }
  }
}
