package org.hyperlinker.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Method;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import org.hyperlinker.server.metrics.ServerMetrics;
import org.hyperlinker.server.page.PageFiles;
import org.hyperlinker.server.problem.Problem;

/** Endpoints for the web server: limits, token, figures, and problems as answers. */
public final class Routes {

  private static final Logger LOG = System.getLogger(Routes.class.getName());

  /** Bodies of the largest size that may be held at once. */
  private static final int HELD = 8;

  private final Token token;
  private final Traffic traffic;
  private final ServerMetrics metrics;
  private final int bodyBytes;
  private final Duration limit;

  /** Bytes of bodies that may be held at once. */
  private final Semaphore room;

  /**
   * Routes.
   *
   * @param token that guarded endpoints need, if any
   * @param bodyBytes the largest body that is read
   * @param limit how long a body may take to come
   */
  public Routes(
      Optional<String> token,
      Traffic traffic,
      ServerMetrics metrics,
      int bodyBytes,
      Duration limit) {
    this.token = new Token(token);
    this.traffic = traffic;
    this.metrics = metrics;
    this.bodyBytes = bodyBytes;
    this.limit = limit;
    this.room = new Semaphore((int) Math.min(Integer.MAX_VALUE, (long) HELD * bodyBytes));
  }

  /** Adds endpoints, the page, and what answers everything else. */
  public void add(HttpRouting.Builder routing, List<Endpoint> endpoints) {
    for (Endpoint endpoint : endpoints) {
      routing.route(
          Method.create(endpoint.method()),
          routed(endpoint.path()),
          (request, response) -> serve(endpoint, request, response));
    }
    for (PageFiles.File file : PageFiles.all()) {
      Endpoint shown =
          Endpoint.get(
                  file.path(),
                  _ -> new Reply(200, file.mediaType(), file.content(), PageFiles.HEADERS))
              .open();
      routing.get(file.path(), (request, response) -> serve(shown, request, response));
    }
    routing.any(
        (request, response) -> {
          String path = request.path().path();
          Endpoint other = new Endpoint("any", "other", false, _ -> unknown(path, endpoints));
          serve(other, request, response);
        });
  }

  /** A path that ends with an id takes one with slashes too, such as an IRI. */
  private static String routed(String path) {
    return path.replace("{", "{+");
  }

  private static Reply unknown(String path, List<Endpoint> endpoints) {
    TreeSet<String> methods = new TreeSet<>();
    for (Endpoint endpoint : endpoints) {
      if (path.matches(endpoint.path().replaceAll("\\{[^}]*}", ".+"))) {
        methods.add(endpoint.method());
      }
    }
    if (methods.isEmpty()) {
      return Reply.of(
          new Problem(
              Problem.Kind.NOT_FOUND, "nothing is at " + path + "; /openapi.json says what is"));
    }
    Problem other =
        new Problem(Problem.Kind.METHOD_NOT_ALLOWED, path + " is asked with " + methods);
    return Reply.of(other).with("Allow", String.join(", ", methods));
  }

  private void serve(Endpoint endpoint, ServerRequest request, ServerResponse response) {
    long begun = System.nanoTime();
    RequestBody body = new RequestBody(request, bodyBytes, limit, room);
    Optional<Problem> refusal = endpoint.guarded() ? refusal(request) : Optional.empty();
    boolean ends;
    try {
      Reply reply = refusal.map(Reply::of).orElseGet(() -> answered(endpoint, request, body));
      Duration time = Duration.ofNanos(System.nanoTime() - begun);
      metrics.answered(endpoint.path(), reply.status(), time);
      // What is left of a body would be taken for the next request; an ending server keeps no
      // connections.
      ends =
          !body.whole()
              || reply.status() == Problem.Kind.STOPPING.status()
              || request.headers().contains(HeaderValues.CONNECTION_CLOSE);
      send(reply, ends, response);
    } finally {
      body.forget();
      if (endpoint.guarded() && refusal.isEmpty()) {
        traffic.leave();
      }
    }
    if (ends) {
      close(body);
    }
  }

  private static void send(Reply reply, boolean ends, ServerResponse response) {
    response.status(Status.create(reply.status()));
    response.header(HeaderNames.CONTENT_TYPE, reply.mediaType());
    response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
    reply.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    if (ends) {
      response.header(HeaderValues.CONNECTION_CLOSE);
    }
    response.send(reply.body());
  }

  /** The header alone does not make the web server close a connection. */
  private static void close(RequestBody body) {
    try {
      body.discard();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new CloseConnectionException("the answer was the last on its connection");
  }

  /** Why a request is not taken. One that is taken counts until it has left. */
  private Optional<Problem> refusal(ServerRequest request) {
    try {
      token.require(request.headers().first(HeaderNames.AUTHORIZATION));
      traffic.enter();
      return Optional.empty();
    } catch (Problem e) {
      return Optional.of(e);
    }
  }

  private Reply answered(Endpoint endpoint, ServerRequest request, RequestBody body) {
    try {
      return endpoint.action().answer(call(request, body));
    } catch (Problem e) {
      return Reply.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.of(new Problem(Problem.Kind.STOPPING, "the server ends"));
    } catch (CloseConnectionException | HttpException | RequestException e) {
      // Of the connection, not of the answer: the web server knows what to do.
      throw e;
    } catch (Exception e) {
      LOG.log(Logger.Level.ERROR, endpoint.method() + " " + endpoint.path(), e);
      return Reply.of(
          new Problem(Problem.Kind.INTERNAL, "the server's log has more: " + e.getMessage()));
    }
  }

  private static Call call(ServerRequest request, RequestBody body) throws InterruptedException {
    Map<String, String> query = new HashMap<>();
    request
        .query()
        .toMap()
        .forEach((name, values) -> query.put(name, values.isEmpty() ? "" : values.getFirst()));
    Map<String, String> path = new HashMap<>();
    request.path().pathParameters().toMap().forEach((name, v) -> path.put(name, v.getFirst()));
    String mediaType =
        request
            .headers()
            .first(HeaderNames.CONTENT_TYPE)
            .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
            .orElse("");
    boolean local = Loopback.is(request.remotePeer(), request.authority());
    return new Call(mediaType, body.bytes(), path, query, local);
  }
}
