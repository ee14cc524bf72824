package org.hyperlinker.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hyperlinker.server.metrics.ServerMetrics;
import org.hyperlinker.server.page.PageFiles;
import org.hyperlinker.server.problem.Problem;

/** Endpoints for the web server: limits, token, figures, and problems as answers. */
public final class Routes {

  private static final Logger LOG = System.getLogger(Routes.class.getName());

  private final Token token;
  private final Traffic traffic;
  private final ServerMetrics metrics;
  private final int bodyBytes;

  /**
   * Routes.
   *
   * @param token that guarded endpoints need, if any
   * @param bodyBytes the largest body that is read
   */
  public Routes(Optional<String> token, Traffic traffic, ServerMetrics metrics, int bodyBytes) {
    this.token = new Token(token);
    this.traffic = traffic;
    this.metrics = metrics;
    this.bodyBytes = bodyBytes;
  }

  /** Adds endpoints, the page, and what answers everything else. */
  public void add(HttpRouting.Builder routing, List<Endpoint> endpoints) {
    for (Endpoint endpoint : endpoints) {
      routing.route(
          Method.create(endpoint.method()),
          endpoint.path(),
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
          Endpoint other =
              new Endpoint(
                  "any",
                  "other",
                  false,
                  _ -> {
                    throw unknown(path, endpoints);
                  });
          serve(other, request, response);
        });
  }

  private static Problem unknown(String path, List<Endpoint> endpoints) {
    TreeSet<String> methods = new TreeSet<>();
    for (Endpoint endpoint : endpoints) {
      String pattern = endpoint.path().replaceAll("\\{[^}]*}", "[^/]+");
      if (path.matches(pattern)) {
        methods.add(endpoint.method());
      }
    }
    return methods.isEmpty()
        ? new Problem(
            Problem.Kind.NOT_FOUND, "nothing is at " + path + "; /openapi.json says what is")
        : new Problem(Problem.Kind.METHOD_NOT_ALLOWED, path + " is asked with " + methods);
  }

  private void serve(Endpoint endpoint, ServerRequest request, ServerResponse response) {
    long begun = System.nanoTime();
    Reply reply = answered(endpoint, request);
    metrics.answered(endpoint.path(), reply.status(), Duration.ofNanos(System.nanoTime() - begun));
    response.status(Status.create(reply.status()));
    response.header(HeaderNames.CONTENT_TYPE, reply.mediaType());
    response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
    reply.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    if (reply.status() == Problem.Kind.TOO_LARGE.status()
        || reply.status() == Problem.Kind.STOPPING.status()) {
      // What is left of the body is not read, and an ending server keeps no connections.
      response.header(HeaderValues.CONNECTION_CLOSE);
    }
    response.send(reply.body());
  }

  private Reply answered(Endpoint endpoint, ServerRequest request) {
    try {
      boolean counted = endpoint.guarded();
      if (counted) {
        token.require(request.headers().first(HeaderNames.AUTHORIZATION));
        traffic.enter();
      }
      try {
        return endpoint.action().answer(call(request));
      } finally {
        if (counted) {
          traffic.leave();
        }
      }
    } catch (Problem e) {
      return Reply.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.of(new Problem(Problem.Kind.STOPPING, "the server ends"));
    } catch (Exception e) {
      LOG.log(Logger.Level.ERROR, endpoint.method() + " " + endpoint.path(), e);
      return Reply.of(
          new Problem(Problem.Kind.INTERNAL, "the server's log has more: " + e.getMessage()));
    }
  }

  private Call call(ServerRequest request) throws IOException {
    Map<String, String> query = new HashMap<>();
    request.query().toMap().forEach((name, values) -> query.put(name, values.getFirst()));
    Map<String, String> path = new HashMap<>();
    request.path().pathParameters().toMap().forEach((name, v) -> path.put(name, v.getFirst()));
    String mediaType =
        request
            .headers()
            .first(HeaderNames.CONTENT_TYPE)
            .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
            .orElse("");
    boolean local =
        request.remotePeer().address() instanceof InetSocketAddress peer
            && peer.getAddress().isLoopbackAddress();
    return new Call(mediaType, body(request), path, query, local);
  }

  private byte[] body(ServerRequest request) throws IOException {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    if (request.headers().contentLength().orElse(0) > bodyBytes) {
      throw tooLarge();
    }
    try (InputStream stream = request.content().inputStream()) {
      byte[] body = stream.readNBytes(bodyBytes + 1);
      if (body.length > bodyBytes) {
        throw tooLarge();
      }
      return body;
    }
  }

  private Problem tooLarge() {
    return new Problem(
        Problem.Kind.TOO_LARGE, "a body has at most " + bodyBytes + " bytes; send less at once");
  }
}
