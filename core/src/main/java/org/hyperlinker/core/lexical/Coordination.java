package org.hyperlinker.core.lexical;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a mention of several things into a name for each: {@code breast and ovarian cancer} into
 * {@code breast cancer} and {@code ovarian cancer}, {@code endometrial hyperplasia or cancer} into
 * {@code endometrial hyperplasia} and {@code endometrial cancer}, {@code cancer of the renal pelvis
 * or bladder} into {@code cancer of the renal pelvis} and {@code cancer of the bladder}.
 *
 * <p>What is shared is guessed from the form alone: whether the mention does denote several things
 * is for others to decide.
 */
public final class Coordination {

  private static final Pattern JOINT =
      Pattern.compile("\\s*,?\\s+(?:and/or|and|or)\\s+|\\s*,\\s+|(?<=\\p{L}{3})/(?=\\p{L}{3})");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** A mention of more than so many things is a list and no mention. */
  private static final int MOST = 32;

  /** Phrases that are one name in spite of their conjunction. */
  private static final Pattern FIXED = Pattern.compile("(?i)\\b(head) and (neck)\\b");

  /** Stands for the blanks of a fixed phrase while the rest is split. */
  private static final char BOUND = '\u00a0';

  private static final Pattern PREPOSITION = Pattern.compile("(?i)\\s+(?:of|in)\\s+");
  private static final Set<String> ARTICLES = Set.of("the", "a", "an");

  private Coordination() {}

  /**
   * The names, in text order; the mention itself alone if it has no coordination, or one of too
   * many.
   */
  public static List<String> split(String mention) {
    // Single blanks, as the joint tries every way to part a run of them.
    String plain = BLANKS.matcher(mention.strip()).replaceAll(" ");
    String bound = FIXED.matcher(plain).replaceAll("$1" + BOUND + "and" + BOUND + "$2");
    List<String> conjuncts = List.of(JOINT.split(bound));
    if (conjuncts.size() < 2
        || conjuncts.size() > MOST
        || conjuncts.stream().anyMatch(String::isBlank)) {
      return List.of(mention);
    }
    List<String> names =
        PREPOSITION.matcher(conjuncts.getFirst()).find()
            ? sharedBeginning(conjuncts)
            : words(conjuncts.getLast()).size() == 1 && words(conjuncts.getFirst()).size() > 1
                ? sharedModifier(conjuncts)
                : sharedHead(conjuncts);
    return names.stream().map(name -> name.replace(BOUND, ' ')).toList();
  }

  /** {@code cancer of the renal pelvis or bladder}: all up to the preposition is shared. */
  private static List<String> sharedBeginning(List<String> conjuncts) {
    String first = conjuncts.getFirst();
    Matcher preposition = PREPOSITION.matcher(first);
    int end = 0;
    while (preposition.find()) {
      end = preposition.end();
    }
    String word = words(first.substring(end)).getFirst();
    String shared = first.substring(0, end) + (ARTICLES.contains(word) ? word + " " : "");
    List<String> names = new ArrayList<>(List.of(first));
    for (String other : conjuncts.subList(1, conjuncts.size())) {
      boolean article = ARTICLES.contains(words(other).getFirst());
      names.add((article ? first.substring(0, end) : shared) + other);
    }
    return names;
  }

  /** {@code endometrial hyperplasia or cancer}: all but the last word of the first is shared. */
  private static List<String> sharedModifier(List<String> conjuncts) {
    List<String> first = words(conjuncts.getFirst());
    String shared = String.join(" ", first.subList(0, first.size() - 1));
    List<String> names = new ArrayList<>(List.of(conjuncts.getFirst()));
    for (String other : conjuncts.subList(1, conjuncts.size())) {
      names.add(words(other).size() == 1 ? shared + " " + other : other);
    }
    return names;
  }

  /** {@code breast and ovarian cancer}: the last word of all is shared, where it is not said. */
  private static List<String> sharedHead(List<String> conjuncts) {
    String head = words(conjuncts.getLast()).getLast();
    boolean single = words(conjuncts.getLast()).size() == 1;
    List<String> names = new ArrayList<>();
    for (String conjunct : conjuncts) {
      boolean said = single || words(conjunct).getLast().equalsIgnoreCase(head);
      String stem =
          conjunct.endsWith("-") ? conjunct.substring(0, conjunct.length() - 1) : conjunct;
      names.add(said ? conjunct : stem + " " + head);
    }
    return names;
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split(" +"));
  }
}
