package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.corpus.Corpora;
import org.hyperlinker.formats.corpus.DocumentStream;
import org.hyperlinker.formats.io.StandardInput;

/**
 * What is linked: documents in memory, or those of a file, which are read as they are needed. A
 * file was gone through once by then, so that a fault in it comes before the first link.
 */
final class LinkInput implements AutoCloseable {

  private final long size;
  private final boolean marked;
  private final Optional<DocumentStream> file;
  private final List<Document> held;

  private LinkInput(long size, boolean marked, Optional<DocumentStream> file, List<Document> held) {
    this.size = size;
    this.marked = marked;
    this.file = file;
    this.held = held;
  }

  /** One document. */
  static LinkInput of(Document document) {
    return of(List.of(document));
  }

  private static LinkInput of(List<Document> documents) {
    boolean marked = documents.stream().flatMap(Document::mentions).findAny().isPresent();
    return new LinkInput(documents.size(), marked, Optional.empty(), documents);
  }

  /**
   * The documents of a file or folder; those of standard input, which can be read once, are held.
   *
   * @throws org.hyperlinker.formats.FormatException if it is broken
   */
  static LinkInput of(Path path) throws IOException {
    if (StandardInput.is(path)) {
      return of(Corpora.read(path).documents());
    }
    AtomicBoolean marked = new AtomicBoolean();
    Ledger ledger =
        Corpora.each(
            path,
            Optional.empty(),
            document -> {
              if (!marked.get() && document.mentions().findAny().isPresent()) {
                marked.set(true);
              }
            });
    DocumentStream stream = DocumentStream.open(path, Optional.empty());
    return new LinkInput(ledger.read(), marked.get(), Optional.of(stream), List.of());
  }

  /** How many documents there are. */
  long size() {
    return size;
  }

  /** Whether one of them has a mention. */
  boolean marked() {
    return marked;
  }

  /** The documents, once. */
  Stream<Document> documents() {
    return file.map(stream -> StreamSupport.stream(stream.spliterator(), false))
        .orElseGet(held::stream);
  }

  @Override
  public void close() {
    file.ifPresent(DocumentStream::close);
  }
}
