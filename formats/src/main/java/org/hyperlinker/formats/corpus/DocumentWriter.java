package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import org.hyperlinker.core.corpus.Document;

/** Writes documents in one corpus format. Stateless and thread-safe. */
public interface DocumentWriter {

  /**
   * Writes a file, whole or not at all; the same documents give the same bytes. A name that ends in
   * {@code .gz} is gzipped.
   *
   * @throws IllegalArgumentException naming the document, if the format cannot hold it
   * @throws IOException naming the file, if it cannot be written
   */
  void write(Path file, Iterable<Document> documents) throws IOException;
}
