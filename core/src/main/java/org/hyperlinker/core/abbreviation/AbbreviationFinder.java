package org.hyperlinker.core.abbreviation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds definitions in running text, after Schwartz and Hearst (2003): {@code long form (SF)} and
 * {@code SF (long form)}. Beyond the paper: plural short forms, brackets within brackets, several
 * statements in one bracket such as {@code (SF; n = 5)}, several short forms such as {@code
 * cyproterone acetate combined with ethinyl estradiol (CPA/EE)}, and {@code long form, or SF,}.
 */
final class AbbreviationFinder {

  /** Characters of a sentence that are looked at before a bracket. */
  private static final int REACH = 300;

  private static final String QUOTES = "\"'`";
  private static final Pattern STATEMENT = Pattern.compile("[;:=]|,\\s+|(?<!\\s)\\s++or\\s+");
  private static final Pattern JOINT = Pattern.compile("[/+-]");
  private static final Pattern TRAILING_JOINT =
      Pattern.compile("(?:\\s+(?:combined|and|or|plus|with)|[,/+])+\\s*$");
  private static final Pattern BOUNDARY = Pattern.compile("[.?!]\\s+(?=\\p{Lu})|[;:]\\s");
  private static final Pattern APPOSITION =
      Pattern.compile(
          // A run of blanks is tried from its first one only.
          ",?(?<!\\s)\\s++(?:or|abbreviated(?:\\s+as)?|termed|called)\\s+(\\S{2,10}?)(?=[,.;:)\\s]|$)");

  /** Characters of a bracket that may hold a form; longer ones are asides. */
  private static final int ASIDE = 1_000;

  private final String text;
  private final SequencedMap<String, String> found = new LinkedHashMap<>();

  private AbbreviationFinder(String text) {
    this.text = text;
  }

  /** Short forms with their long forms as written, in text order; the first definition counts. */
  static SequencedMap<String, String> find(String text) {
    AbbreviationFinder finder = new AbbreviationFinder(text);
    int[] closing = Brackets.closing(text);
    for (int at = 0; at < text.length(); at++) {
      if (closing[at] > at && closing[at] - at <= ASIDE) {
        finder.bracket(at, closing[at]);
      }
    }
    finder.appositions();
    return finder.found;
  }

  private void bracket(int open, int close) {
    String content = text.substring(open + 1, close).strip();
    String before = sentenceBefore(open);
    if (!straight(content, before)) {
      reversed(before, content);
    }
    joint(content, before);
  }

  /** {@code long form (SF)}, with the short form as the whole content or one statement of it. */
  private boolean straight(String content, String before) {
    return define(unquoted(content), before)
        || Stream.of(STATEMENT.split(content)).anyMatch(part -> define(unquoted(part), before));
  }

  /** {@code SF (long form)}: the last word before the bracket is short for the content. */
  private void reversed(String before, String content) {
    String word = unquoted(before.substring(lastBlank(before) + 1));
    if (ShortForm.plausible(word) && ShortForm.marked(word)) {
      for (String part : content.split(";")) {
        Optional<String> longForm = LongFormMatch.suffix(ShortForm.singular(word), part.strip());
        if (longForm.isPresent() && longForm.get().equals(part.strip())) {
          found.putIfAbsent(word, longForm.get());
          return;
        }
      }
    }
  }

  /** Several short forms at once, the last of which ends where the bracket opens. */
  private void joint(String content, String before) {
    List<String> parts =
        List.of(JOINT.split(STATEMENT.splitAsStream(content).findFirst().orElse("")));
    if (parts.size() < 2) {
      return;
    }
    String rest = before;
    for (String part : parts.reversed()) {
      Optional<String> longForm =
          ShortForm.plausible(part) && ShortForm.marked(part)
              ? longForm(part, rest)
              : Optional.empty();
      if (longForm.isEmpty()) {
        return;
      }
      found.putIfAbsent(part, longForm.get());
      rest =
          TRAILING_JOINT
              .matcher(rest.substring(0, rest.length() - longForm.get().length()).strip())
              .replaceFirst("");
    }
  }

  private void appositions() {
    Matcher matcher = APPOSITION.matcher(text);
    while (matcher.find()) {
      String candidate = unquoted(matcher.group(1));
      if (candidate.chars().filter(Character::isUpperCase).count() >= 2) {
        define(candidate, sentenceBefore(matcher.start()));
      }
    }
  }

  private boolean define(String shortForm, String before) {
    Optional<String> longForm =
        ShortForm.plausible(shortForm) ? longForm(shortForm, before) : Optional.empty();
    longForm.ifPresent(l -> found.putIfAbsent(shortForm, l));
    return longForm.isPresent();
  }

  private static Optional<String> longForm(String shortForm, String before) {
    return LongFormMatch.suffix(shortForm, before)
        .or(() -> LongFormMatch.suffix(ShortForm.singular(shortForm), before));
  }

  private String sentenceBefore(int end) {
    int start = Math.max(0, end - REACH);
    Matcher boundary = BOUNDARY.matcher(text).region(start, end);
    while (boundary.find()) {
      start = boundary.end();
    }
    return text.substring(start, end).strip();
  }

  private static int lastBlank(String text) {
    int at = text.length() - 1;
    while (at >= 0 && !Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at;
  }

  private static String unquoted(String text) {
    String bare = text.strip();
    int start = 0;
    int end = bare.length();
    while (start < end && QUOTES.indexOf(bare.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && (QUOTES + ",.").indexOf(bare.charAt(end - 1)) >= 0) {
      end--;
    }
    return bare.substring(start, end);
  }
}
