package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.ReaderContract;

/** The contract for readers of documents. */
abstract class DocumentReaderContract extends ReaderContract {

  abstract DocumentReader reader();

  @Override
  protected Reading read(Path file) throws IOException {
    List<Document> documents = new ArrayList<>();
    Ledger ledger = reader().read(file, documents::add);
    return new Reading(documents, Optional.of(ledger));
  }

  List<Document> documents() throws IOException {
    return Corpora.read(resource(fixture())).documents();
  }
}
