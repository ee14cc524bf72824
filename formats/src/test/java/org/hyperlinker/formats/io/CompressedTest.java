package org.hyperlinker.formats.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressedTest {

  @TempDir private Path folder;

  @Test
  void gzipHoldsNeitherTimeNorName() throws IOException {
    Path file = folder.resolve("a.gz");
    Compressed.write(file, writer -> writer.write("text"));
    byte[] bytes = Files.readAllBytes(file);
    assertThat(bytes).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
    try (InputStream stream = Compressed.open(file)) {
      assertThat(stream.readAllBytes()).isEqualTo("text".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void gzipIsFoundOutByContentNotByName() throws IOException {
    Path gzipped = folder.resolve("a.gz");
    Compressed.write(gzipped, writer -> writer.write("text"));
    Path renamed = Files.move(gzipped, folder.resolve("a.txt"));
    assertThat(Compressed.head(renamed, 2)).isEqualTo("te");
    Path plain = Files.writeString(folder.resolve("b.gz"), "plain");
    assertThat(Compressed.head(plain, 9)).isEqualTo("plain");
  }

  @Test
  void aDamagedGzipNamesTheLineReached() throws IOException {
    Path file = folder.resolve("a.gz");
    Compressed.write(file, writer -> writer.write("one\ntwo\nthree\n"));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 5]++;
    Files.write(file, bytes);
    assertThatThrownBy(() -> Compressed.head(file, 1000))
        .hasMessageStartingWith(file + ":")
        .hasMessageContaining("damaged gzip");
  }

  @Test
  void aFailureLeavesWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "before");
    assertThatThrownBy(() -> Compressed.write(file, writer -> writer.write("half \uD83D pair")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a.txt");
    assertThat(file).hasContent("before");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
