package org.hyperlinker.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.hyperlinker.model.scoring.GatheredItems;
import org.hyperlinker.model.scoring.ItemStorage;
import org.hyperlinker.model.scoring.PackedItems;

/** The embeddings in an open Lucene commit, row by row. Safe for many threads. */
sealed interface StoredVectors {

  /** The rows as the index says that they are stored. */
  static StoredVectors open(LeafReader segment, Path folder, IndexMetadata expected)
      throws IOException {
    if (expected.codes().isPresent()) {
      ByteVectorValues codes = segment.getByteVectorValues(Fields.EMBEDDING);
      requireWidth(folder, expected, codes == null ? 0 : codes.dimension());
      return new Codes(codes, expected.codes().get().scale());
    }
    FloatVectorValues floats = segment.getFloatVectorValues(Fields.EMBEDDING);
    requireWidth(folder, expected, floats == null ? 0 : floats.dimension());
    return new Floats(floats);
  }

  private static void requireWidth(Path folder, IndexMetadata expected, int found)
      throws IOException {
    if (found != expected.dimension()) {
      throw IndexFiles.fault(
          folder,
          "embeddings of another width or form",
          expected.dimension(),
          found == 0 ? "none" : found);
    }
  }

  /** A view for the calling thread. */
  RowVectors vectors();

  /** A gathering for the calling thread. */
  GatheredRows gather(int capacity);

  /** Single precision. */
  record Floats(FloatVectorValues values) implements StoredVectors {

    @Override
    public RowVectors vectors() {
      try {
        FloatVectorValues own = values.copy();
        return row -> {
          try {
            return own.vectorValue(row);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public GatheredRows gather(int capacity) {
      return GatheredRows.of(vectors(), capacity, values.dimension());
    }
  }

  /**
   * A byte a coordinate.
   *
   * @param values the codes
   * @param scale what they are multiplied by
   */
  record Codes(ByteVectorValues values, float scale) implements StoredVectors {

    @Override
    public RowVectors vectors() {
      Rows own = rows();
      float[] buffer = new float[values.dimension()];
      return row -> {
        byte[] codes = own.codes(row);
        for (int k = 0; k < buffer.length; k++) {
          buffer[k] = codes[k] * scale;
        }
        return buffer;
      };
    }

    @Override
    public GatheredRows gather(int capacity) {
      Rows own = rows();
      return new GatheredRows.Gathering(
          new GatheredItems(ItemStorage.INT8, capacity, values.dimension()),
          (row, items) -> items.add(own.codes(row), scale));
    }

    /** All codes as the kernels read them, copied. */
    PackedItems pack() {
      Rows own = rows();
      return PackedItems.packCodes(values.size(), values.dimension(), scale, own::codes);
    }

    private Rows rows() {
      try {
        return new Rows(values.copy());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private record Rows(ByteVectorValues values) {

      byte[] codes(int row) {
        try {
          return values.vectorValue(row);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
