package org.hyperlinker.search.index;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.search.parallel.Workers;

/**
 * Encodes the items of a knowledge base into a new version of an index directory. The same model,
 * knowledge base and settings give the same rows and stored embeddings, as far as the model does;
 * Lucene's files carry random ids and a graph whose levels are drawn.
 */
public final class IndexBuilder {

  private static final String ENCODE = "encode characters";
  private static final String COMMIT = "commit";
  private static final String RAW = "embeddings.raw";

  private final LinkingModel model;
  private final ItemRows items;
  private final KnownEmbeddings known;
  private final IndexSettings settings;
  private final Progress progress;

  private IndexBuilder(
      LinkingModel model,
      ItemRows items,
      KnownEmbeddings known,
      IndexSettings settings,
      Progress progress) {
    this.model = model;
    this.items = items;
    this.known = known;
    this.settings = settings;
    this.progress = progress;
  }

  /** Builds an index of names only, without further provenance. */
  public static IndexMetadata build(
      LinkingModel model,
      KnowledgeBase knowledgeBase,
      IndexSettings settings,
      Path directory,
      Progress progress)
      throws IOException {
    return build(model, IndexSource.of(knowledgeBase), settings, directory, progress);
  }

  /**
   * Builds an index. It appears whole or not at all; an index that was there is replaced, while
   * those who have it open keep it.
   *
   * @param source what it is made of
   * @param directory where it appears
   * @return what {@code index.json} says
   * @throws IOException caused by {@link InterruptedIOException} if the calling thread is
   *     interrupted; nothing is left behind
   * @throws IOException if it cannot be written or another build is writing it; nothing is left
   *     behind
   * @throws IllegalArgumentException if the knowledge base is empty
   * @throws IllegalStateException if the model gives an embedding of another width, or one that is
   *     not finite
   */
  public static IndexMetadata build(
      LinkingModel model,
      IndexSource source,
      IndexSettings settings,
      Path directory,
      Progress progress)
      throws IOException {
    return build(model, source, KnownEmbeddings.NONE, settings, directory, progress);
  }

  /** The same where the model need not encode the texts whose embeddings are known. */
  public static IndexMetadata build(
      LinkingModel model,
      IndexSource source,
      KnownEmbeddings known,
      IndexSettings settings,
      Path directory,
      Progress progress)
      throws IOException {
    ItemRows items = ItemRows.of(source, model.settings().item(), settings);
    if (items.rows().isEmpty()) {
      throw new IllegalArgumentException("the knowledge base has no concepts to index");
    }
    IndexBuilder builder =
        new IndexBuilder(model, items, known, fitting(settings, items.rows().size()), progress);
    try (Generations generations = Generations.lock(directory)) {
      IndexMetadata metadata =
          builder.metadata(
              generations.next(), source.knowledgeBase(), new TreeMap<>(source.provenance()));
      Map<String, IndexMetadata.Content> files = new TreeMap<>();
      AtomicReference<Optional<EmbeddingCodes>> codes = new AtomicReference<>();
      AtomicFiles.writeDirectory(
          directory.resolve(metadata.generation()),
          partial -> {
            codes.set(builder.fill(partial));
            files.putAll(contents(partial));
            progress.advanced(COMMIT, 0, 2);
          });
      IndexMetadata whole = metadata.with(codes.get(), files);
      try {
        progress.advanced(COMMIT, 1, 2);
        MetadataFile.write(directory.resolve(IndexFiles.METADATA), whole);
      } catch (IOException | RuntimeException | Error e) {
        AtomicFiles.delete(directory.resolve(whole.generation()));
        throw e;
      }
      progress.advanced(COMMIT, 2, 2);
      generations.keepOnly(whole.generation());
      return whole;
    }
  }

  /** No more neighbours than there are other rows. */
  private static IndexSettings fitting(IndexSettings settings, int rows) {
    IndexContents contents = settings.contents();
    return new IndexSettings(
        new IndexContents(
            contents.rows(),
            contents.skipPermuted(),
            contents.storage(),
            contents.graph(),
            Math.min(contents.neighbours(), rows - 1),
            contents.compact()),
        settings.batch(),
        settings.threads());
  }

