package org.hyperlinker.cli.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.hyperlinker.core.io.NotWrittenException;
import org.hyperlinker.formats.FormatException;

/** The one line that a failure becomes: the cause, and the mend where it is known. */
public final class Failures {

  private static final long MEBIBYTE = 1 << 20;

  private Failures() {}

  /** The failure in one line, without a leading program name. */
  public static String line(Throwable failure) {
    Throwable cause = unwrapped(failure);
    String line =
        switch (cause) {
          case NoSuchFileException e -> e.getFile() + ": no such file; check the path";
          case AccessDeniedException e -> e.getFile() + ": access denied; check its permissions";
          case NotDirectoryException e -> e.getFile() + ": not a folder; check the path";
          case FileAlreadyExistsException e -> e.getFile() + ": in the way; move it elsewhere";
          case FileSystemException e -> message(e);
          case IOException e -> message(e);
          case IllegalArgumentException e -> message(e);
          case IllegalStateException e -> message(e);
          case CommandFailure e -> message(e);
          case OutOfMemoryError e ->
              "out of memory at a heap of "
                  + Runtime.getRuntime().maxMemory() / MEBIBYTE
                  + " MiB; allow more with HYPERLINKER_JAVA_OPTS=-Xmx8g, or use smaller batches";
          case StackOverflowError e ->
              "an input is nested more deeply, or an entry of it is longer, than the program can"
                  + " follow; allow more with HYPERLINKER_JAVA_OPTS=-Xss64m, and report it";
          default ->
              "unexpected " + cause + "; run again with --verbose for the stack, and report it";
        };
    String single = line.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    return single.contains("No space left on device")
        ? single + "; free some space or choose another folder"
        : single;
  }

  private static Throwable unwrapped(Throwable failure) {
    // A fault of what is read while a file is written is no fault of the file that is written.
    if (failure instanceof NotWrittenException) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof FormatException) {
          return cause;
        }
      }
    }
    boolean wrapper =
        failure instanceof UncheckedIOException
            || failure instanceof ExecutionException
            || failure instanceof CompletionException;
    return wrapper && failure.getCause() != null ? unwrapped(failure.getCause()) : failure;
  }

  private static String message(Throwable e) {
    return e.getMessage() == null || e.getMessage().isBlank()
        ? e.getClass().getSimpleName() + "; run again with --verbose for the stack"
        : e.getMessage();
  }
}
