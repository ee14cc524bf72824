package org.hyperlinker.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hyperlinker.core.io.AtomicFiles;

/**
 * A headless Chromium with one page, driven by the DevTools protocol over the JDK's own WebSocket.
 * For one thread.
 */
final class Browser implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PLACE = Pattern.compile("DevTools listening on ws://(\\S+?)/");
  private static final int PATIENCE_SECONDS = 30;

  private final Process process;
  private final Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  /** How those that ended did so: completed or canceled. */
  private final BlockingQueue<String> downloads = new LinkedBlockingQueue<>();

  private final WebSocket socket;

  private Browser(Process process, Path folder, String place) throws Exception {
    this.process = process;
    this.folder = folder;
    String targets =
        client
            .send(
                HttpRequest.newBuilder(URI.create("http://" + place + "/json")).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    String page = "";
    for (JsonNode target : JSON.readTree(targets)) {
      if (target.path("type").asText().equals("page")) {
        page = target.path("webSocketDebuggerUrl").asText();
      }
    }
    socket = client.newWebSocketBuilder().buildAsync(URI.create(page), new Listener()).join();
    for (String domain : List.of("Page", "Runtime", "Log")) {
      ask(domain + ".enable", Map.of());
    }
  }

  /** Where Chromium lies: named by CHROMIUM, or on the path. */
  static Optional<Path> program() {
    String named = System.getenv("CHROMIUM");
    Stream<Path> places =
        Stream.of(System.getenv("PATH").split(":"))
            .flatMap(
                folder ->
                    Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)));
    return (named == null ? places : Stream.of(Path.of(named)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Browser start(Path program) throws Exception {
    Path folder = Files.createTempDirectory("browser");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher place = PLACE.matcher(line);
      if (place.find()) {
        Thread.startVirtualThread(() -> said.lines().forEach(_ -> {}));
        return new Browser(process, folder, place.group(1));
      }
    }
    throw new IOException(program + " ended with " + process.waitFor());
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        take(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  private void take(String text) {
    try {
      JsonNode message = JSON.readTree(text);
      if (message.has("id")) {
        answers.remove(message.path("id").asInt()).complete(message);
      } else if (message.path("method").asText().equals("Runtime.exceptionThrown")
          || message.path("method").asText().equals("Log.entryAdded")) {
        complaints.add(message.path("params").toString());
      } else if (message.path("method").asText().equals("Page.javascriptDialogOpening")) {
        Thread.startVirtualThread(this::leave);
      } else if (message.path("method").asText().equals("Browser.downloadProgress")
          && !message.at("/params/state").asText().equals("inProgress")) {
        downloads.add(message.at("/params/state").asText());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says yes when a page asks whether to leave it, as nothing goes on before. */
  private void leave() {
    try {
      ask("Page.handleJavaScriptDialog", Map.of("accept", true));
    } catch (Exception e) {
      complaints.add(e.toString());
    }
  }

  /** Errors of scripts, requests that failed, and what the security policy stopped. */
  List<String> complaints() {
    return complaints;
  }

  /** Hands out the complaints that a test has brought about, and forgets them. */
  List<String> takeComplaints() {
    List<String> taken = List.copyOf(complaints);
    complaints.removeAll(taken);
    return taken;
  }

  JsonNode ask(String method, Map<String, Object> parameters) throws Exception {
    int number = numbers.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(number, answer);
    ObjectNode message = JSON.createObjectNode().put("id", number).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    send(message.toString());
    return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS).path("result");
  }

  /** One at a time, as a socket takes no text before it has sent the last one. */
  private synchronized void send(String text) throws Exception {
    socket.sendText(text, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  void open(URI place, int width, int height) throws Exception {
    ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    ask("Page.navigate", Map.of("url", place.toString()));
  }

  /** The value of an expression; promises are awaited. */
  JsonNode value(String expression) throws Exception {
    JsonNode result =
        ask(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + result.path("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  /** Waits until an expression holds. */
  void until(String expression) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!value("Boolean(" + expression + ")").asBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            expression
                + " does not become true; the page says: "
                + value("document.body.innerText"));
      }
      Thread.sleep(20);
    }
  }

  void type(String text) throws Exception {
    ask("Input.insertText", Map.of("text", text));
  }

  /** A key, with its number in Windows and what it writes. */
  enum Key {
    TAB("Tab", 9, ""),
    ENTER("Enter", 13, "\r"),
    ESCAPE("Escape", 27, ""),
    RIGHT("ArrowRight", 39, ""),
    DOWN("ArrowDown", 40, "");

    private final String code;
    private final int number;
    private final String written;

    Key(String code, int number, String written) {
      this.code = code;
      this.number = number;
      this.written = written;
    }
  }

  void press(Key key) throws Exception {
    for (String kind : List.of("keyDown", "keyUp")) {
      ask(
          "Input.dispatchKeyEvent",
          Map.of(
              "type",
              kind,
              "key",
              key.code,
              "code",
              key.code,
              "windowsVirtualKeyCode",
              key.number,
              "text",
              kind.equals("keyDown") ? key.written : ""));
    }
  }

  /** Clicks in the middle of an element, as a person would. */
  void click(String selector) throws Exception {
    String element = "document.querySelector(" + JSON.writeValueAsString(selector) + ")";
    until(element);
    JsonNode at =
        value(
            "(() => { const e = "
                + element
                + "; e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect();"
                + " return [r.x + r.width / 2, r.y + r.height / 2]; })()");
    for (String kind : List.of("mousePressed", "mouseReleased")) {
      ask(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              kind,
              "x",
              at.get(0).asDouble(),
              "y",
              at.get(1).asDouble(),
              "button",
              "left",
              "clickCount",
              1));
    }
  }

  /** Lays downloads from now on into a folder. */
  void downloadTo(Path place) throws Exception {
    ask(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", place.toString(), "eventsEnabled", true));
    downloads.clear();
  }

  /**
   * Waits until a download has ended. That its file is there says nothing: Chromium lays an empty
   * one under its name first.
   */
  void awaitDownload() throws Exception {
    String end = downloads.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!"completed".equals(end)) {
      throw new AssertionError("a download was not completed but " + end);
    }
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    client.close();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    process.destroy();
    // Those that it started write into the folder until they end, too.
    all.forEach(one -> one.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
    AtomicFiles.delete(folder);
  }
}
