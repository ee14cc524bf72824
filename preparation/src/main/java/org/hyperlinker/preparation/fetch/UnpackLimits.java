package org.hyperlinker.preparation.fetch;

/**
 * How much an archive may unfold to before it is refused.
 *
 * @param maxEntries the largest number of entries, at least 1
 * @param maxBytes the largest number of unpacked bytes over all entries, at least 1
 */
public record UnpackLimits(int maxEntries, long maxBytes) {

  /** 10,000 entries and 2 GiB: far above any data set here, far below a full disk. */
  public static final UnpackLimits DEFAULT = new UnpackLimits(10_000, 2L << 30);

  /** Rejects limits that no archive meets. */
  public UnpackLimits {
    if (maxEntries < 1 || maxBytes < 1) {
      throw new IllegalArgumentException(
          "unpack limits are 1 or larger, found: " + maxEntries + " entries, " + maxBytes);
    }
  }
}
