package org.hyperlinker.core.abbreviation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;

/**
 * Definitions that the letters do not show, such as {@code calcium chloride (CaCl(2))} or {@code
 * ifosfamide (IFX)}: a marked mention in brackets directly behind a longer one of the same type.
 * Concepts of the mentions are not looked at.
 */
final class BracketedMentions {

  private BracketedMentions() {}

  /** Short forms with their long forms, in text order. */
  static SequencedMap<String, String> find(Passage passage) {
    Map<Integer, Mention> byEnd = new HashMap<>();
    passage.mentions().stream()
        .filter(mention -> !mention.discontinuous())
        .forEach(mention -> byEnd.put(mention.extent().end() - passage.offset(), mention));
    SequencedMap<String, String> found = new LinkedHashMap<>();
    String text = passage.text();
    for (Mention inner : passage.mentions()) {
      int start = inner.extent().start() - passage.offset();
      int end = inner.extent().end() - passage.offset();
      if (start < 2 || end >= text.length() || !Brackets.opens(text.charAt(start - 1))) {
        continue;
      }
      int before = start - 1;
      while (before > 0 && Character.isWhitespace(text.charAt(before - 1))) {
        before--;
      }
      Mention outer = byEnd.get(before);
      if (outer != null
          && outer.type().equals(inner.type())
          && outer.text().length() > inner.text().length()
          && ShortForm.plausible(inner.text())
          && ShortForm.marked(inner.text())
          && (Brackets.closes(text.charAt(end)) || ",;".indexOf(text.charAt(end)) >= 0)) {
        found.putIfAbsent(inner.text(), outer.text());
      }
    }
    return found;
  }
}
