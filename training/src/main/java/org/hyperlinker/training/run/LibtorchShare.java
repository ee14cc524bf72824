package org.hyperlinker.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Measures how much of a thread's running time is spent outside libtorch, by sampling it with the
 * JDK's flight recorder: samples in native methods of the engine against samples in Java.
 */
public final class LibtorchShare implements AutoCloseable {

  private static final Duration PERIOD = Duration.ofMillis(20);
  private static final String NATIVE = "jdk.NativeMethodSample";
  private static final String JAVA = "jdk.ExecutionSample";
  private static final String ENGINE = "ai.djl.pytorch.jni.PyTorchLibrary";

  private final Recording recording = new Recording();
  private final String thread;

  /**
   * What the samples say.
   *
   * @param inside samples inside libtorch
   * @param outside samples of Java code and other native code on the same thread
   */
  public record Share(long inside, long outside) {

    /** The share of samples outside libtorch, between 0 and 1. */
    public double outsideShare() {
      return (double) outside / Math.max(1, inside + outside);
    }
  }

  /** Starts sampling this thread. */
  public LibtorchShare(Thread thread) {
    this.thread = thread.getName();
    recording.enable(NATIVE).withPeriod(PERIOD);
    recording.enable(JAVA).withPeriod(PERIOD);
    recording.start();
  }

  /** Stops sampling and counts. */
  public Share stop() throws IOException {
    recording.stop();
    Path file = Files.createTempFile("hyperlinker-", ".jfr");
    try {
      recording.dump(file);
      long inside = 0;
      long outside = 0;
      for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
        if (isOfThread(event)) {
          if (isInEngine(event)) {
            inside++;
          } else {
            outside++;
          }
        }
      }
      return new Share(inside, outside);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private boolean isOfThread(RecordedEvent event) {
    String name = event.getEventType().getName();
    if (!name.equals(NATIVE) && !name.equals(JAVA)) {
      return false;
    }
    RecordedThread sampled = event.getThread("sampledThread");
    return sampled != null && thread.equals(sampled.getJavaName());
  }

  private static boolean isInEngine(RecordedEvent event) {
    RecordedStackTrace stack = event.getStackTrace();
    return stack != null
        && !stack.getFrames().isEmpty()
        && stack.getFrames().getFirst().getMethod().getType().getName().equals(ENGINE);
  }

  @Override
  public void close() {
    recording.close();
  }
}
