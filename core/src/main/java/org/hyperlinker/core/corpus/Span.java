package org.hyperlinker.core.corpus;

/**
 * A stretch of a document's text, in UTF-16 code units from the start of the document. Formats that
 * count otherwise (BioC: bytes or code points) are converted by their readers and writers.
 *
 * @param start first unit, at least 0
 * @param end one past the last unit, greater than {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

  /** Rejects empty and reversed spans. */
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "a span needs 0 <= start < end, found: " + start + ".." + end);
    }
  }

  /** The number of UTF-16 units. */
  public int length() {
    return end - start;
  }

  /** Whether the two share at least one unit. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
