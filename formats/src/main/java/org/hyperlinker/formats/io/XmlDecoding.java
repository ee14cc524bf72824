package org.hyperlinker.formats.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperlinker.formats.FormatException;

/**
 * The characters of an XML file. Decoded here and not by the parser, which prints a fault of the
 * encoding on the console and loses its place.
 */
final class XmlDecoding {

  private static final int HEAD = 256;
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");

  private XmlDecoding() {}

  /** A reader after the byte order mark, if there is one; bad bytes are refused when met. */
  static Reader reader(Path file, InputStream bytes) throws IOException {
    BufferedInputStream stream = new BufferedInputStream(bytes, 1 << 16);
    stream.mark(HEAD);
    byte[] head = stream.readNBytes(HEAD);
    stream.reset();
    String start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u00FE\u00FF") || start.startsWith("\u00FF\u00FE")) {
      return new InputStreamReader(stream, StandardCharsets.UTF_16.newDecoder());
    }
    if (start.startsWith("\u00EF\u00BB\u00BF")) {
      stream.skipNBytes(3);
    }
    Matcher declared = DECLARED.matcher(start);
    return new InputStreamReader(
        stream,
        (declared.find() ? charset(file, declared.group(1)) : StandardCharsets.UTF_8).newDecoder());
  }

  private static Charset charset(Path file, String name) throws FormatException {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new FormatException(
          file, 1, "unknown encoding", "an encoding such as UTF-8", "'" + name + "'", e);
    }
  }
}
