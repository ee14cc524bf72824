package org.hyperlinker.cli;

import java.util.List;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;

/**
 * Where mentions stand in code points from the start of their document, as corpus files and people
 * count; the records count UTF-16 units. What stands between passages counts one for one.
 *
 * @param document whose mentions they are
 */
record CodePointPlaces(Document document) {

  /** The spans of a mention. */
  List<Span> of(Mention mention) {
    return mention.spans().stream()
        .map(span -> new Span(codePoint(span.start()), codePoint(span.end())))
        .toList();
  }

  private int codePoint(int unit) {
    int units = 0;
    int codePoints = 0;
    for (Passage passage : document.passages()) {
      if (unit < passage.offset()) {
        break;
      }
      int inside = Math.min(unit - passage.offset(), passage.text().length());
      codePoints += passage.offset() - units + passage.text().codePointCount(0, inside);
      units = passage.offset() + inside;
    }
    return codePoints + unit - units;
  }
}
