package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.io.Compressed;

/** A document's text in one piece, for formats that have a text file and no passages. */
final class WholeText {

  /** A gap is filled with blanks; one of gigabytes is a mistake. */
  private static final int WIDEST_GAP = 1_000_000;

  private WholeText() {}

  /**
   * The passages where their offsets say, so that spans of the document are spans of the text; a
   * gap between passages is a line end followed by blanks, one before the first is blanks.
   *
   * @throws IllegalArgumentException naming the document, if passages overlap or lie far apart
   */
  static String of(Document document) {
    StringBuilder text = new StringBuilder();
    for (Passage passage : document.passages()) {
      int gap = passage.offset() - text.length();
      if (gap < 0 || gap > WIDEST_GAP) {
        throw new IllegalArgumentException(
            "document "
                + document.id()
                + " has passages that "
                + (gap < 0 ? "overlap" : "are " + gap + " places apart")
                + " at "
                + passage.offset()
                + ", which one text cannot hold: BioC and JSONL can");
      }
      if (gap > 0 && !text.isEmpty()) {
        text.append('\n');
        gap--;
      }
      text.repeat(' ', gap).append(passage.text());
    }
    return text.toString();
  }

  /**
   * A file's text, gzipped or plain, with its line ends as they are.
   *
   * @throws FormatException if there is no such file or its bytes are not UTF-8
   */
  static String read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream stream = Compressed.open(file)) {
      bytes = stream.readAllBytes();
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FormatException(
          file, 0, "not UTF-8", "a text file in UTF-8", "bytes of another encoding", e);
    }
  }
}
