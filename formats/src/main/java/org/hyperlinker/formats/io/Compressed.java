package org.hyperlinker.formats.io;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.formats.FormatException;

/** Files that may be gzipped: found out by content when read, by the ending {@code .gz} written. */
public final class Compressed {

  private static final int BUFFER = 1 << 16;

  private Compressed() {}

  /** What fills a text file. */
  @FunctionalInterface
  public interface TextFilling {
    /** Writes the text; the writer is buffered and closed by the caller. */
    void writeTo(Writer writer) throws IOException;
  }

  /**
   * Opens a file, decompressed if its first two bytes are gzip's. The caller closes the stream.
   *
   * @throws FormatException if there is no such file; later, from the stream, if the gzip data end
   *     early or are damaged, with the line reached
   */
  public static InputStream open(Path file) throws IOException {
    if (StandardInput.is(file)) {
      return decompressed(file, StandardInput.stream());
    }
    if (!Files.isRegularFile(file)) {
      String found = Files.isDirectory(file) ? "a directory" : "nothing there";
      throw new FormatException(file, 0, "no such file", "a readable file", found);
    }
    InputStream plain = Files.newInputStream(file);
    try {
      return decompressed(file, plain);
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  /** The stream, decompressed if its first two bytes are gzip's. */
  static InputStream decompressed(Path file, InputStream plain) throws IOException {
    BufferedInputStream stream = new BufferedInputStream(plain, BUFFER);
    stream.mark(2);
    boolean gzip = stream.read() == 0x1f && stream.read() == 0x8b;
    stream.reset();
    return gzip ? unzipped(file, stream) : stream;
  }

  /** The first bytes of a file as text, at most {@code length}, for telling formats apart. */
  public static String head(Path file, int length) throws IOException {
    try (InputStream stream = StandardInput.is(file) ? null : open(file)) {
      byte[] bytes = stream == null ? StandardInput.head(length) : stream.readNBytes(length);
      String head = new String(bytes, StandardCharsets.UTF_8);
      return head.startsWith("\uFEFF") ? head.substring(1) : head;
    }
  }

  /**
   * A gzip stream whose bytes depend on the content alone: no time, no file name. Closing or
   * finishing it writes the trailer.
   */
  public static GZIPOutputStream deterministicGzip(OutputStream stream) throws IOException {
    return new GZIPOutputStream(stream, BUFFER);
  }

  /**
   * Writes UTF-8 text, whole or not at all, gzipped if the file's name ends in {@code .gz}.
   *
   * @throws IOException naming the file, if it cannot be written or the text has a character that
   *     UTF-8 cannot hold (half a surrogate pair)
   */
  public static void write(Path file, TextFilling filling) throws IOException {
    AtomicFiles.write(
        file,
        stream -> {
          if (file.toString().endsWith(".gz")) {
            GZIPOutputStream gzip = deterministicGzip(stream);
            fill(gzip, filling);
            gzip.finish();
          } else {
            fill(stream, filling);
          }
        });
  }

  private static void fill(OutputStream stream, TextFilling filling) throws IOException {
    // An encoder of its own reports what it cannot encode; the charset alone would write '?'.
    Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(stream, StandardCharsets.UTF_8.newEncoder()), BUFFER);
    filling.writeTo(writer);
    writer.flush();
  }

  private static InputStream unzipped(Path file, InputStream compressed) throws IOException {
    try {
      return new UnzippedStream(file, new GZIPInputStream(compressed, BUFFER));
    } catch (EOFException | ZipException e) {
      throw damaged(file, 1, e);
    }
  }

  private static FormatException damaged(Path file, long line, IOException cause) {
    String problem = cause instanceof EOFException ? "truncated gzip" : "damaged gzip";
    String found =
        cause instanceof EOFException ? "the end of the file" : String.valueOf(cause.getMessage());
    return new FormatException(
        file, line, problem, "a complete gzip file (fetch it again)", found, cause);
  }

  /** Counts lines, so that a fault of the compressed data has a place in the text. */
  private static final class UnzippedStream extends InputStream {

    private final Path file;
    private final InputStream stream;
    private long line = 1;

    UnzippedStream(Path file, InputStream stream) {
      this.file = file;
      this.stream = stream;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      try {
        int read = stream.read(buffer, from, length);
        for (int i = 0; i < read; i++) {
          if (buffer[from + i] == '\n') {
            line++;
          }
        }
        return read;
      } catch (EOFException | ZipException e) {
        throw damaged(file, line, e);
      }
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
