package org.hyperlinker.model.tagging;

import java.util.List;

/**
 * The tags of some types (BIO): 0 is outside, and each type has one tag for the first word of a
 * span and the next tag for its other words.
 *
 * <p>Marks, which say what a dictionary found, are numbered alike, with one more type behind the
 * others for names of no type of these.
 *
 * @param types in the order of their tags, at least one, none twice
 */
public record TagScheme(List<String> types) {

  /** The tag of a word that belongs to no span, and its mark. */
  public static final int OUTSIDE = 0;

  /** Copies the types and refuses repeated ones. */
  public TagScheme {
    types = List.copyOf(types);
    if (types.isEmpty() || types.stream().distinct().count() != types.size()) {
      throw new IllegalArgumentException("tags need different types, at least one: " + types);
    }
  }

  /** How many tags there are. */
  public int tags() {
    return 1 + 2 * types.size();
  }

  /** How many marks there are. */
  public int marks() {
    return tags() + 2;
  }

  /**
   * The tag of a span's first word; that of its other words is one more.
   *
   * @throws IllegalArgumentException if the type has no tag
   */
  public int begin(String type) {
    int place = types.indexOf(type);
    if (place < 0) {
      throw new IllegalArgumentException("no tag for '" + type + "', only for " + types);
    }
    return 1 + 2 * place;
  }

  /** The mark of a name's first word; that of its other words is one more. */
  public int beginMark(String type) {
    return types.contains(type) ? begin(type) : tags();
  }

  /** The type of a tag that is not {@link #OUTSIDE}. */
  public String type(int tag) {
    return types.get((tag - 1) / 2);
  }

  /** Whether a span goes on with this tag. */
  public static boolean isInside(int tag) {
    return tag > OUTSIDE && tag % 2 == 0;
  }

  /** Whether a tag may stand behind another: a span goes on only behind a word of its type. */
  public static boolean mayFollow(int before, int tag) {
    return !isInside(tag) || before == tag || before == tag - 1;
  }
}
