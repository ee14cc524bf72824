package org.hyperlinker.search.index;

import java.io.IOException;
import java.nio.file.Path;

/** The names of an index's files and the form of its errors. */
final class IndexFiles {

  static final String METADATA = "index.json";
  static final String ROWS = "rows.jsonl.gz";
  static final String EMBEDDINGS = "embeddings.f32";

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
