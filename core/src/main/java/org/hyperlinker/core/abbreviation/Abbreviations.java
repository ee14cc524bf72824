package org.hyperlinker.core.abbreviation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Passage;

/**
 * The abbreviations that a document defines. An abbreviation has one sense in a document: its first
 * definition. Immutable and safe for many threads.
 */
public final class Abbreviations {

  /** No abbreviation. */
  public static final Abbreviations NONE = new Abbreviations(new LinkedHashMap<>());

  private final SequencedMap<String, String> longForms;

  private Abbreviations(SequencedMap<String, String> longForms) {
    this.longForms = Collections.unmodifiableSequencedMap(longForms);
  }

  /**
   * The abbreviations that the passages define, each for the whole document: those whose letters
   * show it, then marked mentions in brackets behind another.
   */
  public static Abbreviations of(Document document) {
    SequencedMap<String, String> all = new LinkedHashMap<>();
    for (Passage passage : document.passages()) {
      AbbreviationFinder.find(passage.text()).forEach(all::putIfAbsent);
    }
    for (Passage passage : document.passages()) {
      BracketedMentions.find(passage).forEach(all::putIfAbsent);
    }
    return new Abbreviations(all);
  }

  /** The abbreviations that a text defines. */
  public static Abbreviations of(String text) {
    return new Abbreviations(AbbreviationFinder.find(text));
  }

  /**
   * Whether words look like an abbreviation that nobody explains: one word of at most six
   * characters that could be a short form, mostly in capitals.
   */
  public static boolean looksLikeOne(String words) {
    return ShortForm.plausible(words) && ShortForm.mostlyCapitals(words);
  }

  /** Whether a mention as a whole is a short form that the document defines, or looks like one. */
  public boolean isOne(String mention) {
    return longForm(mention).isPresent() || looksLikeOne(mention);
  }

  /** Short forms with their long forms as the text writes them, in text order. */
  public Map<String, String> longForms() {
    return longForms;
  }

  /**
   * The mention with its short forms written out, wherever they stand as words of it: {@code LV
   * dysfunction} becomes {@code left ventricular dysfunction}.
   *
   * @return empty if the mention holds no short form, or spells the long form out itself
   */
  public Optional<String> expand(String mention) {
    StringBuilder expanded = new StringBuilder();
    int at = 0;
    boolean changed = false;
    while (at < mention.length()) {
      int end = matchAt(mention, at);
      if (end > at) {
        expanded.append(longForm(mention.substring(at, end)).orElseThrow());
        changed = true;
      } else {
        end = at + 1;
        expanded.append(mention.charAt(at));
      }
      at = end;
    }
    return changed ? Optional.of(expanded.toString()) : Optional.empty();
  }

  /** The end of the longest short form that stands at {@code at}; {@code at} if there is none. */
  private int matchAt(String mention, int at) {
    int end = at;
    if (at == 0 || !Character.isLetterOrDigit(mention.charAt(at - 1))) {
      for (int to = Math.min(mention.length(), at + 12); to > at && end == at; to--) {
        boolean whole = to == mention.length() || !Character.isLetterOrDigit(mention.charAt(to));
        if (whole
            && longForm(mention.substring(at, to)).filter(l -> !mention.contains(l)).isPresent()) {
          end = to;
        }
      }
    }
    return end;
  }

  private Optional<String> longForm(String word) {
    String known = longForms.get(word);
    if (known == null) {
      known = longForms.get(ShortForm.singular(word));
    }
    // Of ACEI, where ACEIs was defined; but A is no As, and C no Cs.
    if (known == null && ShortForm.singular(word + "s").equals(word)) {
      known = longForms.get(word + "s");
    }
    return Optional.ofNullable(known);
  }
}
