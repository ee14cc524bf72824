package org.hyperlinker.formats.corpus;

import java.util.List;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.Ledger;

/**
 * A corpus in memory.
 *
 * @param documents in file order
 * @param ledger what was read and skipped
 */
public record CorpusFile(List<Document> documents, Ledger ledger) {

  /** Copies the documents. */
  public CorpusFile {
    documents = List.copyOf(documents);
  }
}
