package org.hyperlinker.core.io;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file or directory that could not be written; nothing half-written stays. */
public final class NotWrittenException extends IOException {

  private static final long serialVersionUID = 1;

  private final String reason;

  private NotWrittenException(Path target, String reason, Throwable cause) {
    super("cannot write " + target + ": " + reason, cause);
    this.reason = reason;
  }

  /**
   * Names what the user asked for, and neither the hidden partial file nor each level at which the
   * writing of a directory failed.
   *
   * @param target what was to be written
   * @param partial where it was being written
   * @param failure what happened
   */
  static NotWrittenException of(Path target, Path partial, Throwable failure) {
    return new NotWrittenException(target, reason(partial, failure), failure);
  }

  private static String reason(Path partial, Throwable failure) {
    return switch (failure) {
      case NotWrittenException inner -> inner.reason;
      case FileSystemException e when e.getReason() != null && isBelow(partial, e.getFile()) ->
          e.getReason();
      default ->
          failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    };
  }

  private static boolean isBelow(Path partial, String file) {
    return file != null && Path.of(file).startsWith(partial);
  }
}
