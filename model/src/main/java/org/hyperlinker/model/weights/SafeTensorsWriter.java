package org.hyperlinker.model.weights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.model.json.JsonText;

/**
 * Writes safetensors files: F32, tensors in the order of their names, data from an 8-byte bound.
 */
public final class SafeTensorsWriter {

  /** The metadata that Hugging Face's readers want in a file of PyTorch weights. */
  public static final Map<String, String> PYTORCH = Map.of("format", "pt");

  private static final int FLOATS_AT_ONCE = 1 << 14;

  private SafeTensorsWriter() {}

  /**
   * Writes a file, whole or not at all. The same tensors and metadata give the same bytes.
   *
   * @param metadata texts for the header, such as {@link #PYTORCH}; may be empty
   */
  public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    SortedMap<String, Tensor> sorted = new TreeMap<>(tensors);
    byte[] header = header(sorted, metadata);
    AtomicFiles.write(
        file,
        stream -> {
          stream.write(littleEndian(8).putLong(header.length).array());
          stream.write(header);
          for (Tensor tensor : sorted.values()) {
            write(stream, tensor.values());
          }
        });
  }

  private static byte[] header(SortedMap<String, Tensor> tensors, Map<String, String> metadata) {
    Map<String, Object> header = new LinkedHashMap<>();
    if (!metadata.isEmpty()) {
      header.put(SafeTensorsHeader.METADATA, new TreeMap<>(metadata));
    }
    long offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      if (entry.getKey().equals(SafeTensorsHeader.METADATA)) {
        throw new IllegalArgumentException("a tensor cannot be named " + entry.getKey());
      }
      long end = offset + 4L * entry.getValue().values().length;
      Map<String, Object> tensor = new LinkedHashMap<>();
      tensor.put("dtype", Dtype.F32.name());
      tensor.put("shape", entry.getValue().shape());
      tensor.put("data_offsets", List.of(offset, end));
      header.put(entry.getKey(), tensor);
      offset = end;
    }
    byte[] json = JsonText.compact(header).getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    return padded;
  }

  private static void write(OutputStream stream, float[] values) throws IOException {
    ByteBuffer buffer = littleEndian(4 * Math.min(values.length, FLOATS_AT_ONCE));
    for (int from = 0; from < values.length; from += FLOATS_AT_ONCE) {
      int length = Math.min(FLOATS_AT_ONCE, values.length - from);
      buffer.asFloatBuffer().put(values, from, length);
      stream.write(buffer.array(), 0, 4 * length);
    }
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
