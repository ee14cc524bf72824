package org.hyperlinker.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every Java file is as google-java-format writes it. A test and not a plugin, because the
 * formatter must run on the toolchain's JDK while Maven itself may run on an older one. {@code mvn
 * -pl house -am test -Dhouse.format=write} rewrites the files.
 */
class FormattingTest {

  private final Formatter formatter = new Formatter();

  @Test
  void everySourceFileIsFormatted() throws IOException, FormatterException {
    boolean write = "write".equals(System.getProperty("house.format"));
    List<Path> unformatted = new ArrayList<>();
    for (Path file : SourceTree.javaFiles()) {
      String source = Files.readString(file);
      String formatted =
          formatter.formatSource(
              ImportOrderer.reorderImports(
                  RemoveUnusedImports.removeUnusedImports(source), Style.GOOGLE));
      if (!formatted.equals(source)) {
        if (write) {
          Files.writeString(file, formatted);
        } else {
          unformatted.add(SourceTree.root().relativize(file));
        }
      }
    }
    assertThat(unformatted)
        .as("files to format with: mvn -pl house -am test -Dhouse.format=write")
        .isEmpty();
  }

  @Test
  void thereIsSomethingToCheck() throws IOException {
    try (Stream<Path> files = SourceTree.javaFiles().stream()) {
      assertThat(files.count()).isGreaterThan(20);
    }
  }
}
