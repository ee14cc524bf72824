package org.hyperlinker.model.tagging;

/**
 * A stretch of a text with a type.
 *
 * @param start its first UTF-16 unit
 * @param end one past its last, greater than {@code start}
 * @param type such as {@code Disease}; may be empty
 */
public record TypedSpan(int start, int end, String type) {

  /** Rejects empty and reversed spans. */
  public TypedSpan {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "a span needs 0 <= start < end, found: " + start + ".." + end);
    }
  }
}
