package org.hyperlinker.formats.io;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Standard input as a file called {@code -}. It can be read once; {@link Compressed#head} looks at
 * its beginning without taking it.
 */
public final class StandardInput {

  /** The name that stands for standard input. */
  public static final Path PATH = Path.of("-");

  private static final int LOOKAHEAD = 1 << 17;

  private static InputStream source;
  private static BufferedInputStream buffered;

  private StandardInput() {}

  /** Whether this names standard input. */
  public static boolean is(Path file) {
    return file.equals(PATH);
  }

  /** The one stream over standard input; closing it does nothing. */
  static synchronized InputStream stream() {
    if (source != System.in) {
      source = System.in;
      buffered = new BufferedInputStream(source, LOOKAHEAD);
    }
    return new FilterInputStream(buffered) {
      @Override
      public void close() {
        // Standard input belongs to the process.
      }
    };
  }

  /** The first bytes, decompressed if need be, which the next reader gets again. */
  static synchronized byte[] head(int length) throws IOException {
    InputStream stream = stream();
    stream.mark(LOOKAHEAD);
    try {
      return Compressed.decompressed(PATH, stream).readNBytes(length);
    } finally {
      stream.reset();
    }
  }
}
