package org.hyperlinker.formats.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hyperlinker.formats.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlCursorTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "UTF-8, encoding='UTF-8'",
    "UTF-8, ''",
    "ISO-8859-1, encoding=\"ISO-8859-1\"",
    "UTF-16, encoding='UTF-16'"
  })
  void theDeclaredEncodingIsRead(String charset, String declared) throws IOException {
    Path file = folder.resolve("a.xml");
    String xml = "<?xml version='1.0' " + declared + "?>\n<a>naïve</a>";
    Files.writeString(file, xml, Charset.forName(charset));
    try (XmlCursor cursor = new XmlCursor(file)) {
      assertThat(cursor.text()).isEqualTo("naïve");
    }
  }

  @Test
  void aByteOrderMarkIsNoText() throws IOException {
    Path file = Files.writeString(folder.resolve("a.xml"), "\uFEFF<?xml version='1.0'?><a>b</a>");
    try (XmlCursor cursor = new XmlCursor(file)) {
      assertThat(cursor.text()).isEqualTo("b");
    }
  }

  @Test
  void otherBytesAreRefusedWithAPlace() throws IOException {
    Path file =
        Files.write(
            folder.resolve("a.xml"), "<a>\nnaïve</a>".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(
            () -> {
              try (XmlCursor cursor = new XmlCursor(file)) {
                cursor.text();
              }
            })
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(file + ":")
        .hasMessageContaining("encoding");
  }

  @Test
  void anUnknownEncodingIsNamed() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.xml"), "<?xml version='1.0' encoding='x?'?><a/>");
    assertThatThrownBy(() -> new XmlCursor(file).close())
        .hasMessageStartingWith(file + ":1: unknown encoding")
        .hasMessageContaining("'x?'");
  }
}
