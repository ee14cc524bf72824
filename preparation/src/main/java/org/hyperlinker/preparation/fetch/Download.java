package org.hyperlinker.preparation.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperlinker.preparation.fetch.FetchedFile.Outcome;
import org.hyperlinker.preparation.progress.Progress;

/**
 * Brings one file at a time to completeness over HTTP: continues a partial file by {@code Range}
 * with {@code If-Range} (RFC 9110, 13.1.5 and 14.2), starts over where the server does not take
 * part, and tries again after a broken connection or a server error.
 */
final class Download implements AutoCloseable {

  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int SERVER_ERROR = 500;
  private static final int BUFFER = 1 << 16;
  private static final long REPORT_EVERY = 1 << 20;
  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

  private final FetchOptions options;
  private final Progress progress;
  private final HttpClient client;

  Download(FetchOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(options.idleTimeout())
            .build();
  }

  /** Fills the partial file until it is complete; its digest is not looked at. */
  Outcome complete(URI address, String name, PartialFile partial)
      throws IOException, InterruptedException {
    Outcome outcome = Outcome.FETCHED;
    Duration delay = options.retryDelay();
    for (int attempt = 1; ; attempt++) {
      try {
        outcome = attempt(address, name, partial, outcome);
        return outcome;
      } catch (TransientException e) {
        if (attempt == options.attempts()) {
          throw new IOException(
              "cannot fetch %s: %s, %d times; run again later, what came is kept and continued"
                  .formatted(address, e.getMessage(), attempt),
              e);
        }
        outcome = partial.size() > 0 ? Outcome.RESUMED : Outcome.FETCHED;
        Thread.sleep(delay);
        delay = delay.multipliedBy(2);
      }
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private Outcome attempt(URI address, String name, PartialFile partial, Outcome outcome)
      throws IOException, InterruptedException, TransientException {
    long have = partial.size();
    Optional<String> proof = partial.proof();
    HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
    boolean resuming = have > 0 && proof.isPresent();
    if (resuming) {
      request.header("Range", "bytes=" + have + "-").header("If-Range", proof.get());
    }
    HttpResponse<InputStream> response = send(address, request.build());
    try (InputStream body = response.body()) {
      int status = response.statusCode();
      if (status == PARTIAL_CONTENT && resuming) {
        Matcher range =
            CONTENT_RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
        if (!range.matches() || Long.parseLong(range.group(1)) != have) {
          partial.discard();
          throw new TransientException("the server sent another range than asked for", null);
        }
        long total = range.group(2).equals("*") ? Progress.UNKNOWN : Long.parseLong(range.group(2));
        receive(body, name, partial.content(), have, total);
        return Outcome.RESUMED;
      }
      if (status == OK) {
        partial.startOver(proofOf(response));
        long total = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        receive(body, name, partial.content(), 0, total);
        return Outcome.FETCHED;
      }
      if (status == RANGE_NOT_SATISFIABLE && resuming) {
        partial.discard();
        throw new TransientException("the file on the server became shorter", null);
      }
      if (status >= SERVER_ERROR || status == TOO_MANY_REQUESTS) {
        throw new TransientException("the server answered " + status, null);
      }
      throw new IOException(
          "cannot fetch %s: the server answered %d%s; see whether the file moved, or name a mirror"
              .formatted(address, status, status == 404 ? " (not found)" : ""));
    }
  }

  /**
   * Waits for the head of the answer. A request's own time limit would do up to Java 25; later ones
   * count the body in, which may rightly take long.
   */
  private HttpResponse<InputStream> send(URI address, HttpRequest request)
      throws IOException, InterruptedException, TransientException {
    CompletableFuture<HttpResponse<InputStream>> answer =
        client.sendAsync(request, BodyHandlers.ofInputStream());
    try {
      return answer.get(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      abandon(answer);
      throw new TransientException(silence(), e);
    } catch (InterruptedException e) {
      abandon(answer);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ConnectException) {
        throw new IOException(
            "cannot fetch %s: no connection to %s; check the network and proxy, or name a mirror"
                .formatted(address, address.getAuthority()),
            e.getCause());
      }
      throw new TransientException(
          "the connection broke (" + e.getCause().getMessage() + ")", e.getCause());
    }
  }

  /** Ends a request of which nobody waits for the answer any more, also where it has just come. */
  private static void abandon(CompletableFuture<HttpResponse<InputStream>> answer)
      throws IOException {
    if (!answer.cancel(true) && !answer.isCompletedExceptionally()) {
      answer.join().body().close();
    }
  }

  private String silence() {
    return "nothing came for %.1f s".formatted(options.idleTimeout().toMillis() / 1000.0);
  }

  /** Appends the body; a read error is the network's, a write error the disk's. */
  private void receive(InputStream body, String name, Path content, long have, long total)
      throws IOException, TransientException {
    String stage = "fetch " + name;
    long size = have;
    long reported = have;
    progress.report(stage, size, total);
    try (OutputStream out =
            Files.newOutputStream(content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        IdleLimit idle = IdleLimit.on(body, options.idleTimeout())) {
      byte[] buffer = new byte[BUFFER];
      for (int read = read(body, buffer, idle); read >= 0; read = read(body, buffer, idle)) {
        out.write(buffer, 0, read);
        size += read;
        if (size - reported >= REPORT_EVERY) {
          progress.report(stage, size, total);
          reported = size;
        }
      }
    }
    progress.report(stage, size, total);
    if (total >= 0 && size != total) {
      throw new TransientException(
          "the connection ended after %d of %d bytes".formatted(size, total), null);
    }
  }

  private int read(InputStream body, byte[] buffer, IdleLimit idle) throws TransientException {
    try {
      int read = body.read(buffer);
      idle.progress();
      return read;
    } catch (IOException e) {
      throw new TransientException(
          idle.exceeded() ? silence() : "the connection broke (" + e.getMessage() + ")", e);
    }
  }

  /** Weak ETags do not promise equal bytes and are not allowed in {@code If-Range}. */
  private static Optional<String> proofOf(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("ETag")
        .filter(tag -> tag.startsWith("\""))
        .or(() -> response.headers().firstValue("Last-Modified"));
  }

  /** A failure that may be gone at the next attempt. */
  private static final class TransientException extends Exception {

    private static final long serialVersionUID = 1;

    TransientException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
