package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;

/**
 * Reads BRAT standoff: a folder of {@code NAME.txt} with {@code NAME.ann} beside it, or one such
 * pair, named by either file; also gzipped.
 *
 * <p>A document is one passage, the text file as it is; BRAT counts code points from its start, a
 * byte order mark and both characters of a {@code CRLF} included, and the records count UTF-16
 * units. {@code T} lines become mentions, {@code N} lines their concepts (in the order of the
 * lines), {@code R} lines relations. All other lines (events, attributes, notes) are kept as they
 * stand in the document attribute {@value #LINES}. A text without {@code .ann} has no annotations.
 */
public final class BratReader implements DocumentReader {

  /** Document attribute with the lines that are neither mention, concept nor relation. */
  public static final String LINES = "brat:lines";

  /** Prefix of a mention's attributes with its concepts as the file has them; the id follows. */
  static final String NORMALISATION = "brat:";

  private static final String TEXT = ".txt";
  private static final String ANNOTATIONS = ".ann";

  /** Whether this is a folder with annotation files, or a file with its other half beside it. */
  static boolean recognises(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return !bases(path, ANNOTATIONS).isEmpty();
    }
    Path name = path.getFileName();
    return name != null
        && (ends(name, ANNOTATIONS)
            || (ends(name, TEXT) && existing(path, base(name, TEXT), ANNOTATIONS) != null));
  }

  @Override
  public Ledger read(Path path, Consumer<Document> sink) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(path.toString());
    if (Files.isDirectory(path)) {
      SortedSet<String> bases = bases(path, ANNOTATIONS);
      bases.addAll(bases(path, TEXT));
      for (String base : bases) {
        read(path.resolve(base), base, ledger, sink);
      }
    } else {
      Path name = path.getFileName();
      read(path, base(name, ends(name, TEXT) ? TEXT : ANNOTATIONS), ledger, sink);
    }
    if (ledger.count() == 0) {
      throw new FormatException(path, 0, "no document", "pairs of .txt and .ann files", "none");
    }
    return ledger.build();
  }

  private static void read(
      Path sibling, String base, Ledger.Builder ledger, Consumer<Document> sink)
      throws IOException {
    Path text = existing(sibling, base, TEXT);
    if (text == null) {
      throw new FormatException(
          sibling.resolveSibling(base + ANNOTATIONS),
          0,
          "annotations without their text",
          base + TEXT + " beside it",
          "no such file");
    }
    BratAnnotations annotations = new BratAnnotations(ledger);
    Path file = existing(sibling, base, ANNOTATIONS);
    if (file == null) {
      ledger.skip("text without .ann: no annotations");
    } else {
      annotations.read(file);
    }
    sink.accept(annotations.document(FileNames.id(text, TEXT), WholeText.read(text)));
    ledger.read();
  }

  private static SortedSet<String> bases(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> bases =
          files
              .map(Path::getFileName)
              .filter(name -> !name.toString().startsWith(".") && ends(name, ending))
              .map(name -> base(name, ending))
              .toList();
      return new TreeSet<>(bases);
    }
  }

  private static boolean ends(Path name, String ending) {
    return name.toString().endsWith(ending) || name.toString().endsWith(ending + ".gz");
  }

  private static String base(Path name, String ending) {
    String text = name.toString();
    return text.substring(0, text.lastIndexOf(ending));
  }

  private static Path existing(Path sibling, String base, String ending) {
    return Stream.of(ending, ending + ".gz")
        .map(end -> sibling.resolveSibling(base + end))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(null);
  }
}
