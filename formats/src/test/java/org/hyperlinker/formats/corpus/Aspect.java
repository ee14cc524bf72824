package org.hyperlinker.formats.corpus;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;

/** What can be lost between two corpora, and in which words a ledger must say so. */
enum Aspect {
  TEXT("t", "white space of texts", "line ends and tabs|white space|byte order"),
  PASSAGES("p", "types and bounds of passages", "passage"),
  MENTIONS("m", "mentions", "^mention|^discontinuous"),
  PLACES("o", "offsets", "white space|passage|gap of"),
  WORDING("w", "wording of mentions that is not their text's", "wording|gap of|white space"),
  IDS("i", "ids of mentions", "id of a mention"),
  TYPES("y", "spelling of types", "type of a mention"),
  CONCEPTS("c", "concepts", "concepts"),
  ATTRIBUTES("a", "attributes", "attribute of|^mention|^discontinuous"),
  RELATIONS("r", "relations or parts of them", "relation");

  final String letter;
  final String inWords;
  private final String reasons;

  Aspect(String letter, String inWords, String reasons) {
    this.letter = letter;
    this.inWords = inWords;
    this.reasons = reasons;
  }

  /** Whether one of these reasons of a ledger explains the loss. */
  boolean explainedBy(Set<String> found) {
    return found.stream().anyMatch(reason -> reason.matches("(?s).*(" + reasons + ").*"));
  }

  /** What the second corpus lacks of the first, whose documents it has in any order. */
  static Set<Aspect> lost(List<Document> first, List<Document> second) {
    Map<String, Document> found =
        second.stream().collect(Collectors.toMap(Document::id, Function.identity()));
    if (first.size() != second.size()) {
      throw new AssertionError(first.size() + " documents, then " + second.size());
    }
    Set<Aspect> lost = EnumSet.noneOf(Aspect.class);
    for (Document document : first) {
      Document other = found.get(document.id());
      if (other == null) {
        throw new AssertionError("no document " + document.id() + " in " + found.keySet());
      }
      add(document, other, lost);
    }
    return lost;
  }

  private static void add(Document a, Document b, Set<Aspect> lost) {
    check(TEXT, WholeText.of(a).equals(WholeText.of(b)), lost);
    check(PASSAGES, bounds(a).equals(bounds(b)), lost);
    check(MENTIONS, a.mentions().count() == b.mentions().count(), lost);
    check(PLACES, within(a, b, Mention::spans), lost);
    check(WORDING, within(a, b, Mention::text), lost);
    check(IDS, within(a, b, Mention::id), lost);
    check(TYPES, within(a, b, Mention::type), lost);
    check(CONCEPTS, within(a, b, Mention::concepts), lost);
    check(ATTRIBUTES, attributes(b).containsAll(attributes(a)), lost);
    check(RELATIONS, a.relations().equals(b.relations()), lost);
  }

  private static void check(Aspect aspect, boolean kept, Set<Aspect> lost) {
    if (!kept) {
      lost.add(aspect);
    }
  }

  private static List<?> bounds(Document document) {
    return document.passages().stream().map(p -> p.type() + p.offset()).toList();
  }

  /** Whether the second document's mentions, which may be fewer, have nothing that is not there. */
  private static boolean within(Document a, Document b, Function<Mention, Object> part) {
    List<Object> rest = new ArrayList<>(a.mentions().map(part).toList());
    return b.mentions().map(part).allMatch(rest::remove);
  }

  /** All attributes; a format may add some of its own. */
  private static Set<?> attributes(Document document) {
    return Stream.of(
            Stream.of(document.attributes()),
            document.passages().stream().map(Passage::attributes),
            document.mentions().map(Mention::attributes))
        .flatMap(all -> all)
        .flatMap(all -> all.entrySet().stream())
        .collect(Collectors.toSet());
  }
}
