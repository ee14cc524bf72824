package org.hyperlinker.linking.detection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.search.index.EmbeddingIndex;

/**
 * Finds mentions as an index allows: by a tagger if there is one, else by its names. Opened at its
 * first use, as most who link bring their mentions. Safe for many threads until closed; the index
 * stays open.
 */
public final class IndexDetector implements MentionDetector, AutoCloseable {

  private final EmbeddingIndex index;
  private final Optional<Path> tagger;
  private final int threads;
  private MentionDetector opened;
  private Runnable closing = () -> {};
  private boolean closed;

  private IndexDetector(EmbeddingIndex index, Optional<Path> tagger, int threads) {
    this.index = index;
    this.tagger = tagger;
    this.threads = threads;
  }

  /**
   * By the tagger that lies in the index's directory, if there is one.
   *
   * @param threads of the tagger within one operation, at least 1
   */
  public static IndexDetector of(EmbeddingIndex index, int threads) {
    Path beside = index.directory().resolve(TaggerDetector.FOLDER);
    return new IndexDetector(
        index, Files.isDirectory(beside) ? Optional.of(beside) : Optional.empty(), threads);
  }

  /** By this tagger. */
  public static IndexDetector tagging(EmbeddingIndex index, Path tagger, int threads) {
    return new IndexDetector(index, Optional.of(tagger), threads);
  }

  /** By the index's names alone. */
  public static IndexDetector dictionary(EmbeddingIndex index) {
    return new IndexDetector(index, Optional.empty(), 1);
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException if the tagger or what was learned of names cannot be read
   * @throws IllegalStateException if the detector is closed
   */
  @Override
  public List<List<Mention>> detect(Document document) {
    return opened().detect(document);
  }

  /**
   * The detector itself, opened.
   *
   * @throws UncheckedIOException if the tagger or what was learned of names cannot be read
   * @throws IllegalStateException if the detector is closed
   */
  public synchronized MentionDetector opened() {
    if (closed) {
      throw new IllegalStateException("the detector is closed");
    }
    if (opened == null) {
      try {
        open();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return opened;
  }

  private void open() throws IOException {
    if (tagger.isPresent()) {
      TaggerDetector tagging = TaggerDetector.open(tagger.get(), index, threads);
      closing = tagging::close;
      opened = tagging;
    } else {
      opened = DictionaryDetector.of(index);
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      closing.run();
    }
  }
}
