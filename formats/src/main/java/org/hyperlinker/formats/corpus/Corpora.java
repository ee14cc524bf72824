package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.Compressed;

/** Corpus files of any known format. */
public final class Corpora {

  private Corpora() {}

  /**
   * Reads a whole corpus: a file, a folder, or standard input under the name {@code -}. Its format
   * is found out by its content. A folder is BRAT's if it has {@code .ann} files; otherwise each of
   * its files is read, in the order of their names, hidden ones and folders in it left out.
   *
   * @throws org.hyperlinker.formats.FormatException with file and line, if the format is unknown or
   *     broken
   */
  public static CorpusFile read(Path path) throws IOException {
    return read(path, Optional.empty());
  }

  /**
   * The same in a format that is known beforehand, as standard input with plain text needs it.
   *
   * @throws org.hyperlinker.formats.FormatException with file and line, if the format is broken
   */
  public static CorpusFile read(Path path, Optional<CorpusFormat> format) throws IOException {
    List<Document> documents = new ArrayList<>();
    Ledger ledger = each(path, format, documents::add);
    return new CorpusFile(documents, ledger);
  }

  /**
   * The same, one document at a time, without holding more than one.
   *
   * @param sink takes the documents in their order
   * @return what was read and skipped
   * @throws org.hyperlinker.formats.FormatException with file and line, if the format is unknown or
   *     broken; documents before the fault have reached the sink by then
   */
  public static Ledger each(Path path, Optional<CorpusFormat> format, Consumer<Document> sink)
      throws IOException {
    boolean brat = format.isEmpty() ? BratReader.recognises(path) : isBrat(format);
    if (brat || !Files.isDirectory(path)) {
      CorpusFormat known = format.isPresent() ? format.get() : CorpusFormat.of(path);
      return known.reader().read(path, sink);
    }
    long read = 0;
    SortedMap<String, Long> skipped = new TreeMap<>();
    for (Path file : files(path)) {
      CorpusFormat known = format.isPresent() ? format.get() : ofMember(file);
      Ledger ledger = known.reader().read(file, sink);
      read += ledger.read();
      ledger.skipped().forEach((reason, times) -> skipped.merge(reason, times, Long::sum));
    }
    return new Ledger(path.toString(), read, skipped);
  }

  /** Characters that tell whether a text is blank. */
  private static final int HEAD = 1 << 13;

  private static boolean isBrat(Optional<CorpusFormat> format) {
    return format.orElseThrow() == CorpusFormat.BRAT;
  }

  /** A blank text is a document among others; alone it is more likely a mistake. */
  private static CorpusFormat ofMember(Path file) throws IOException {
    boolean text = file.toString().matches(".*\\.txt(\\.gz)?");
    return text && Compressed.head(file, HEAD).isBlank()
        ? CorpusFormat.TEXT
        : CorpusFormat.of(file);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.getFileName().toString().startsWith("."))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new FormatException(folder, 0, "no file in the folder", "corpus files", "none");
      }
      return found;
    }
  }
}
