package org.hyperlinker.search.index;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.model.encoding.LinkingModel;

/**
 * Encodes the items of a knowledge base into an index directory. The same model, knowledge base and
 * settings give the same bytes, as far as the model does.
 */
public final class IndexBuilder {

  private final LinkingModel model;
  private final IndexSettings settings;
  private final Progress progress;

  private IndexBuilder(LinkingModel model, IndexSettings settings, Progress progress) {
    this.model = model;
    this.settings = settings;
    this.progress = progress;
  }

  /** Builds an index without further provenance. */
  public static IndexMetadata build(
      LinkingModel model,
      KnowledgeBase knowledgeBase,
      IndexSettings settings,
      Path directory,
      Progress progress)
      throws IOException {
    return build(model, knowledgeBase, settings, Map.of(), directory, progress);
  }

  /**
   * Builds an index. It appears whole or not at all; an index that was there is replaced.
   *
   * @param provenance what the caller knows of the sources, such as file names and digests
   * @param directory where it appears
   * @return what {@code index.json} says
   * @throws IOException caused by {@link InterruptedIOException} if the calling thread is
   *     interrupted; nothing is left behind
   * @throws IOException if it cannot be written; nothing is left behind
   * @throws IllegalArgumentException if the knowledge base is empty
   * @throws IllegalStateException if the model gives an embedding of another width, or one that is
   *     not finite
   */
  public static IndexMetadata build(
      LinkingModel model,
      KnowledgeBase knowledgeBase,
      IndexSettings settings,
      Map<String, String> provenance,
      Path directory,
      Progress progress)
      throws IOException {
    ItemRows items = ItemRows.of(knowledgeBase, model.settings().item(), settings);
    if (items.rows().isEmpty()) {
      throw new IllegalArgumentException("the knowledge base has no concepts to index");
    }
    IndexMetadata metadata =
        new IndexMetadata(
            model.fingerprint(),
            model.settings(),
            KnowledgeBaseDigest.of(knowledgeBase),
            knowledgeBase.size(),
            items.rows().size(),
            model.dimension(),
            settings.rows(),
            settings.skipPermuted(),
            new TreeMap<>(provenance),
            new TreeMap<>());
    IndexBuilder builder = new IndexBuilder(model, settings, progress);
    Map<String, IndexMetadata.Content> files = new TreeMap<>();
    AtomicFiles.writeDirectory(
        directory,
        partial -> {
          Path rows = partial.resolve(IndexFiles.ROWS);
          Path embeddings = partial.resolve(IndexFiles.EMBEDDINGS);
          RowsFile.write(rows, items.rows());
          builder.encode(items.texts(), embeddings);
          for (Path file : List.of(rows, embeddings)) {
            files.put(
                file.getFileName().toString(),
                new IndexMetadata.Content(Files.size(file), Sha256.of(file)));
          }
          MetadataFile.write(partial.resolve(IndexFiles.METADATA), metadata.withFiles(files));
        });
    return metadata.withFiles(files);
  }

  /** Encodes longest first: texts of one batch need little padding, and memory only falls. */
  private void encode(List<String> texts, Path file) throws IOException {
    int[] order =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(Comparator.comparing(row -> -texts.get(row).length()))
            .mapToInt(Integer::intValue)
            .toArray();
    long rowBytes = (long) model.dimension() * Float.BYTES;
    ByteBuffer buffer =
        ByteBuffer.allocateDirect(Math.toIntExact(rowBytes)).order(ByteOrder.LITTLE_ENDIAN);
    progress.encoded(0, texts.size());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int from = 0; from < order.length; from += settings.batch()) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("interrupted after " + from + " rows");
        }
        int to = Math.min(order.length, from + settings.batch());
        List<String> batch = IntStream.range(from, to).mapToObj(i -> texts.get(order[i])).toList();
        float[][] embeddings = model.encodeItems(batch);
        requireSize(batch.size(), embeddings.length);
        for (int i = from; i < to; i++) {
          buffer.clear();
          buffer.asFloatBuffer().put(checked(embeddings[i - from], texts.get(order[i])));
          writeAt(channel, buffer, order[i] * rowBytes);
        }
        progress.encoded(to, texts.size());
      }
    }
  }

  private static void requireSize(int expected, int found) {
    if (expected != found) {
      throw new IllegalStateException(
          "the model gave " + found + " embeddings for " + expected + " item texts");
    }
  }

  private float[] checked(float[] embedding, String text) {
    if (embedding.length != model.dimension()) {
      throw new IllegalStateException(
          "the model gave an embedding of width "
              + embedding.length
              + " for '"
              + text
              + "'; expected "
              + model.dimension());
    }
    for (float value : embedding) {
      if (!Float.isFinite(value)) {
        throw new IllegalStateException(
            "the model gave an embedding with " + value + " for '" + text + "'");
      }
    }
    return embedding;
  }

  private static void writeAt(FileChannel channel, ByteBuffer buffer, long position)
      throws IOException {
    for (long at = position; buffer.hasRemaining(); ) {
      at += channel.write(buffer, at);
    }
  }
}