  private IndexMetadata metadata(
      String generation, KnowledgeBase knowledgeBase, TreeMap<String, String> provenance) {
    return new IndexMetadata(
        generation,
        model.fingerprint(),
        model.settings(),
        KnowledgeBaseDigest.of(knowledgeBase),
        knowledgeBase.size(),
        items.rows().size(),
        model.dimension(),
        settings.contents(),
        Optional.empty(),
        provenance,
        new TreeMap<>());
  }

  private static Map<String, IndexMetadata.Content> contents(Path generation) throws IOException {
    Map<String, IndexMetadata.Content> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(generation)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        contents.put(
            generation.relativize(file).toString().replace('\\', '/'),
            new IndexMetadata.Content(Files.size(file), Sha256.of(file)));
      }
    }
    return contents;
  }

  private Optional<EmbeddingCodes> fill(Path generation) throws IOException {
    Optional<EmbeddingCodes> codes;
    try (RawEmbeddings raw =
        RawEmbeddings.create(generation.resolve(RAW), items.rows().size(), model.dimension())) {
      encode(raw);
      codes = store(raw, generation);
      if (settings.contents().neighbours() > 0) {
        try (Workers workers = new Workers(settings.threads())) {
          NearestRows.write(
              generation.resolve(IndexFiles.NEIGHBOURS),
              items.rows().size(),
              model.dimension(),
              raw::get,
              settings.contents().neighbours(),
              workers,
              progress);
        }
      }
    }
    // Lucene's lock file is of no use in a version that never changes.
    Files.deleteIfExists(generation.resolve(IndexFiles.LUCENE).resolve("write.lock"));
    return codes;
  }

  /**
   * Encodes what is not known, longest first: texts of one batch need little padding, and memory
   * only falls. Progress counts characters, for the first rows take many times as long as the last.
   */
  private void encode(RawEmbeddings raw) throws IOException {
    List<String> texts = items.texts();
    int[] order =
        IntStream.range(0, texts.size())
            .filter(row -> !copied(row, raw))
            .boxed()
            .sorted(Comparator.comparing(row -> -texts.get(row).length()))
            .mapToInt(Integer::intValue)
            .toArray();
    long characters = IntStream.of(order).mapToLong(row -> texts.get(row).length()).sum();
    long done = 0;
    progress.advanced(ENCODE, 0, characters);
    for (int from = 0; from < order.length; from += settings.batch()) {
      requireGoOn("encoding", from);
      int to = Math.min(order.length, from + settings.batch());
      List<String> batch = IntStream.range(from, to).mapToObj(i -> texts.get(order[i])).toList();
      float[][] embeddings = model.encodeItems(batch);
      requireSize(batch.size(), embeddings.length);
      for (int i = from; i < to; i++) {
        raw.put(order[i], checked(embeddings[i - from], texts.get(order[i])));
      }
      done += batch.stream().mapToLong(String::length).sum();
      progress.advanced(ENCODE, done, characters);
    }
  }

  private boolean copied(int row, RawEmbeddings raw) {
    float[] embedding = new float[model.dimension()];
    boolean copied = known.copy(items.texts().get(row), embedding);
    if (copied) {
      raw.put(row, embedding);
    }
    return copied;
  }

  private Optional<EmbeddingCodes> store(RawEmbeddings raw, Path generation) throws IOException {
    int size = items.rows().size();
    IndexContents contents = settings.contents();
    try (LuceneRowsWriter lucene =
            new LuceneRowsWriter(
                generation.resolve(IndexFiles.LUCENE), contents.graph(), settings.threads());
        RowsWriter rows =
            contents.compact()
                ? new RowsWriter.Compact(Quantiser.of(size, model.dimension(), raw::get), lucene)
                : new RowsWriter.Full(generation, contents.storage(), model.dimension(), lucene)) {
      float[] embedding = new float[model.dimension()];
      for (int row = 0; row < size; row++) {
        if (row % 10_000 == 0) {
          requireGoOn("storing", row);
          progress.advanced("store", row, size);
        }
        raw.get(row, embedding);
        rows.add(items.rows().get(row), embedding);
      }
      progress.advanced("store", size, size);
      return rows.finish(progress);
    }
  }

  private static void requireGoOn(String what, int rows) throws InterruptedIOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted while " + what + ", after " + rows + " rows");
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
}
