package org.hyperlinker.core.lexical;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A name without what rarely tells two names apart. Two names are the same name if their {@link
 * #ordered} forms are equal, and nearly so if their {@link #bag}s are.
 *
 * <p>Case, accents, hyphens, blanks, possessives, plurals and British spellings are evened out;
 * Greek letters become their names. Roman and Arabic numerals stay what they are.
 *
 * @param ordered the words in their order, run together: {@code 5-fluorouracil} and {@code 5
 *     Fluorouracil} alike; a comma followed by a blank turns the parts round, {@code Neoplasms,
 *     Breast} being {@code Breast Neoplasms}; empty if there is no letter or digit
 * @param bag the words sorted, without articles and prepositions, parted by blanks
 */
public record NormalForm(String ordered, String bag) {

  private static final Set<String> EMPTY_WORDS =
      Set.of("of", "the", "a", "an", "in", "to", "by", "with", "for", "due", "and");

  /** The normal form of a name or a mention. */
  public static NormalForm of(String name) {
    List<String> parts = List.of(name.split(",\\s+"));
    List<String> words = new ArrayList<>();
    for (String part : parts.reversed()) {
      words.addAll(words(part));
    }
    String bag =
        words.stream()
            .filter(word -> !EMPTY_WORDS.contains(word))
            .sorted()
            .collect(Collectors.joining(" "));
    return new NormalForm(String.join("", words), bag);
  }

  /** The words of a text in their order, each evened out. */
  public static List<String> words(String text) {
    return Characters.plain(text).stream().map(Spelling::even).toList();
  }
}
