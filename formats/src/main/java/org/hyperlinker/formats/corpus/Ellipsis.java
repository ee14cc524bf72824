package org.hyperlinker.formats.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hyperlinker.core.corpus.Span;

/** The way a one-span format writes a discontinuous mention: its parts joined by {@code ...}. */
final class Ellipsis {

  private static final Pattern GAP = Pattern.compile("\\s*(?:\\.\\.\\.|\u2026)\\s*");

  private Ellipsis() {}

  /**
   * The parts of a mention with gaps.
   *
   * @param covered the document's text from the mention's start to its end
   * @param text the mention as written
   * @param offset where {@code covered} starts in the document
   * @return at least two spans, the first at the start of {@code covered} and the last at its end;
   *     empty if the text cannot be read so
   */
  static List<Span> parts(String covered, String text, int offset) {
    String[] pieces = GAP.split(text, -1);
    List<Span> spans = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < pieces.length; i++) {
      boolean last = i == pieces.length - 1;
      int at = last ? covered.length() - pieces[i].length() : covered.indexOf(pieces[i], from);
      boolean fits = at >= from && covered.startsWith(pieces[i], at) && (i > 0 || at == 0);
      if (!fits || pieces[i].isEmpty()) {
        return List.of();
      }
      spans.add(new Span(offset + at, offset + at + pieces[i].length()));
      from = at + pieces[i].length();
    }
    return spans.size() < 2 ? List.of() : spans;
  }

  /** The parts of the document's text, joined. */
  static String join(String document, List<Span> spans) {
    return spans.stream()
        .map(span -> document.substring(span.start(), span.end()))
        .collect(Collectors.joining(" ... "));
  }
}
