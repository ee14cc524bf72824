package org.hyperlinker.pretrained;

import java.util.Map;

/**
 * How large a bundle may be, so that it can lie in the repository.
 *
 * @param together bytes of all files
 * @param each bytes of one file
 */
public record BundleLimits(long together, long each) {

  private static final long MEGABYTE = 1_000_000;

  /** 120 MB together and 50 MB a file. */
  public static final BundleLimits REPOSITORY = new BundleLimits(120 * MEGABYTE, 50 * MEGABYTE);

  /**
   * Refuses a bundle that is too large.
   *
   * @throws IllegalArgumentException naming the largest file
   */
  void require(Map<String, BundleManifest.Content> files) {
    long sum = 0;
    for (Map.Entry<String, BundleManifest.Content> file : files.entrySet()) {
      sum += file.getValue().bytes();
      if (file.getValue().bytes() > each) {
        throw new IllegalArgumentException(
            "the bundle's "
                + file.getKey()
                + " has "
                + file.getValue().bytes()
                + " bytes, more than "
                + each
                + "; choose a smaller model or a compact index without permuted names");
      }
    }
    if (sum > together) {
      throw new IllegalArgumentException(
          "the bundle has "
              + sum
              + " bytes, more than "
              + together
              + "; choose a smaller model or a compact index without permuted names");
    }
  }
}
