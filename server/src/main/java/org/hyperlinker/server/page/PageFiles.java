package org.hyperlinker.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The page's files, which lie beside this class. {@code files.txt} names them, as a class path
 * cannot be listed. Nothing of them comes from elsewhere, and the headers let a browser load
 * nothing from elsewhere.
 */
public final class PageFiles {

  private static final String NAMES = "files.txt";
  private static final String INDEX = "index.html";

  /** What a browser is told with each file. */
  public static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "Referrer-Policy",
          "no-referrer",
          "Cache-Control",
          "no-cache");

  private PageFiles() {}

  /**
   * A file.
   *
   * @param path by which it is asked for
   * @param mediaType with its character set
   * @param content whole
   */
  public record File(String path, String mediaType, byte[] content) {}

  /** All of them. */
  public static List<File> all() {
    List<File> files = new ArrayList<>();
    new String(read(NAMES), StandardCharsets.UTF_8)
        .lines()
        .forEach(
            name ->
                files.add(
                    new File(name.equals(INDEX) ? "/" : "/" + name, mediaType(name), read(name))));
    return files;
  }

  private static String mediaType(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalStateException("no media type is known for " + name);
    };
  }

  private static byte[] read(String name) {
    try (InputStream stream = PageFiles.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the page lacks " + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
