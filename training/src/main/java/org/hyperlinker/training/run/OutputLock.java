package org.hyperlinker.training.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second run out of an output folder: two runs would prune each other's checkpoints. The
 * operating system frees the lock when the process ends, however it ends; the empty file stays.
 */
public final class OutputLock implements AutoCloseable {

  private static final String FILE = ".lock";

  private final FileChannel channel;

  private OutputLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the folder, which is made if it is missing.
   *
   * @throws IOException if a run of this or another process has it
   */
  public static OutputLock take(Path output) throws IOException {
    Files.createDirectories(output);
    FileChannel channel =
        FileChannel.open(output.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isFree(channel)) {
      return new OutputLock(channel);
    }
    channel.close();
    throw new IOException(
        output + " is in use by another run; wait for its end, or choose another output_dir");
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
