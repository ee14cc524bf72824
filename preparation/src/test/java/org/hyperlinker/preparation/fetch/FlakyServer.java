package org.hyperlinker.preparation.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A loopback server of byte arrays that can cut, refuse and ignore ranges. */
final class FlakyServer implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, List<Integer>> failures = new HashMap<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean ranges = true;
  private volatile int cutAfter = Integer.MAX_VALUE;
  private volatile boolean stalls;
  private volatile String etag = "\"v1\"";

  FlakyServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/mirror");
  }

  /** The requests so far as {@code <file name> <Range or ->}. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  void serve(String name, byte[] content) {
    files.put(name, content);
  }

  /** Answers the next requests for a file with these status codes. */
  void fail(String name, Integer... statuses) {
    failures.put(name, new ArrayList<>(List.of(statuses)));
  }

  void ignoreRanges() {
    ranges = false;
  }

  /** Closes the connection of the next answer after that many bytes. */
  void cutNextAfter(int bytes) {
    cutAfter = bytes;
  }

  /** Falls silent in the next answer after that many bytes and holds its connection. */
  void stallNextAfter(int bytes) {
    cutAfter = bytes;
    stalls = true;
  }

  void version(String tag) {
    etag = tag;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    String range = exchange.getRequestHeaders().getFirst("Range");
    requests.add(name + " " + (range == null ? "-" : range));
    List<Integer> planned = failures.getOrDefault(name, List.of());
    byte[] content = files.get(name);
    if (!planned.isEmpty() || content == null || !path.startsWith("/mirror/p")) {
      exchange.sendResponseHeaders(planned.isEmpty() ? 404 : planned.removeFirst(), -1);
      exchange.close();
      return;
    }
    exchange.getResponseHeaders().set("ETag", etag);
    boolean same = etag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
    int from = 0;
    if (range != null && ranges && same) {
      from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
    }
    byte[] body = Arrays.copyOfRange(content, from, content.length);
    int sent = Math.min(body.length, cutAfter);
    cutAfter = Integer.MAX_VALUE;
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, body.length);
    exchange.getResponseBody().write(body, 0, sent);
    exchange.getResponseBody().flush();
    if (stalls) {
      stalls = false;
      return;
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
