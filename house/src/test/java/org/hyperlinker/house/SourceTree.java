package org.hyperlinker.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own files, as they lie in the checkout. */
final class SourceTree {

  private static final List<String> TEXT =
      List.of(".java", ".xml", ".md", ".yaml", ".yml", ".json", ".jsonl", ".txt", ".properties");

  private SourceTree() {}

  static Path root() {
    return Path.of(System.getProperty("hyperlinker.root", "..")).toAbsolutePath().normalize();
  }

  static List<Path> javaFiles() throws IOException {
    return files(".java");
  }

  /** Sources, documents, settings, fixtures and the scripts without an ending. */
  static List<Path> textFiles() throws IOException {
    return files("");
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(root())) {
      return files
          .filter(Files::isRegularFile)
          .filter(
              file ->
                  !root()
                      .relativize(file)
                      .toString()
                      .matches(
                          "(.*/)?(target|[.]git)(/.*)?|(runs|data)/.*|pretrained/.*/bundle/.*"))
          .filter(file -> file.toString().endsWith(ending) && isText(file))
          .sorted()
          .toList();
    }
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString();
    return TEXT.stream().anyMatch(name::endsWith) || !name.contains(".");
  }
}
