package org.hyperlinker.formats.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every ordered pair of formats, there and back. What is kept is written in docs/formats.md, whose
 * tables this test makes: with {@code -Dformats.write=true} it writes them, otherwise it compares.
 */
class FormatPairsTest {

  private static final String BEGIN = "<!-- made by FormatPairsTest -->\n";
  private static final String END = "<!-- end -->\n";
  private static final Set<CorpusFormat> WRITTEN =
      EnumSet.complementOf(EnumSet.of(CorpusFormat.PUBMED_XML));
  private static final Set<CorpusFormat> WHOLE =
      EnumSet.of(CorpusFormat.BIOC_XML, CorpusFormat.BIOC_JSON, CorpusFormat.JSONL);

  @TempDir Path folder;

  @Test
  void whatAPairKeepsIsWhatThePageSays() throws IOException {
    FormatPairs pairs = new FormatPairs(folder);
    StringBuilder table = new StringBuilder(BEGIN).append("| |");
    WRITTEN.forEach(format -> table.append(' ').append(name(format)).append(" |"));
    table.append("\n|---|").append("---|".repeat(WRITTEN.size())).append('\n');
    for (CorpusFormat first : CorpusFormat.values()) {
      List<Document> documents = NastyCorpora.of(first, folder);
      table.append("| ").append(name(first)).append(" |");
      for (CorpusFormat second : WRITTEN) {
        Set<Aspect> lost =
            first == CorpusFormat.PUBMED_XML
                ? pairs.there(first, second, documents)
                : pairs.thereAndBack(first, second, documents);
        if (first == second || WHOLE.contains(second)) {
          assertThat(lost).as(first + " to " + second).isEmpty();
        }
        table.append(' ').append(lost.isEmpty() ? "all" : letters(lost)).append(" |");
      }
      table.append('\n');
    }
    table.append("\nWithout: ");
    table.append(
        Arrays.stream(Aspect.values())
            .map(aspect -> "`" + aspect.letter + "` " + aspect.inWords)
            .collect(Collectors.joining(", ")));
    table.append(".\n\n| written | what the ledger may count |\n|---|---|\n");
    new EnumMap<>(pairs.reasons()).forEach((format, said) -> table.append(row(format, said)));
    compare(table.append(END).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"CDR_DevelopmentSet", "CDR_TrainingSet"})
  void realCorporaLoseNothingInSilence(String name) throws IOException {
    Path file = TestData.file("bc5cdr/" + name + ".PubTator.txt");
    List<Document> documents = Corpora.read(file).documents();
    FormatPairs pairs = new FormatPairs(folder);
    for (CorpusFormat second : WRITTEN) {
      Set<Aspect> lost = pairs.thereAndBack(CorpusFormat.PUBTATOR, second, documents);
      if (WHOLE.contains(second)) {
        assertThat(lost).isEmpty();
      } else if (second == CorpusFormat.BRAT) {
        assertThat(lost).doesNotContain(Aspect.TEXT, Aspect.PLACES, Aspect.CONCEPTS);
      }
    }
  }

  @Test
  void realDocumentsPassThroughEveryPair() throws IOException {
    Path file = TestData.file("bc5cdr/CDR_DevelopmentSet.PubTator.txt");
    List<Document> some = Corpora.read(file).documents().subList(0, 40);
    FormatPairs pairs = new FormatPairs(folder);
    for (CorpusFormat first : WRITTEN) {
      Path own = folder.resolve("own-" + first);
      first.writer().write(own, some);
      List<Document> documents = read(own, first);
      for (CorpusFormat second : WRITTEN) {
        Set<Aspect> lost = pairs.thereAndBack(first, second, documents);
        if (first == second || WHOLE.contains(second)) {
          assertThat(lost).as(first + " to " + second).isEmpty();
        }
      }
    }
  }

  private static List<Document> read(Path file, CorpusFormat format) throws IOException {
    return Corpora.read(file, Optional.of(format)).documents();
  }

  private static String name(CorpusFormat format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  private static String letters(Set<Aspect> lost) {
    return lost.stream().map(aspect -> aspect.letter).collect(Collectors.joining(" ", "`", "`"));
  }

  private static String row(CorpusFormat format, Set<String> said) {
    return "| "
        + name(format)
        + " | "
        + (said.isEmpty() ? "nothing" : String.join("; ", said))
        + " |\n";
  }

  private static void compare(String made) throws IOException {
    Path page = Path.of(System.getProperty("hyperlinker.root", ".."), "docs", "formats.md");
    String text = Files.readString(page);
    int from = text.indexOf(BEGIN);
    int to = text.indexOf(END, from) + END.length();
    if (Boolean.getBoolean("formats.write")) {
      Files.writeString(page, text.substring(0, from) + made + text.substring(to));
    } else {
      assertThat(text.substring(from, to)).isEqualTo(made);
    }
  }
}
