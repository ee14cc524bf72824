package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.Ledger;

/** Writes documents in one corpus format. Stateless and thread-safe. */
public interface DocumentWriter {

  /**
   * Writes a file, whole or not at all; the same documents give the same bytes. A name that ends in
   * {@code .gz} is gzipped. Formats with a file for each document write a folder.
   *
   * @return how many documents were written and what the format has no room for
   * @throws IllegalArgumentException naming the document, if the format cannot hold it
   * @throws IOException naming the file, if it cannot be written
   */
  Ledger write(Path file, Iterable<Document> documents) throws IOException;
}
