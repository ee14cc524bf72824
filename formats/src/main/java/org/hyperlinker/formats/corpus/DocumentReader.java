package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.Ledger;

/** Reads the documents of one corpus format, one at a time. Stateless and thread-safe. */
public interface DocumentReader {

  /**
   * Hands every document of a file, gzipped or plain, to the sink, in file order.
   *
   * @return how many documents were read and what was skipped
   * @throws org.hyperlinker.formats.FormatException with file and line, if the file breaks its
   *     format or holds no document; documents before the fault have reached the sink by then
   */
  Ledger read(Path file, Consumer<Document> sink) throws IOException;
}
