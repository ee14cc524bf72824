package org.hyperlinker.search.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hyperlinker.core.io.AtomicFiles;

/**
 * The versions of an index that lie in one directory. Each build fills a new folder {@code
 * generation-N}; {@code index.json}, replaced by a rename, says which one counts. Readers that have
 * an older one open keep it: a mapped file lives on without its name.
 *
 * <p>One builder at a time, held by a file lock that ends with its process. What a killed builder
 * left is removed by the next.
 */
final class Generations implements AutoCloseable {

  private static final Pattern NAME = Pattern.compile("generation-([1-9][0-9]{0,8})");
  private static final Pattern LEFT_OVER = Pattern.compile("\\.(generation-.*|index\\.json\\..*)");
  private static final String LOCK = ".build.lock";

  /** What indexes of format 1 consisted of, beside {@code index.json}. */
  private static final List<String> FORMAT_1 = List.of("rows.jsonl.gz", "embeddings.f32");

  private final Path directory;
  private final FileChannel lock;

  private Generations(Path directory, FileChannel lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /**
   * Locks a directory for building, creating it if it is not there, and removes what killed builds
   * left in it.
   *
   * @throws IOException if another build holds it
   */
  static Generations lock(Path directory) throws IOException {
    Files.createDirectories(directory);
    FileChannel channel =
        FileChannel.open(
            directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (held(channel) == null) {
        throw new IOException(
            directory + ": another build is writing this index; wait for it or choose another");
      }
      Generations generations = new Generations(directory, channel);
      for (Path path : generations.named(LEFT_OVER)) {
        AtomicFiles.delete(path);
      }
      return generations;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static FileLock held(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** A name that no generation has had as long as one of them is there. */
  String next() throws IOException {
    int last = 0;
    for (Path path : named(NAME)) {
      Matcher matcher = NAME.matcher(path.getFileName().toString());
      if (matcher.matches()) {
        last = Math.max(last, Integer.parseInt(matcher.group(1)));
      }
    }
    return "generation-" + (last + 1);
  }

  /** Removes all generations but this one, as far as the system lets go of them. */
  void keepOnly(String current) throws IOException {
    for (Path path : named(NAME)) {
      if (!path.getFileName().toString().equals(current)) {
        deleteIfPossible(path);
      }
    }
    for (String file : FORMAT_1) {
      deleteIfPossible(directory.resolve(file));
    }
  }

  /** Some systems do not remove a file that a reader has mapped; the next build tries again. */
  private static void deleteIfPossible(Path path) {
    try {
      AtomicFiles.delete(path);
    } catch (IOException e) {
      return;
    }
  }

  private List<Path> named(Pattern pattern) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> pattern.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  /** Lets go of the directory, which goes too if nothing was built in it. */
  @Override
  public void close() throws IOException {
    lock.close();
    try (Stream<Path> files = Files.list(directory)) {
      if (!files.allMatch(file -> file.getFileName().toString().equals(LOCK))) {
        return;
      }
    }
    AtomicFiles.delete(directory);
  }
}
