package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.Ledger;

/**
 * The documents of a corpus, read as they are asked for by a thread of their own, which is never
 * more than a few documents ahead. They can be gone through once, by one thread; a fault of the
 * file comes, as an {@link UncheckedIOException}, where its document would have come. Closing stops
 * the reading.
 */
public final class DocumentStream implements Iterable<Document>, AutoCloseable {

  private static final int AHEAD = 32;

  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(AHEAD);
  private final Thread reading;
  private volatile boolean closed;
  private boolean begun;
  private Ledger ledger;

  /** What the reading thread hands over. */
  private sealed interface Item {
    record Read(Document document) implements Item {}

    record End(Ledger ledger) implements Item {}

    record Failed(Throwable cause) implements Item {}
  }

  private DocumentStream(Path path, Optional<CorpusFormat> format) {
    this.reading =
        Thread.ofPlatform().daemon().name("read-documents").unstarted(() -> read(path, format));
  }

  /**
   * Begins to read a file, a folder or standard input, as {@link Corpora#read(Path, Optional)}
   * does.
   *
   * @param format empty to find it out by the content
   */
  public static DocumentStream open(Path path, Optional<CorpusFormat> format) {
    DocumentStream stream = new DocumentStream(path, format);
    stream.reading.start();
    return stream;
  }

  private void read(Path path, Optional<CorpusFormat> format) {
    try {
      put(new Item.End(Corpora.each(path, format, document -> put(new Item.Read(document)))));
    } catch (CancellationException e) {
      // Closed: nobody waits for more, and a fault of the interrupted file is none.
      return;
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    }
  }

  private void fail(Throwable cause) {
    try {
      put(new Item.Failed(cause));
    } catch (CancellationException e) {
      return;
    }
  }

  private void put(Item item) {
    if (closed) {
      throw new CancellationException("closed while reading");
    }
    try {
      queue.put(item);
    } catch (InterruptedException e) {
      throw new CancellationException("closed while reading");
    }
  }

  /**
   * The documents, in their order.
   *
   * @throws IllegalStateException if this is not the first call
   */
  @Override
  public Iterator<Document> iterator() {
    if (begun) {
      throw new IllegalStateException("a stream of documents is gone through once");
    }
    begun = true;
    return new Documents();
  }

  /**
   * What was read and skipped.
   *
   * @throws IllegalStateException before the last document was asked for
   */
  public Ledger ledger() {
    if (ledger == null) {
      throw new IllegalStateException("the account of a stream comes at its end");
    }
    return ledger;
  }

  @Override
  public void close() {
    closed = true;
    reading.interrupt();
  }

  /** Takes from the queue; a failure is final and comes again. */
  private final class Documents implements Iterator<Document> {
    private Item next;

    @Override
    public boolean hasNext() {
      if (next == null) {
        next = take();
      }
      return switch (next) {
        case Item.Read _ -> true;
        case Item.End end -> {
          ledger = end.ledger();
          yield false;
        }
        case Item.Failed failed -> throw thrown(failed.cause());
      };
    }

    @Override
    public Document next() {
      if (!hasNext() || !(next instanceof Item.Read(Document document))) {
        throw new NoSuchElementException("no document is left");
      }
      next = null;
      return document;
    }

    private Item take() {
      try {
        return queue.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UncheckedIOException(new InterruptedIOException("interrupted while reading"));
      }
    }
  }

  private static RuntimeException thrown(Throwable cause) {
    return switch (cause) {
      case IOException e -> new UncheckedIOException(e.getMessage(), e);
      case RuntimeException e -> e;
      case Error e -> throw e;
      default -> new IllegalStateException(cause);
    };
  }
}
