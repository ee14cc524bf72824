package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
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
   * @throws IllegalArgumentException naming the document, if two would have the same files
   */
  static void write(Path folder, Iterable<Document> documents, Filling filling) throws IOException {
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
        });
  }
}
