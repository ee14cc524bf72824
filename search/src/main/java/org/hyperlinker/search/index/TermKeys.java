package org.hyperlinker.search.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;
import org.hyperlinker.core.io.Sha256;

/**
 * How whole names become terms that are only ever looked up: as they are, or, in a compact index,
 * as the first {@value #BYTES} bytes of their SHA-256, which take half the room. That a name meets
 * one of 200,000 others by chance has a probability of 1 in 1.4 billion.
 */
enum TermKeys {
  /** The text's UTF-8. */
  WHOLE,
  /** Some bytes of the text's digest. */
  DIGESTS;

  private static final int BYTES = 6;

  static TermKeys of(boolean compact) {
    return compact ? DIGESTS : WHOLE;
  }

  BytesRef of(String text) {
    return switch (this) {
      case WHOLE -> new BytesRef(text);
      case DIGESTS -> {
        byte[] digest = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
        yield new BytesRef(Arrays.copyOf(digest, BYTES));
      }
    };
  }
}
