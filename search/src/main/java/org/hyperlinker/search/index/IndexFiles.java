package org.hyperlinker.search.index;

import java.io.IOException;
import java.nio.file.Path;

/** The names of an index's files and the form of its errors. */
final class IndexFiles {

  /** Beside the generations; it names the one that counts. */
  static final String METADATA = "index.json";

  /** Within a generation: the embeddings as the kernels read them. */
  static final String PACKED = "embeddings.packed";

  /** Within a generation: the folder of the Lucene commit. */
  static final String LUCENE = "lucene";

  /** Within a generation, if asked for: the nearest rows of each row. */
  static final String NEIGHBOURS = "neighbours.i32";

  private IndexFiles() {}

  static IOException fault(Path file, String problem, Object expected, Object found) {
    return new IOException(
        file
            + ": "
            + problem
            + "; expected "
            + expected
            + ", found "
            + found
            + "; build the index again");
  }
}
