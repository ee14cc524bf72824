package org.hyperlinker.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends what no proper one would, and reads until the server closes. */
final class RawClient implements AutoCloseable {

  private static final int PATIENCE_MS = 10_000;

  private final Socket socket;

  RawClient(TinyServer tiny) throws IOException {
    socket = new Socket("127.0.0.1", tiny.server.port());
    socket.setSoTimeout(PATIENCE_MS);
  }

  /** The head of a request that keeps its connection. */
  static String head(String path, String mediaType, long length) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
        + mediaType
        + "\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  RawClient send(String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    return this;
  }

  /** Everything that comes until the server closes, which it must do. */
  String rest() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    socket.getInputStream().transferTo(all);
    return all.toString(StandardCharsets.UTF_8);
  }

  /** The next line that comes. */
  String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = socket.getInputStream().read();
        b >= 0 && b != '\n';
        b = socket.getInputStream().read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
