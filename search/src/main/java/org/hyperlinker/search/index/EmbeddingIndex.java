package org.hyperlinker.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hyperlinker.core.concurrent.Once;
import org.hyperlinker.core.memory.MentionMemory;
import org.hyperlinker.core.memory.RememberedMention;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.model.scoring.PackedItems;

/**
 * An open version of an index directory. Everything is mapped, not read; it stays as it is while a
 * newer version takes its place in the directory. Safe for many threads; whoever opened it closes
 * it, after whatever reads from it.
 */
public final class EmbeddingIndex implements EmbeddedRows, AutoCloseable {

  /** A builder may remove the version that {@code index.json} has just named; not so often. */
  private static final int ATTEMPTS = 5;

  private final Path directory;
  private final IndexMetadata metadata;
  private final Arena arena;
  private final LuceneRows rows;
  private final RowConcepts concepts;
  private final Supplier<PackedItems> packed;
  private final Optional<NeighbourGraph> neighbours;
  private final Lexicon lexicon;
  private final BitSet remembered;

  private EmbeddingIndex(Path directory, IndexMetadata metadata, Arena arena, LuceneRows rows)
      throws IOException {
    Path generation = directory.resolve(metadata.generation());
    this.directory = directory;
    this.metadata = metadata;
    this.arena = arena;
    this.rows = rows;
    this.concepts = rows.concepts();
    this.packed = packed(generation);
    int degree = metadata.contents().neighbours();
    this.neighbours =
        degree == 0
            ? Optional.empty()
            : Optional.of(
                new MappedNeighbours(
                    map(generation.resolve(IndexFiles.NEIGHBOURS), arena),
                    metadata.rows(),
                    degree));
    this.lexicon = new Lexicon(rows.segment(), rows.keys());
    this.remembered = rows.remembered();
  }

  /**
   * Opens the newest version and checks its format and sizes, but not the digests.
   *
   * @throws IOException naming the file, what was expected and what was found
   */
  public static EmbeddingIndex open(Path directory) throws IOException {
    for (int attempt = 1; ; attempt++) {
      IndexMetadata metadata = IndexIntegrity.metadata(directory);
      try {
        return open(directory, metadata);
      } catch (IOException e) {
        boolean replaced =
            !IndexIntegrity.metadata(directory).generation().equals(metadata.generation());
        if (!replaced || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static EmbeddingIndex open(Path directory, IndexMetadata metadata) throws IOException {
    IndexIntegrity.requireSizes(directory, metadata);
    Path generation = directory.resolve(metadata.generation());
    Arena arena = Arena.ofShared();
    LuceneRows rows = null;
    try {
      rows = LuceneRows.open(generation.resolve(IndexFiles.LUCENE), metadata);
      return new EmbeddingIndex(directory, metadata, arena, rows);
    } catch (IOException | RuntimeException e) {
      if (rows != null) {
        rows.close();
      }
      arena.close();
      throw e;
    }
  }

  /** Those of the file, or the codes brought into panels when they are first asked for. */
  private Supplier<PackedItems> packed(Path generation) throws IOException {
    return switch (rows.vectors()) {
      case StoredVectors.Codes codes -> new Once<>(codes::pack);
      case StoredVectors.Floats _ -> {
        PackedItems mapped =
            PackedItems.over(
                map(generation.resolve(IndexFiles.PACKED), arena),
                metadata.contents().storage(),
                metadata.rows(),
                metadata.dimension());
        yield () -> mapped;
      }
    };
  }

  private static MemorySegment map(Path file, Arena arena) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    }
  }

  /**
   * Compares every byte of the newest version with the digests in {@code index.json}, and that file
   * with its own.
   *
   * @return what {@code index.json} says
   * @throws IOException naming the damaged file
   */
  public static IndexMetadata check(Path directory) throws IOException {
    IndexMetadata metadata = IndexIntegrity.metadata(directory);
    IndexIntegrity.requireDigests(directory, metadata);
    open(directory, metadata).close();
    return metadata;
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
   *
   * @param leftOut rows that are left out all the same, such as {@link #remembered}
   */
  public EmbeddedRows restrictedTo(Set<ConceptId> kept, BitSet leftOut) {
    boolean[] numbers = new boolean[concepts.count()];
    kept.forEach(concept -> concepts.of(concept).ifPresent(number -> numbers[number] = true));
    return new RowSubset(
        this,
        IntStream.range(0, size())
            .filter(row -> numbers[concepts.ofRow(row)] && !leftOut.get(row))
            .toArray());
  }

  /** Whether this concept has a row. */
  public boolean contains(ConceptId concept) {
    return concepts.of(concept).isPresent();
  }

  /** What {@code index.json} says. */
  public IndexMetadata metadata() {
    return metadata;
  }

  /** Where the index lies. */
  public Path directory() {
    return directory;
  }

  /** The graph over the embeddings. */
  public VectorGraph graph() {
    return new VectorGraph(rows);
  }

  /** The names by what they look like. */
  public Lexicon lexicon() {
    return lexicon;
  }

  /** The rows that are training mentions: a new set, which the caller may change. */
  public BitSet remembered() {
    return (BitSet) remembered.clone();
  }

  /** The training mentions that have rows, with their counts. */
  public MentionMemory memory() {
    return new MentionMemory(
        remembered.stream()
            .mapToObj(rows::row)
            .map(row -> new RememberedMention(row.name(), row.concept(), row.count()))
            .toList());
  }

  /** The branches of each concept's place in the hierarchy; reads a row of each concept. */
  public Map<ConceptId, String> branches() {
    Map<ConceptId, String> branches = HashMap.newHashMap(concepts.count());
    boolean[] seen = new boolean[concepts.count()];
    for (int row = 0; row < size(); row++) {
      if (!seen[concepts.ofRow(row)]) {
        seen[concepts.ofRow(row)] = true;
        Map.Entry<ConceptId, String> first = rows.branches(row);
        branches.put(first.getKey(), first.getValue());
      }
    }
    return branches;
  }

  /** The exact nearest rows of each row, if they were asked for at building. */
  public Optional<NeighbourGraph> neighbours() {
    return neighbours;
  }

  @Override
  public int size() {
    return metadata.rows();
  }

  @Override
  public int dimension() {
    return metadata.dimension();
  }

  @Override
  public IndexRow row(int row) {
    return rows.row(row);
  }

  /** {@inheritDoc} As the model made it, or as its codes have it. */
  @Override
  public void embedding(int row, float[] target) {
    System.arraycopy(vectors().vector(row), 0, target, 0, dimension());
  }

  @Override
  public RowVectors vectors() {
    return rows.vectors().vectors();
  }

  @Override
  public GatheredRows gather(int capacity) {
    return rows.vectors().gather(capacity);
  }

  @Override
  public RowConcepts rowConcepts() {
    return concepts;
  }

  /**
   * {@inheritDoc} As {@link IndexContents#storage} has it; nothing is copied. A compact index lays
   * its codes out in memory once, when this is first asked for.
   */
  @Override
  public PackedItems packed() {
    return packed.get();
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      arena.close();
    }
  }
}
