package org.hyperlinker.formats;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The data beside the project, which a checkout alone does not have. */
public final class TestData {

  private TestData() {}

  /** A file of the data folder; the test is skipped where it is absent. */
  public static Path file(String name) {
    Path file = Path.of(System.getProperty("hyperlinker.data", "../shared/data"), name);
    Assumptions.assumeTrue(Files.isRegularFile(file), "no " + file + ": set -Dhyperlinker.data");
    return file;
  }
}
