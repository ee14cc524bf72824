package org.hyperlinker.preparation.mix;

import java.util.List;

/**
 * What a mix consists of.
 *
 * @param examples how many examples were written
 * @param read how many examples each source holds, in the order of the options
 * @param renamed how many queries got a new id because theirs was taken
 */
public record MixReport(long examples, List<Long> read, long renamed) {

  /** Copies the counts. */
  public MixReport {
    read = List.copyOf(read);
  }
}
