package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.corpus.Corpora;
import org.hyperlinker.formats.corpus.CorpusFile;
import org.hyperlinker.formats.corpus.CorpusFormat;
import org.hyperlinker.formats.corpus.DocumentStream;
import org.hyperlinker.formats.io.StandardInput;

/**
 * What is linked: documents in memory, or those of a file, which are read as they are needed. A
 * file was gone through once by then, so that a fault in it comes before the first link.
 */
final class LinkInput implements AutoCloseable {

  private final long size;
  private final long unmarked;
  private final Optional<Ledger> ledger;
  private final Optional<DocumentStream> file;
  private final List<Document> held;

  private LinkInput(
      long size,
      long unmarked,
      Optional<Ledger> ledger,
      Optional<DocumentStream> file,
      List<Document> held) {
    this.size = size;
    this.unmarked = unmarked;
    this.ledger = ledger;
    this.file = file;
    this.held = held;
  }

  /** One document. */
  static LinkInput of(Document document) {
    return of(List.of(document), Optional.empty());
  }

  private static LinkInput of(List<Document> documents, Optional<Ledger> ledger) {
    long unmarked = documents.stream().filter(LinkInput::unmarked).count();
    return new LinkInput(documents.size(), unmarked, ledger, Optional.empty(), documents);
  }

  private static boolean unmarked(Document document) {
    return document.mentions().findAny().isEmpty();
  }

  /**
   * The documents of a file or folder; those of standard input, which can be read once, are held.
   *
   * @param format empty if the file is to tell
   * @throws org.hyperlinker.formats.FormatException if it is broken
   */
  static LinkInput of(Path path, Optional<CorpusFormat> format) throws IOException {
    if (StandardInput.is(path)) {
      CorpusFile read = Corpora.read(path, format);
      return of(read.documents(), Optional.of(read.ledger()));
    }
    AtomicLong unmarked = new AtomicLong();
    Ledger ledger =
        Corpora.each(
            path,
            format,
            document -> {
              if (unmarked(document)) {
                unmarked.incrementAndGet();
              }
            });
    DocumentStream stream = DocumentStream.open(path, format);
    return new LinkInput(
        ledger.read(), unmarked.get(), Optional.of(ledger), Optional.of(stream), List.of());
  }

  /** How many documents there are. */
  long size() {
    return size;
  }

  /** How many of them have no mention. */
  long unmarked() {
    return unmarked;
  }

  /** Whether one of them has a mention. */
  boolean marked() {
    return unmarked < size;
  }

  /** What its reader read and left out, of a file. */
  Optional<Ledger> ledger() {
    return ledger;
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
