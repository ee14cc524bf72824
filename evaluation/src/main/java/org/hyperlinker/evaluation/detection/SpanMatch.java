package org.hyperlinker.evaluation.detection;

import java.util.Collection;
import java.util.function.BiPredicate;
import org.hyperlinker.core.corpus.Mention;

/** When a mention that was found agrees with an annotated one. */
public enum SpanMatch {
  /** The same parts of the text. */
  STRICT("span", (one, other) -> one.spans().equals(other.spans())),
  /** The same parts of the text and the same type. */
  STRICT_TYPED("span and type", (one, other) -> STRICT.match(one, other) && sameType(one, other)),
  /** At least one unit shared. */
  RELAXED("overlap", (one, other) -> one.extent().overlaps(other.extent())),
  /** At least one unit shared, and the same type. */
  RELAXED_TYPED(
      "overlap and type", (one, other) -> RELAXED.match(one, other) && sameType(one, other));

  private final String title;
  private final BiPredicate<Mention, Mention> test;

  SpanMatch(String title, BiPredicate<Mention, Mention> test) {
    this.title = title;
    this.test = test;
  }

  /** What a table calls it. */
  public String title() {
    return title;
  }

  boolean match(Mention one, Mention other) {
    return test.test(one, other);
  }

  private static boolean sameType(Mention one, Mention other) {
    return one.type().equals(other.type());
  }

  /** The agreement over a document. */
  Agreement agreement(Collection<Mention> predicted, Collection<Mention> gold) {
    int right =
        (int) predicted.stream().filter(p -> gold.stream().anyMatch(g -> match(p, g))).count();
    int found =
        (int) gold.stream().filter(g -> predicted.stream().anyMatch(p -> match(p, g))).count();
    return new Agreement(right, predicted.size(), found, gold.size());
  }
}
