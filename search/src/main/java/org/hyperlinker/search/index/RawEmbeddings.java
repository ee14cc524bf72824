package org.hyperlinker.search.index;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Embeddings in a file for the time of a build: they come longest text first and are read in row
 * order. Outside the heap, as they may be larger than it. Belongs to one thread; closing removes
 * the file.
 */
final class RawEmbeddings implements AutoCloseable {

  private final Path file;
  private final Arena arena;
  private final MemorySegment matrix;
  private final int dimension;

  private RawEmbeddings(Path file, Arena arena, MemorySegment matrix, int dimension) {
    this.file = file;
    this.arena = arena;
    this.matrix = matrix;
    this.dimension = dimension;
  }

  /** An empty matrix {@code (rows, dimension)}. */
  static RawEmbeddings create(Path file, int rows, int dimension) throws IOException {
    Arena arena = Arena.ofConfined();
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      long bytes = (long) rows * dimension * Float.BYTES;
      MemorySegment matrix = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
      return new RawEmbeddings(file, arena, matrix, dimension);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  void put(int row, float[] embedding) {
    MemorySegment.copy(
        embedding, 0, matrix, ValueLayout.JAVA_FLOAT_UNALIGNED, offset(row), dimension);
  }

  void get(int row, float[] target) {
    MemorySegment.copy(matrix, ValueLayout.JAVA_FLOAT_UNALIGNED, offset(row), target, 0, dimension);
  }

  private long offset(int row) {
    return (long) row * dimension * Float.BYTES;
  }

  @Override
  public void close() throws IOException {
    arena.close();
    Files.deleteIfExists(file);
  }
}
