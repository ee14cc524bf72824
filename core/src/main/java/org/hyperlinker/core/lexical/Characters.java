package org.hyperlinker.core.lexical;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Text as lower-case words of plain letters and digits. */
final class Characters {

  private static final Map<Integer, String> GREEK =
      Map.ofEntries(
          Map.entry((int) 'α', "alpha"),
          Map.entry((int) 'β', "beta"),
          Map.entry((int) 'γ', "gamma"),
          Map.entry((int) 'δ', "delta"),
          Map.entry((int) 'ε', "epsilon"),
          Map.entry((int) 'ζ', "zeta"),
          Map.entry((int) 'η', "eta"),
          Map.entry((int) 'θ', "theta"),
          Map.entry((int) 'ι', "iota"),
          Map.entry((int) 'κ', "kappa"),
          Map.entry((int) 'λ', "lambda"),
          Map.entry((int) 'μ', "mu"),
          Map.entry((int) 'ν', "nu"),
          Map.entry((int) 'ξ', "xi"),
          Map.entry((int) 'ο', "omicron"),
          Map.entry((int) 'π', "pi"),
          Map.entry((int) 'ρ', "rho"),
          Map.entry((int) 'σ', "sigma"),
          Map.entry((int) 'ς', "sigma"),
          Map.entry((int) 'τ', "tau"),
          Map.entry((int) 'υ', "upsilon"),
          Map.entry((int) 'φ', "phi"),
          Map.entry((int) 'χ', "chi"),
          Map.entry((int) 'ψ', "psi"),
          Map.entry((int) 'ω', "omega"));

  private Characters() {}

  /**
   * The words; what is neither letter nor digit parts them, an apostrophe before {@code s} ends
   * them.
   */
  static List<String> plain(String text) {
    String decomposed =
        Normalizer.isNormalized(text, Normalizer.Form.NFKD)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKD);
    String lower = decomposed.toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int at = 0; at < lower.length(); ) {
      int c = lower.codePointAt(at);
      at += Character.charCount(c);
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      if (GREEK.containsKey(c)) {
        word.append(GREEK.get(c));
      } else if (Character.isLetterOrDigit(c)) {
        word.appendCodePoint(c);
      } else {
        at += possessive(lower, c, at) ? 1 : 0;
        end(word, words);
      }
    }
    end(word, words);
    return words;
  }

  private static boolean possessive(String text, int c, int next) {
    return (c == '\'' || c == '’' || c == '`')
        && next < text.length()
        && text.charAt(next) == 's'
        && (next + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(next + 1)));
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
