package org.hyperlinker.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hyperlinker.server.problem.Problem;

/**
 * The body of a request, read within bounds of size and time. What is not read of it stays on the
 * connection, where the web server would take it for the next request; so a connection whose body
 * is not {@link #whole} must be closed.
 *
 * <p>It is read by a thread of its own, as a read that waits for a slow client has no end by
 * itself. For the thread of its request.
 */
final class RequestBody {

  /** What is read for nothing, at most, of a body that is refused. */
  private static final long DISCARDED = 512L << 20;

  private static final int BUFFER = 1 << 16;

  private final ServerRequest request;
  private final int longest;
  private final Duration limit;
  private final Semaphore room;
  private InputStream stream;
  private int held;
  private boolean whole;
  private boolean stuck;
  private boolean forgotten;

  /**
   * A body that is still to be read.
   *
   * @param longest how many bytes are read, at least 1
   * @param limit how long they may take to come
   * @param room for the bytes of all bodies
   */
  RequestBody(ServerRequest request, int longest, Duration limit, Semaphore room) {
    this.request = request;
    this.longest = longest;
    this.limit = limit;
    this.room = room;
  }

  /** Whether nothing of it is left on the connection. */
  boolean whole() {
    return whole || !request.content().hasEntity();
  }

  /**
   * All of it.
   *
   * @throws Problem if it is too large or too slow, or there is no room for it
   * @throws CloseConnectionException if the client went away
   */
  byte[] bytes() throws InterruptedException {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    if (request.headers().contentLength().orElse(0) > longest) {
      throw tooLarge();
    }
    byte[] body = within(this::read);
    whole = true;
    return body;
  }

  /** Room is taken for what has come, so that who sends slowly keeps none from others. */
  private byte[] read() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    for (int read = stream().read(buffer); read >= 0; read = stream().read(buffer)) {
      if (body.size() + read > longest) {
        throw tooLarge();
      }
      if (!hold(read)) {
        throw new Problem(Problem.Kind.BUSY, "too much is read at once; send it again later");
      }
      body.write(buffer, 0, read);
    }
    return body.toByteArray();
  }

  private synchronized boolean hold(int bytes) {
    if (forgotten || !room.tryAcquire(bytes)) {
      return false;
    }
    held += bytes;
    return true;
  }

  /** Gives its room to others. */
  synchronized void forget() {
    forgotten = true;
    room.release(held);
    held = 0;
  }

  /**
   * Reads what is left and forgets it, so that a client which sends before it reads comes to see
   * the answer. To be called behind the answer.
   */
  void discard() throws InterruptedException {
    boolean waits = stream == null && request.headers().contains(HeaderNames.EXPECT);
    if (whole() || stuck || waits) {
      return;
    }
    try {
      within(this::discarded);
    } catch (Problem | CloseConnectionException | HttpException | RequestException e) {
      // The connection is closed in any case.
    }
  }

  private long discarded() throws IOException {
    byte[] buffer = new byte[BUFFER];
    long count = 0;
    for (int read = 0; read >= 0 && count < DISCARDED; read = stream().read(buffer)) {
      count += read;
    }
    return count;
  }

  private InputStream stream() {
    if (stream == null) {
      stream = request.content().inputStream();
    }
    return stream;
  }

  private <T> T within(Callable<T> reading) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(reading);
    Thread.startVirtualThread(task);
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      // The thread ends when the connection is closed.
      stuck = true;
      throw new Problem(
          Problem.Kind.SLOW, "the body did not come within " + limit.toMillis() + " ms");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Problem problem) {
        throw problem;
      }
      stuck = true;
      throw switch (e.getCause()) {
        case HttpException malformed -> malformed;
        case RequestException malformed -> malformed;
        default -> new CloseConnectionException("the body ended early", e.getCause());
      };
    }
  }

  private Problem tooLarge() {
    return new Problem(
        Problem.Kind.TOO_LARGE, "a body has at most " + longest + " bytes; send less at once");
  }
}
