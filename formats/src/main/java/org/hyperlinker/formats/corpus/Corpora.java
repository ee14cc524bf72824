package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.Ledger;

/** Corpus files of any known format. */
public final class Corpora {

  private Corpora() {}

  /**
   * Reads a whole corpus file; its format is found out by its content.
   *
   * @throws org.hyperlinker.formats.FormatException with file and line, if the format is unknown or
   *     broken
   */
  public static CorpusFile read(Path file) throws IOException {
    List<Document> documents = new ArrayList<>();
    Ledger ledger = CorpusFormat.of(file).reader().read(file, documents::add);
    return new CorpusFile(documents, ledger);
  }
}
