package org.hyperlinker.search.index;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.model.encoding.LinkingModel;

/**
 * An open index directory. The embeddings are mapped, not read. Safe for many threads; whoever
 * opened it closes it, after whatever reads from it.
 */
public final class EmbeddingIndex implements EmbeddedRows, AutoCloseable {

  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path directory;
  private final IndexMetadata metadata;
  private final List<IndexRow> rows;
  private final Set<ConceptId> concepts;
  private final Arena arena;
  private final MemorySegment embeddings;

  private EmbeddingIndex(
      Path directory,
      IndexMetadata metadata,
      List<IndexRow> rows,
      Arena arena,
      MemorySegment embeddings) {
    this.directory = directory;
    this.metadata = metadata;
    this.rows = rows;
    this.concepts = new HashSet<>();
    rows.forEach(row -> concepts.add(row.concept()));
    this.arena = arena;
    this.embeddings = embeddings;
  }

  /**
   * Opens an index and checks version, sizes and rows, but not the digests.
   *
   * @throws IOException naming the file, what was expected and what was found
   */
  public static EmbeddingIndex open(Path directory) throws IOException {
    return open(directory, false);
  }

  /**
   * Opens an index.
   *
   * @param digests whether the SHA-256 of every file is checked too, which reads them once
   * @throws IOException naming the file, what was expected and what was found
   */
  public static EmbeddingIndex open(Path directory, boolean digests) throws IOException {
    IndexMetadata metadata = readMetadata(directory);
    for (Map.Entry<String, IndexMetadata.Content> entry : metadata.files().entrySet()) {
      check(directory.resolve(entry.getKey()), entry.getValue(), digests);
    }
    Path embeddings = directory.resolve(IndexFiles.EMBEDDINGS);
    long expected = (long) metadata.rows() * metadata.dimension() * Float.BYTES;
    if (Files.size(embeddings) != expected) {
      throw IndexFiles.fault(
          embeddings,
          "another size than rows x dimension x 4",
          expected + " bytes",
          Files.size(embeddings));
    }
    List<IndexRow> rows = RowsFile.read(directory.resolve(IndexFiles.ROWS), metadata.rows());
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(embeddings)) {
      MemorySegment mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, expected, arena);
      return new EmbeddingIndex(directory, metadata, rows, arena, mapped);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  private static IndexMetadata readMetadata(Path directory) throws IOException {
    try {
      return MetadataFile.read(directory.resolve(IndexFiles.METADATA));
    } catch (NoSuchFileException e) {
      throw new IOException(
          directory + " is no index: it has no " + IndexFiles.METADATA + "; build one first", e);
    }
  }

  private static void check(Path file, IndexMetadata.Content content, boolean digest)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      throw IndexFiles.fault(file, "missing", content.bytes() + " bytes", "no file");
    }
    if (Files.size(file) != content.bytes()) {
      throw IndexFiles.fault(file, "another size", content.bytes() + " bytes", Files.size(file));
    }
    if (digest) {
      String found = Sha256.of(file);
      if (!found.equals(content.sha256())) {
        throw IndexFiles.fault(file, "damaged: another SHA-256", content.sha256(), found);
      }
    }
  }

  /**
   * Refuses a model that did not make this index: its queries would meet foreign embeddings.
   *
   * @throws IllegalArgumentException naming both fingerprints
   */
  public void requireModel(LinkingModel model) {
    if (!model.fingerprint().equals(metadata.modelFingerprint())) {
      throw new IllegalArgumentException(
          "index "
              + directory
              + " was built with model "
              + metadata.modelFingerprint()
              + ", but is opened with model "
              + model.fingerprint()
              + "; build an index with this model or open it with its own");
    }
  }

  /**
   * The rows of these concepts, in index order. Ids without a row add nothing; {@link #contains}
   * tells which.
   */
  public EmbeddedRows restrictedTo(Set<ConceptId> kept) {
    return new RowSubset(
        this,
        IntStream.range(0, size()).filter(row -> kept.contains(rows.get(row).concept())).toArray());
  }

  /** Whether this concept has a row. */
  public boolean contains(ConceptId concept) {
    return concepts.contains(concept);
  }

  /** What {@code index.json} says. */
  public IndexMetadata metadata() {
    return metadata;
  }

  /** Where the index lies. */
  public Path directory() {
    return directory;
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public int dimension() {
    return metadata.dimension();
  }

  @Override
  public IndexRow row(int row) {
    return rows.get(row);
  }

  @Override
  public void embedding(int row, float[] target) {
    long offset = (long) row * dimension() * Float.BYTES;
    MemorySegment.copy(embeddings, FLOAT, offset, target, 0, dimension());
  }

  @Override
  public void close() {
    arena.close();
  }
}
