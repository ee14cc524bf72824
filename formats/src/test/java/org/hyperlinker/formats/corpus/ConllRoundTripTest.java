package org.hyperlinker.formats.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.io.AtomicFiles;

/** Columns can be read back and written again the same, whatever stands between the words. */
class ConllRoundTripTest {

  /** Words, signs that mean something to the format, and blanks of typewriters and of print. */
  private static final List<String> PARTS =
      List.of(
          "a", "7", "β", "💉", "#", "[", "<", "-", "\\", " ", "\t", "\n", "\r\n", "\u00a0",
          "\u2009", "\u2003", "\u3000", "\u2028", "\u0085", "\u200b", "\ufeff");

  @Property(tries = 300)
  void everythingButBlanksIsReadBackAndWrittenTheSame(
      @ForAll("texts") String text,
      @ForAll @IntRange(max = 12) int from,
      @ForAll @IntRange(min = 1, max = 4) int length)
      throws IOException {
    Path folder = Files.createTempDirectory("conll");
    try {
      Path first = folder.resolve("first.conll");
      new ConllWriter().write(first, List.of(document(text, from, from + length)));
      List<Document> read = new ArrayList<>();
      new ConllReader().read(first, read::add);
      assertThat(read).hasSize(1);
      assertThat(inked(WholeText.of(read.getFirst()))).isEqualTo(inked(text));
      Path second = folder.resolve("second.conll");
      new ConllWriter().write(second, read);
      assertThat(second).hasSameBinaryContentAs(first);
    } finally {
      AtomicFiles.delete(folder);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PARTS).list().ofMaxSize(12).map(parts -> String.join("", parts));
  }

  /** With a mention of the characters from one to another, where there are so many. */
  private static Document document(String text, int from, int to) {
    List<Mention> mentions = new ArrayList<>();
    if (to <= text.codePointCount(0, text.length())) {
      Span span = new Span(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
      mentions.add(Mention.at(span, text.substring(span.start(), span.end())));
    }
    Passage passage = new Passage("", 0, text, mentions, Map.of());
    return new Document("7", List.of(passage), List.of(), Map.of());
  }

  private static String inked(String text) {
    return text.replaceAll("\\p{IsWhite_Space}", "");
  }
}
