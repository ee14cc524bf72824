package org.hyperlinker.linking.confidence;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.hyperlinker.core.abbreviation.Abbreviations;
import org.hyperlinker.core.link.Candidate;

/** What tells a right first candidate from a wrong one, as numbers. */
public final class ConfidenceFeatures {

  /** The features in the order of {@link #of}. */
  public static final List<String> NAMES =
      List.of(
          "score",
          "margin",
          "share",
          "entropy",
          "exact",
          "likeness",
          "rivals",
          "length",
          "abbreviation");

  private ConfidenceFeatures() {}

  /**
   * The features of an answer: the best score, its margin over the second, the best candidate's
   * share of a softmax and that softmax's entropy (0 to 1), whether the winning name is the mention
   * but for case and punctuation, the likeness of both (bigrams in common, 0 to 1), how many other
   * candidates have such a name, the logarithm of the mention's length, and whether the mention
   * looks like an abbreviation.
   *
   * @param mention its words
   * @param candidates best first, at least one
   * @param temperature that scores are divided by, above 0
   */
  public static double[] of(String mention, List<Candidate> candidates, double temperature) {
    double best = candidates.getFirst().score();
    double total = 0;
    for (Candidate candidate : candidates) {
      total += Math.exp((candidate.score() - best) / temperature);
    }
    double entropy = 0;
    for (Candidate candidate : candidates) {
      double share = Math.exp((candidate.score() - best) / temperature) / total;
      entropy -= share > 0 ? share * Math.log(share) : 0;
    }
    String words = plain(mention);
    String name = plain(candidates.getFirst().matchedName());
    long rivals =
        candidates.stream().skip(1).filter(c -> plain(c.matchedName()).equals(words)).count();
    return new double[] {
      best,
      candidates.size() < 2 ? 0 : best - candidates.get(1).score(),
      1 / total,
      candidates.size() < 2 ? 0 : entropy / Math.log(candidates.size()),
      name.equals(words) ? 1 : 0,
      likeness(words, name),
      rivals,
      Math.log1p(mention.length()),
      Abbreviations.looksLikeOne(mention) ? 1 : 0
    };
  }

  private static String plain(String text) {
    IntPredicate kept = Character::isLetterOrDigit;
    StringBuilder plain = new StringBuilder();
    text.toLowerCase(Locale.ROOT).codePoints().filter(kept).forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** Twice the bigrams in common over the bigrams of both (Dice). */
  private static double likeness(String one, String other) {
    Set<String> first = bigrams(one);
    Set<String> second = bigrams(other);
    if (first.isEmpty() || second.isEmpty()) {
      return one.equals(other) ? 1 : 0;
    }
    int all = first.size() + second.size();
    first.retainAll(second);
    return 2.0 * first.size() / all;
  }

  private static Set<String> bigrams(String text) {
    Set<String> bigrams = new HashSet<>();
    for (int i = 0; i + 2 <= text.length(); i++) {
      bigrams.add(text.substring(i, i + 2));
    }
    return bigrams;
  }
}
