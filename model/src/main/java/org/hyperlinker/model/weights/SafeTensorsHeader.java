package org.hyperlinker.model.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.json.JsonObject;

/**
 * The checked header of a safetensors file: 8 bytes of little-endian length, then JSON. The data
 * that follows is covered by the tensors without overlap and without holes.
 *
 * @param entries by tensor name
 * @param metadata the texts of {@code __metadata__}
 */
record SafeTensorsHeader(SortedMap<String, Entry> entries, SortedMap<String, String> metadata) {

  static final String METADATA = "__metadata__";

  /** The format's own limit; a larger one means that this is another kind of file. */
  static final long LONGEST = 100_000_000;

  /**
   * Where a tensor lies.
   *
   * @param offset of its first byte in the file
   */
  record Entry(String name, Dtype dtype, long[] shape, long offset, long bytes) {}

  static SafeTensorsHeader read(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < 8) {
      throw new ModelFileException(
          file, "too short for safetensors", "at least 8 bytes", size + " bytes");
    }
    long length = bytes(file, channel, 0, 8).getLong();
    if (length < 2 || length > Math.min(LONGEST, size - 8)) {
      throw new ModelFileException(
          file,
          "wrong header length: truncated, or not a safetensors file",
          "2 to " + Math.min(LONGEST, size - 8),
          Long.toUnsignedString(length));
    }
    JsonObject json = JsonObject.parse(file, bytes(file, channel, 8, (int) length).array());
    long dataStart = 8 + length;
    SortedMap<String, Entry> entries = new TreeMap<>();
    SortedMap<String, String> metadata = new TreeMap<>();
    for (String name : json.keys()) {
      JsonObject value = json.object(name);
      if (name.equals(METADATA)) {
        for (String key : value.keys()) {
          metadata.put(key, value.text(key));
        }
      } else {
        entries.put(name, entry(file, name, value, dataStart));
      }
    }
    checkCover(file, entries, dataStart, size);
    return new SafeTensorsHeader(entries, metadata);
  }

  private static Entry entry(Path file, String name, JsonObject json, long dataStart)
      throws IOException {
    String what = "tensor '" + name + "': ";
    String dtypeName = json.text("dtype");
    Dtype dtype =
        Arrays.stream(Dtype.values())
            .filter(known -> known.name().equals(dtypeName))
            .findFirst()
            .orElse(null);
    if (dtype == null) {
      throw new ModelFileException(
          file,
          what + "unknown dtype",
          "one of " + Arrays.toString(Dtype.values()),
          "'" + dtypeName + "'");
    }
    long[] shape = json.wholes("shape");
    long[] offsets = json.wholes("data_offsets");
    if (offsets.length != 2 || offsets[0] > offsets[1]) {
      throw new ModelFileException(
          file, what + "wrong data_offsets", "[begin, end]", Arrays.toString(offsets));
    }
    long needed;
    try {
      needed = Math.multiplyExact(Tensor.count(shape), (long) dtype.bytes());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ModelFileException(file, what + "impossible shape", e);
    }
    if (offsets[1] - offsets[0] != needed) {
      throw new ModelFileException(
          file,
          what + dtype + " of shape " + Arrays.toString(shape) + " does not fit its data_offsets",
          needed + " bytes",
          offsets[1] - offsets[0] + " bytes");
    }
    return new Entry(name, dtype, shape, dataStart + offsets[0], needed);
  }

  private static void checkCover(
      Path file, SortedMap<String, Entry> entries, long dataStart, long size)
      throws ModelFileException {
    List<Entry> inOrder = new ArrayList<>(entries.values());
    inOrder.sort(Comparator.comparingLong(Entry::offset).thenComparingLong(Entry::bytes));
    long end = dataStart;
    for (Entry entry : inOrder) {
      if (entry.offset() != end) {
        throw new ModelFileException(
            file,
            "tensor '"
                + entry.name()
                + (entry.offset() < end
                    ? "' overlaps the one before it"
                    : "' leaves a hole before it"),
            "begin " + (end - dataStart),
            entry.offset() - dataStart);
      }
      end = Math.addExact(end, entry.bytes());
    }
    if (end != size) {
      throw new ModelFileException(
          file,
          size < end ? "truncated" : "bytes that belong to no tensor at the end",
          "a file of " + end + " bytes",
          size);
    }
  }

  private static ByteBuffer bytes(Path file, FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new ModelFileException(file, "ends within its header");
      }
    }
    return buffer.flip();
  }
}
