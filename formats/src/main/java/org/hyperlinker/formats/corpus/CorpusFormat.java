package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.io.Compressed;

/** The corpus formats, told apart by content. */
public enum CorpusFormat {
  /** PubTator text: title and abstract lines, then a line for each annotation. */
  PUBTATOR,
  /** BioC XML: a collection of documents with passages. */
  BIOC_XML;

  private static final int HEAD = 4096;
  private static final Pattern TITLE_LINE = Pattern.compile("\\s*[^|\\t\\r\\n]+\\|[ta]\\|");

  /**
   * The format of an existing file, gzipped or plain.
   *
   * @throws FormatException if it is neither
   */
  public static CorpusFormat of(Path file) throws IOException {
    String head = Compressed.head(file, HEAD);
    if (head.stripLeading().startsWith("<")) {
      return BIOC_XML;
    }
    if (TITLE_LINE.matcher(head).lookingAt()) {
      return PUBTATOR;
    }
    String found = head.isBlank() ? "no text" : "'" + head.strip().lines().findFirst().get() + "'";
    throw new FormatException(
        file, 1, "unknown corpus format", "a PubTator line 'id|t|title' or BioC XML", found);
  }

  /**
   * The format that a file's name asks for, for writing: BioC XML for {@code .xml}, {@code .bioc}
   * and these with {@code .gz}, PubTator otherwise.
   */
  public static CorpusFormat ofName(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.gz$", "");
    return name.endsWith(".xml") || name.endsWith(".bioc") ? BIOC_XML : PUBTATOR;
  }

  /** A reader of this format. */
  public DocumentReader reader() {
    return switch (this) {
      case PUBTATOR -> new PubTatorReader();
      case BIOC_XML -> new BioCXmlReader();
    };
  }

  /** A writer of this format. */
  public DocumentWriter writer() {
    return switch (this) {
      case PUBTATOR -> new PubTatorWriter();
      case BIOC_XML -> new BioCXmlWriter();
    };
  }
}
