package org.hyperlinker.formats.corpus;

import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;

/** A document's text as PubTator has it: pieces one place after another, the first is the title. */
final class PubTatorText {

  /** A stretch of the document and where it stands in the file's text, in UTF-16 units. */
  private record Piece(int from, String text, int place) {
    boolean holds(int unit) {
      return unit >= from && unit <= from + text.length();
    }
  }

  private final Document document;
  private final List<Piece> pieces = new ArrayList<>();

  PubTatorText(Document document) {
    this.document = document;
    List<Passage> passages = document.passages();
    String only = passages.size() == 1 ? passages.getFirst().text() : "";
    int end = only.indexOf('\n');
    if (end >= 0) {
      int from = passages.getFirst().offset();
      add(from, only.substring(0, end).replaceFirst("\r$", ""));
      add(from + end + 1, only.substring(end + 1));
    } else {
      passages.forEach(passage -> add(passage.offset(), passage.text()));
    }
  }

  private void add(int from, String text) {
    int place =
        pieces.isEmpty() ? 0 : pieces.getLast().place() + pieces.getLast().text().length() + 1;
    pieces.add(new Piece(from, text, place));
  }

  /** The title, with its line ends and tabs as they are. */
  String title() {
    return pieces.isEmpty() ? "" : pieces.getFirst().text();
  }

  /** The abstract, with its line ends and tabs as they are. */
  String body() {
    return pieces.size() < 2
        ? ""
        : String.join(" ", pieces.subList(1, pieces.size()).stream().map(Piece::text).toList());
  }

  /** Whether a reader will find these very passages at these very places. */
  boolean asRead() {
    List<Passage> passages = document.passages();
    return passages.size() == 2
        && passages.getFirst().type().equals("title")
        && passages.getFirst().offset() == 0
        && passages.getLast().type().equals("abstract")
        && passages.getLast().offset() == pieces.getLast().place();
  }

  /**
   * A mention's spans in this text, without those of which nothing is left.
   *
   * @throws IllegalArgumentException naming the document, if they lie outside of it
   */
  List<Span> places(Mention mention, Passage passage) {
    List<Span> spans = new ArrayList<>();
    for (Span span : mention.spans()) {
      int start = place(span.start(), passage, mention);
      int end = place(span.end(), passage, mention);
      if (start < end) {
        spans.add(new Span(start, end));
      }
    }
    return spans;
  }

  private int place(int unit, Passage passage, Mention mention) {
    Piece before = null;
    for (Piece piece : pieces) {
      boolean own = piece.from() >= passage.offset() && piece.from() <= passage.end();
      if (piece.holds(unit) && (own || before == null || !before.holds(unit))) {
        before = piece;
      } else if (piece.from() <= unit && (before == null || !before.holds(unit))) {
        before = piece;
      }
    }
    if (before == null || (!before.holds(unit) && before == pieces.getLast())) {
      throw new IllegalArgumentException(
          "document " + document.id() + " has a mention outside its text: " + mention);
    }
    return before.place() + Math.min(unit - before.from(), before.text().length());
  }
}
