package org.hyperlinker.model.weights;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hyperlinker.model.ModelFileException;

/**
 * A safetensors file, mapped into memory. The header is checked when it is opened; numbers are read
 * when they are asked for.
 */
public final class SafeTensors implements Weights {

  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path file;
  private final SafeTensorsHeader header;
  private final Arena arena;
  private final MemorySegment segment;
  private final SortedSet<String> names;

  private SafeTensors(Path file, SafeTensorsHeader header, Arena arena, MemorySegment segment) {
    this.file = file;
    this.header = header;
    this.arena = arena;
    this.segment = segment;
    this.names = Collections.unmodifiableSortedSet(new TreeSet<>(header.entries().keySet()));
  }

  /**
   * Maps a file.
   *
   * @throws ModelFileException if it is missing, truncated or its header is wrong
   */
  public static SafeTensors open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ModelFileException(file, "no such file");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      SafeTensorsHeader header = SafeTensorsHeader.read(file, channel);
      Arena arena = Arena.ofShared();
      try {
        MemorySegment segment =
            channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        return new SafeTensors(file, header, arena, segment);
      } catch (IOException | RuntimeException e) {
        arena.close();
        throw e;
      }
    }
  }

  @Override
  public SortedSet<String> names() {
    return names;
  }

  /**
   * What the header says of a tensor.
   *
   * @throws IllegalArgumentException if there is no tensor of this name
   */
  public TensorInfo info(String name) {
    SafeTensorsHeader.Entry entry = require(name);
    return new TensorInfo(name, entry.dtype().name(), entry.shape().clone());
  }

  /** The texts that the writer put into the header, sorted by key. */
  public Map<String, String> metadata() {
    return Collections.unmodifiableMap(header.metadata());
  }

  @Override
  public long[] shape(String name) {
    return require(name).shape().clone();
  }

  /**
   * {@inheritDoc} F16 and BF16 are widened, F64 is rounded.
   *
   * @throws IllegalArgumentException if the tensor is of another type than these and F32
   */
  @Override
  public float[] floats(String name) {
    SafeTensorsHeader.Entry entry = require(name);
    float[] values = new float[count(entry)];
    long at = entry.offset();
    switch (entry.dtype()) {
      case F32 -> MemorySegment.copy(segment, FLOAT, at, values, 0, values.length);
      case F16 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = Float.float16ToFloat(segment.get(SHORT, at + 2L * i));
        }
      }
      case BF16 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = Float.intBitsToFloat(segment.get(SHORT, at + 2L * i) << 16);
        }
      }
      case F64 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) segment.get(DOUBLE, at + 8L * i);
        }
      }
      case BOOL, U8, I8, F8_E5M2, F8_E4M3, I16, U16, I32, U32, I64, U64 ->
          throw wrongType(entry, "F32, F16, BF16 or F64");
    }
    return values;
  }

  /**
   * The whole numbers of an I64 or I32 tensor, row-major, in a new array.
   *
   * @throws IllegalArgumentException if there is no tensor of this name, or it is of another type
   */
  public long[] longs(String name) {
    SafeTensorsHeader.Entry entry = require(name);
    long[] values = new long[count(entry)];
    long at = entry.offset();
    switch (entry.dtype()) {
      case I64 -> MemorySegment.copy(segment, LONG, at, values, 0, values.length);
      case I32 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = segment.get(INT, at + 4L * i);
        }
      }
      case BOOL, U8, I8, F8_E5M2, F8_E4M3, I16, U16, F16, BF16, U32, F32, F64, U64 ->
          throw wrongType(entry, "I64 or I32");
    }
    return values;
  }

  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }

  private SafeTensorsHeader.Entry require(String name) {
    SafeTensorsHeader.Entry entry = header.entries().get(name);
    if (entry == null) {
      throw new IllegalArgumentException(file + ": no tensor named '" + name + "'");
    }
    return entry;
  }

  private int count(SafeTensorsHeader.Entry entry) {
    long count = entry.bytes() / entry.dtype().bytes();
    if (count > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          file + ": tensor '" + entry.name() + "' has too many numbers for an array: " + count);
    }
    return (int) count;
  }

  private IllegalArgumentException wrongType(SafeTensorsHeader.Entry entry, String expected) {
    return new IllegalArgumentException(
        file
            + ": tensor '"
            + entry.name()
            + "' has the wrong dtype; expected "
            + expected
            + ", found "
            + entry.dtype());
  }
}
