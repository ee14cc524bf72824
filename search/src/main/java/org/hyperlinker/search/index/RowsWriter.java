package org.hyperlinker.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.model.scoring.ItemStorage;
import org.hyperlinker.model.scoring.PackedItemsWriter;

/**
 * Writes the rows of a new version with their embeddings: in single precision for the graph and
 * packed for the scan, or, for a compact index, once in codes for both. Belongs to one thread.
 */
sealed interface RowsWriter extends Closeable {

  /** Appends a row. */
  void add(IndexRow row, float[] embedding) throws IOException;

  /**
   * Builds the graph and commits.
   *
   * @return what the codes are, where there are any
   */
  Optional<EmbeddingCodes> finish(Progress progress) throws IOException;

  /** Embeddings twice. */
  final class Full implements RowsWriter {

    private final LuceneRowsWriter lucene;
    private final FileChannel channel;
    private final PackedItemsWriter packed;

    Full(Path generation, ItemStorage storage, int dimension, LuceneRowsWriter lucene)
        throws IOException {
      this.lucene = lucene;
      this.channel =
          FileChannel.open(
              generation.resolve(IndexFiles.PACKED),
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.WRITE);
      this.packed = new PackedItemsWriter(channel, storage, dimension);
    }

    @Override
    public void add(IndexRow row, float[] embedding) throws IOException {
      packed.add(embedding);
      lucene.add(row, embedding);
    }

    @Override
    public Optional<EmbeddingCodes> finish(Progress progress) throws IOException {
      packed.finish();
      lucene.finish(progress);
      return Optional.empty();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** Embeddings once. */
  final class Compact implements RowsWriter {

    private final LuceneRowsWriter lucene;
    private final Quantiser quantiser;
    private final MessageDigest digest = Sha256.digest();

    Compact(Quantiser quantiser, LuceneRowsWriter lucene) {
      this.quantiser = quantiser;
      this.lucene = lucene;
    }

    @Override
    public void add(IndexRow row, float[] embedding) throws IOException {
      byte[] codes = quantiser.codes(embedding);
      digest.update(codes);
      lucene.add(row, codes);
    }

    @Override
    public Optional<EmbeddingCodes> finish(Progress progress) throws IOException {
      lucene.finish(progress);
      return Optional.of(
          new EmbeddingCodes(quantiser.scale(), HexFormat.of().formatHex(digest.digest())));
    }

    @Override
    public void close() {}
  }
}
