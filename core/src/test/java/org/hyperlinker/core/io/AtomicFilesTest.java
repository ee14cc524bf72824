package org.hyperlinker.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

  @TempDir Path folder;
  private Path directory;

  @BeforeEach
  void anEarlierDirectory() throws IOException {
    directory = folder.resolve("result");
    AtomicFiles.writeDirectory(directory, made -> Files.writeString(made.resolve("old"), "old"));
  }

  @Test
  void aNewDirectoryTakesTheWholePlaceOfAnOldOne() throws IOException {
    AtomicFiles.writeDirectory(directory, made -> Files.writeString(made.resolve("new"), "new"));

    assertThat(names(directory)).containsExactly("new");
    assertThat(names(folder)).containsExactly("result");
  }

  @Test
  void aFailureLeavesWhatWasThereAndNothingElse() throws IOException {
    assertThatThrownBy(() -> AtomicFiles.writeDirectory(directory, AtomicFilesTest::halfWritten))
        .isInstanceOf(NotWrittenException.class);

    assertThat(names(directory)).containsExactly("old");
    assertThat(names(folder)).containsExactly("result");
  }

  @Test
  void anErrorInTheMiddleOfAFileLeavesTheOldFile() throws IOException {
    Path file = directory.resolve("old");

    assertThatThrownBy(
            () ->
                AtomicFiles.write(
                    file,
                    stream -> {
                      stream.write('x');
                      throw new UncheckedIOException(new IOException("unplugged"));
                    }))
        .hasMessage("cannot write " + file + ": unplugged");

    assertThat(file).hasContent("old");
    assertThat(names(directory)).containsExactly("old");
  }

  @Test
  void whatAKilledProcessLeftIsRemovedAndNotWhatALivingOneWrites() throws IOException {
    long living = ProcessHandle.current().parent().orElseThrow().pid();
    Path written = Files.createDirectory(folder.resolve(".result." + living + ".partial"));
    Path left = Files.createDirectory(folder.resolve(".result.999999999.partial"));
    Files.writeString(left.resolve("new"), "half");
    Path other = Files.writeString(folder.resolve(".results.999999999.partial"), "other");

    AtomicFiles.writeDirectory(directory, made -> Files.writeString(made.resolve("new"), "new"));

    assertThat(left).doesNotExist();
    assertThat(written).isDirectory();
    assertThat(other).exists();
  }

  @Test
  void aKillBetweenTheTwoRenamesLosesNothing() throws IOException {
    Files.move(directory, folder.resolve(".result.old"));

    assertThatThrownBy(() -> AtomicFiles.writeDirectory(directory, AtomicFilesTest::halfWritten))
        .isInstanceOf(NotWrittenException.class);

    assertThat(names(directory)).containsExactly("old");
    assertThat(names(folder)).containsExactly("result");
  }

  @Test
  void aFullDiskIsSaidOnceAndOfTheDirectoryThatTheUserNamed() {
    assertThatThrownBy(
            () ->
                AtomicFiles.writeDirectory(
                    directory,
                    made ->
                        AtomicFiles.write(
                            made.resolve("part"),
                            _ -> {
                              throw new FileSystemException(
                                  made.resolve(
                                          ".part." + ProcessHandle.current().pid() + ".partial")
                                      .toString(),
                                  null,
                                  "No space left on device");
                            })))
        .hasMessage("cannot write " + directory + ": No space left on device");
  }

  private static void halfWritten(Path made) throws IOException {
    Files.writeString(made.resolve("half"), "half");
    throw new IOException("unplugged");
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
