package org.hyperlinker.formats.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hyperlinker.core.corpus.Document;

/** Corpora on their way from one format into another and back, with what the ledgers say. */
final class FormatPairs {

  private final Path folder;
  private final Map<CorpusFormat, Set<String>> reasons = new EnumMap<>(CorpusFormat.class);

  FormatPairs(Path folder) {
    this.folder = folder;
  }

  /** What each format's ledger has said so far. */
  Map<CorpusFormat, Set<String>> reasons() {
    return reasons;
  }

  /**
   * What documents of the first format lose in the second and on their way back. No loss may be
   * without a word in a ledger.
   */
  Set<Aspect> thereAndBack(CorpusFormat first, CorpusFormat second, List<Document> documents)
      throws IOException {
    Set<String> told = new TreeSet<>();
    List<Document> there = through(second, documents, told);
    explained(Aspect.lost(documents, there), told, first + " to " + second);
    List<Document> back = through(first, there, told);
    Set<Aspect> lost = Aspect.lost(documents, back);
    explained(lost, told, first + " to " + second + " and back");
    if (told.isEmpty()) {
      assertThat(back).as(first + " to " + second).containsExactlyInAnyOrderElementsOf(documents);
    }
    return lost;
  }

  /** The same one way, for a format that is only read. */
  Set<Aspect> there(CorpusFormat first, CorpusFormat second, List<Document> documents)
      throws IOException {
    Set<String> told = new TreeSet<>();
    Set<Aspect> lost = Aspect.lost(documents, through(second, documents, told));
    explained(lost, told, first + " to " + second);
    return lost;
  }

  private List<Document> through(CorpusFormat format, List<Document> documents, Set<String> told)
      throws IOException {
    Path file = folder.resolve("through-" + format + "-" + System.nanoTime());
    Set<String> said = new TreeSet<>(format.writer().write(file, documents).skipped().keySet());
    reasons.computeIfAbsent(format, _ -> new TreeSet<>()).addAll(said);
    told.addAll(said);
    List<Document> read = new ArrayList<>();
    CorpusFile corpus = Corpora.read(file, Optional.of(format));
    read.addAll(corpus.documents());
    told.addAll(corpus.ledger().skipped().keySet());
    return read;
  }

  private static void explained(Set<Aspect> lost, Set<String> told, String way) {
    for (Aspect aspect : lost) {
      assertThat(aspect.explainedBy(told))
          .as("%s loses %s, and the ledgers say only %s", way, aspect.inWords, told)
          .isTrue();
    }
  }
}
