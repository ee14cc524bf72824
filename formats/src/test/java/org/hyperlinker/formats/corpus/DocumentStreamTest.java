package org.hyperlinker.formats.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that are read as they are asked for. */
class DocumentStreamTest {

  @TempDir Path folder;

  private Path many(int documents, String last) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < documents; i++) {
      lines.append("{\"id\":\"").append(i).append("\",\"text\":\"t\"}\n");
    }
    return Files.writeString(folder.resolve("many.jsonl"), lines.append(last).toString());
  }

  @Test
  void givesWhatReadingAtOnceGives() throws IOException {
    Path file = many(500, "");
    try (DocumentStream stream = DocumentStream.open(file, Optional.empty())) {
      List<Document> documents = new ArrayList<>();
      assertThatThrownBy(stream::ledger).isInstanceOf(IllegalStateException.class);
      stream.forEach(documents::add);
      CorpusFile read = Corpora.read(file);
      assertThat(documents).isEqualTo(read.documents());
      assertThat(stream.ledger()).isEqualTo(read.ledger());
      assertThatThrownBy(stream::iterator).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aFaultComesBehindTheDocumentsBeforeIt() throws IOException {
    Path file = many(100, "{");
    try (DocumentStream stream = DocumentStream.open(file, Optional.empty())) {
      Iterator<Document> documents = stream.iterator();
      for (int i = 0; i < 100; i++) {
        assertThat(documents.next().id()).isEqualTo("" + i);
      }
      for (int again = 0; again < 2; again++) {
        assertThatThrownBy(documents::hasNext)
            .isInstanceOf(UncheckedIOException.class)
            .hasCauseInstanceOf(FormatException.class)
            .hasMessageStartingWith(file + ":101: ");
      }
    }
  }

  @Test
  void nothingIsWrittenOfABrokenFile() throws IOException {
    Path file = many(100, "{");
    Path out = folder.resolve("out.jsonl");
    try (DocumentStream stream = DocumentStream.open(file, Optional.empty())) {
      assertThatThrownBy(() -> new JsonlWriter().write(out, stream)).hasMessageContaining(":101: ");
    }
    assertThat(folder)
        .isDirectoryNotContaining(path -> path.getFileName().toString().contains("out"));
  }

  @Test
  void closingEndsTheReading() throws Exception {
    Path file = many(10_000, "");
    DocumentStream stream = DocumentStream.open(file, Optional.empty());
    assertThat(stream.iterator().next().id()).isEqualTo("0");
    stream.close();
    Duration patience = Duration.ofSeconds(10);
    assertThat(
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("read-documents"))
                .allMatch(thread -> joined(thread, patience)))
        .isTrue();
  }

  private static boolean joined(Thread thread, Duration patience) {
    try {
      return thread.join(patience);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
