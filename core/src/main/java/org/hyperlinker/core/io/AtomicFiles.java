package org.hyperlinker.core.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writing that appears whole or not at all: the content goes to a hidden sibling first and takes
 * its place by a rename. A failure removes the sibling and leaves what was there before. What a
 * killed process left is removed when the same is written again; its name tells which process.
 */
public final class AtomicFiles {

  private AtomicFiles() {}

  /** What fills a file. */
  @FunctionalInterface
  public interface Filling {
    /** Writes the content; the stream is buffered and closed by the caller. */
    void writeTo(OutputStream stream) throws IOException;
  }

  /** What fills a directory. */
  @FunctionalInterface
  public interface DirectoryFilling {
    /** Writes the files of the directory. */
    void writeTo(Path directory) throws IOException;
  }

  /**
   * Writes a file, creating its folders.
   *
   * @throws NotWrittenException naming the file, if it cannot be written; nothing half-written
   *     stays
   */
  public static void write(Path file, Filling filling) throws IOException {
    Path target = file.toAbsolutePath();
    Files.createDirectories(target.getParent());
    Path partial = partial(target);
    try {
      removeLeftOvers(target);
      try (OutputStream stream =
          new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16)) {
        filling.writeTo(stream);
      }
      sync(partial);
      move(partial, target);
    } catch (IOException | UncheckedIOException e) {
      Files.deleteIfExists(partial);
      throw NotWrittenException.of(file, partial, unwrapped(e));
    } catch (RuntimeException | Error e) {
      Files.deleteIfExists(partial);
      throw e;
    }
  }

  /**
   * Fills a new directory and puts it in the place of {@code directory}; what was there before is
   * removed only after the new one stands. A process that is killed between the two renames leaves
   * it under a hidden name, from where the next writing takes it back first.
   *
   * @throws NotWrittenException naming the directory, if it cannot be written; nothing half-written
   *     stays
   */
  public static void writeDirectory(Path directory, DirectoryFilling filling) throws IOException {
    Path target = directory.toAbsolutePath();
    Files.createDirectories(target.getParent());
    Path partial = partial(target);
    Path old = target.resolveSibling("." + target.getFileName() + ".old");
    try {
      removeLeftOvers(target);
      if (Files.exists(target)) {
        delete(old);
      } else if (Files.exists(old)) {
        move(old, target);
      }
      delete(partial);
      Files.createDirectory(partial);
      filling.writeTo(partial);
      try (Stream<Path> files = Files.walk(partial)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          sync(file);
        }
      }
      if (Files.exists(target)) {
        move(target, old);
      }
      move(partial, target);
      delete(old);
    } catch (IOException | UncheckedIOException e) {
      recover(target, partial, old);
      throw NotWrittenException.of(directory, partial, unwrapped(e));
    } catch (RuntimeException | Error e) {
      recover(target, partial, old);
      throw e;
    }
  }

  /** Removes a file or a whole directory tree, if it is there. */
  public static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void recover(Path target, Path partial, Path old) throws IOException {
    delete(partial);
    if (!Files.exists(target) && Files.exists(old)) {
      move(old, target);
    }
  }

  private static Path partial(Path target) {
    return target.resolveSibling(
        "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".partial");
  }

  /** Partial siblings of processes that are gone. */
  private static void removeLeftOvers(Path target) throws IOException {
    Pattern name =
        Pattern.compile(
            "\\." + Pattern.quote(target.getFileName().toString()) + "\\.(\\d{1,18})\\.partial");
    List<Path> siblings;
    try (Stream<Path> files = Files.list(target.getParent())) {
      siblings = files.toList();
    }
    for (Path sibling : siblings) {
      Matcher matcher = name.matcher(sibling.getFileName().toString());
      if (matcher.matches() && ProcessHandle.of(Long.parseLong(matcher.group(1))).isEmpty()) {
        delete(sibling);
      }
    }
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Throwable unwrapped(Exception e) {
    return e instanceof UncheckedIOException ? e.getCause() : e;
  }
}
