package org.hyperlinker.formats;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The closing account of a reader.
 *
 * @param source the file
 * @param read records handed on: documents, concepts, examples
 * @param skipped what was not taken over and how often, by reason; empty if nothing was
 */
public record Ledger(String source, long read, SortedMap<String, Long> skipped) {

  /** Copies the reasons. */
  public Ledger {
    if (read < 0) {
      throw new IllegalArgumentException("records read are 0 or more, found: " + read);
    }
    skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
  }

  /** How many things were skipped for any reason. */
  public long skippedTotal() {
    return skipped.values().stream().mapToLong(Long::longValue).sum();
  }

  /** One line, such as {@code a.jsonl: 12 read, 1 skipped (blank line: 1)}. */
  public String summary() {
    return summary("read");
  }

  /** The same of a writer, whose records were {@code written}. */
  public String writtenSummary() {
    return summary("written");
  }

  private String summary(String done) {
    String reasons =
        skipped.entrySet().stream()
            .map(e -> e.getKey() + ": " + e.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
    return source
        + (": " + read + " " + done + ", " + skippedTotal() + " skipped")
        + (skipped.isEmpty() ? "" : reasons);
  }

  /** Counts while a reader runs. For one thread. */
  public static final class Builder {

    private final String source;
    private final SortedMap<String, Long> skipped = new TreeMap<>();
    private long read;

    /** An empty account of this file. */
    public Builder(String source) {
      this.source = source;
    }

    /** Counts a record that was handed on. */
    public void read() {
      read++;
    }

    /** How many records were handed on so far. */
    public long count() {
      return read;
    }

    /** Counts something that was not taken over. */
    public void skip(String reason) {
      skipped.merge(reason, 1L, Long::sum);
    }

    /** The account. */
    public Ledger build() {
      return new Ledger(source, read, skipped);
    }
  }
}
