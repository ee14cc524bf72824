package org.hyperlinker.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hyperlinker.formats.io.Compressed;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every reader must do. A reader's test inherits this, names its fixture and says on which
 * line each malformed fixture breaks.
 */
public abstract class ReaderContract {

  @TempDir protected Path folder;

  /** What a reader gives: its records and, if it keeps one, its ledger. */
  public record Reading(List<?> records, Optional<Ledger> ledger) {}

  /** The resource folder of the format. */
  protected abstract String format();

  /** The well-formed fixture in it. */
  protected abstract String fixture();

  /** The number of records in the fixture. */
  protected abstract int records();

  /** What the reader skips in the fixture. */
  protected Map<String, Long> skipped() {
    return Map.of();
  }

  /** The line of the fault in each file of the folder {@code malformed}; 0 for none. */
  protected abstract Map<String, Integer> faults();

  /** Reads a file. */
  protected abstract Reading read(Path file) throws IOException;

  /** A file of the format's resource folder. */
  protected Path resource(String name) {
    try {
      return Path.of(ReaderContract.class.getResource("/" + format() + "/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theFixtureIsReadWholeAndTheLedgerAddsUp() throws IOException {
    Path file = resource(fixture());
    Reading reading = read(file);
    assertThat(reading.records()).hasSize(records());
    reading
        .ledger()
        .ifPresent(
            ledger -> {
              assertThat(ledger.source()).isEqualTo(file.toString());
              assertThat(ledger.read()).isEqualTo(records());
              assertThat(ledger.skipped()).isEqualTo(skipped());
            });
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("missing.file");
    assertThatThrownBy(() -> read(missing))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(missing + ": no such file");
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.file"));
    assertThatThrownBy(() -> read(empty))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(empty.toString())
        .hasMessageContaining("expected");
  }

  @Test
  void gzippedReadsAsPlain() throws IOException {
    Path gzipped = write("fixture.gz", gzip(plain()));
    assertThat(read(gzipped).records()).isEqualTo(read(resource(fixture())).records());
  }

  @Test
  void aTruncatedGzipIsRefusedWhereverItEnds() throws IOException {
    byte[] whole = gzip(plain());
    for (int length : new int[] {5, whole.length / 2, whole.length - 1}) {
      Path truncated = write("truncated.gz", Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> read(truncated))
          .as("the first %d of %d bytes", length, whole.length)
          .isInstanceOf(FormatException.class)
          .hasMessageStartingWith(truncated + ":")
          .hasMessageContaining("truncated gzip");
    }
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() throws IOException {
    byte[] plain = plain();
    plain[plain.length / 2] = (byte) 0xff;
    Path file = write("latin", plain);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(file + ":");
  }

  @Test
  void everyMalformedFixtureIsExpectedHere() throws IOException {
    try (Stream<Path> files = Files.list(resource("malformed"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(faults().keySet());
    }
  }

  @TestFactory
  Stream<DynamicTest> aFaultNamesFileAndLine() {
    return faults().entrySet().stream()
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.getKey(),
                    () -> {
                      Path file = resource("malformed/" + fault.getKey());
                      String line = fault.getValue() == 0 ? "" : ":" + fault.getValue();
                      assertThatThrownBy(() -> read(file))
                          .isInstanceOf(FormatException.class)
                          .hasMessageStartingWith(file + line + ": ")
                          .hasMessageMatching("(?s)[^\n]*; expected [^\n]+, found [^\n]+");
                    }));
  }

  private byte[] plain() throws IOException {
    try (var stream = Compressed.open(resource(fixture()))) {
      return stream.readAllBytes();
    }
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = Compressed.deterministicGzip(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
