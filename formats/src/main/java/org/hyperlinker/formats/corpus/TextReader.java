package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.formats.Ledger;

/**
 * Reads plain text: a file is a document of one passage without mentions. Its id is the file's name
 * without {@code .txt} and {@code .gz}; line ends stay as they are, a byte order mark is left out.
 */
public final class TextReader implements DocumentReader {

  @Override
  public Ledger read(Path file, Consumer<Document> sink) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    String text = WholeText.read(file);
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Passage passage = new Passage("", 0, body, List.of(), Map.of());
    sink.accept(new Document(FileNames.id(file, ".txt"), List.of(passage), List.of(), Map.of()));
    ledger.read();
    return ledger.build();
  }
}
