package org.hyperlinker.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that are too large, too slow, too deep, or no bodies at all. */
@Timeout(60)
class RequestBoundsTest {

  private static final String JSON = "application/json";
  private static final String ASPIRIN = "{\"text\": \"Aspirin\"}";
  private static final String HEALTH = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private static TinyServer tiny;

  @BeforeAll
  static void start() throws IOException {
    ServerSettings usual = TinyServer.SETTINGS;
    ServerSettings hasty =
        new ServerSettings(
            usual.host(),
            0,
            usual.token(),
            usual.bodyBytes(),
            Duration.ofSeconds(3),
            usual.idle(),
            usual.queue(),
            usual.grace());
    tiny = TinyServer.start(hasty, () -> {});
  }

  @AfterAll
  static void stop() throws IOException {
    tiny.close();
  }

  private static void assertProblem(TinyServer.Answer answer, int status, String detail) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.detail()).contains(detail);
  }

  @Test
  void whatIsLeftOfARefusedBodyIsNoRequest() throws Exception {
    for (String path : new String[] {"/v1/link", "/v1/search"}) {
      try (RawClient client = new RawClient(tiny)) {
        String hidden = HEALTH.repeat(5_000);
        String all = client.send(RawClient.head(path, JSON, hidden.length()) + hidden).rest();
        assertThat(all).startsWith("HTTP/1.1 413 ").containsOnlyOnce("HTTP/1.1");
      }
    }
  }

  @Test
  void aHundredMegabytesAreAnsweredWithWhy() throws Exception {
    byte[] body = new byte[100_000_000];
    assertProblem(tiny.post("/v1/link", JSON, body), 413, "at most 100000 bytes");
    assertThat(tiny.post("/v1/link", ASPIRIN).status()).isEqualTo(200);
  }

  @Test
  void aBodyThatStopsIsGivenUp() throws Exception {
    try (RawClient client = new RawClient(tiny)) {
      String all = client.send(RawClient.head("/v1/link", JSON, 100) + "{\"text\":").rest();
      assertThat(all).startsWith("HTTP/1.1 408 ").contains("within 3000 ms");
    }
  }

  @Test
  void aBodyThatDripsIsGivenUp() throws Exception {
    try (RawClient client = new RawClient(tiny)) {
      client.send(RawClient.head("/v1/link", JSON, 100));
      Thread dripping = Thread.startVirtualThread(() -> drip(client));
      assertThat(client.line()).startsWith("HTTP/1.1 408 ");
      dripping.interrupt();
    }
  }

  private static void drip(RawClient client) {
    try {
      while (true) {
        client.send(" ");
        Thread.sleep(50);
      }
    } catch (IOException | InterruptedException e) {
      // The server has given up, as it should.
    }
  }

  @Test
  void aClientThatGoesAwayIsForgotten() throws Exception {
    try (RawClient client = new RawClient(tiny)) {
      client.send(RawClient.head("/v1/link", JSON, 100) + "{");
    }
    assertThat(tiny.post("/v1/link", ASPIRIN).status()).isEqualTo(200);
  }

  @Test
  void aConnectionIsClosedWhereItsClientAsksForIt() throws Exception {
    try (RawClient client = new RawClient(tiny)) {
      String all = client.send(HEALTH.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")).rest();
      assertThat(all).startsWith("HTTP/1.1 200 ").endsWith("{\"status\":\"up\"}");
    }
  }

  @Test
  void aSmallGzipCannotBecomeALargeBody() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("<?xml version=\"1.0\"?><collection>".getBytes(StandardCharsets.UTF_8));
    }
    for (String type : new String[] {"application/xml", "application/vnd.bioc+json"}) {
      assertProblem(tiny.post("/v1/link", type, bytes.toByteArray()), 415, "gzipped");
    }
  }

  @Test
  void aDocumentIsBoundedInCharactersAndMentions() throws Exception {
    ServerSettings usual = TinyServer.SETTINGS;
    ServerSettings large =
        new ServerSettings(
            usual.host(),
            0,
            usual.token(),
            10_000_000,
            usual.limit(),
            usual.idle(),
            usual.queue(),
            usual.grace());
    try (TinyServer wide = TinyServer.start(large, () -> {})) {
      String text = "\"text\": \"" + "a ".repeat(60_000) + "\"";
      assertProblem(wide.post("/v1/link", "{" + text + "}"), 413, "120000 characters");
      assertProblem(
          wide.post("/v1/explain", "{" + text + ", \"start\": 0, \"end\": 1}"), 413, "of at most");
      String mentions = "{\"start\": 0, \"end\": 7},".repeat(2_000);
      assertProblem(
          wide.post(
              "/v1/link",
              "{\"text\": \"Aspirin\", \"mentions\": [" + mentions + "{\"start\":0,\"end\":7}]}"),
          413,
          "2001 mentions");
      assertProblem(
          wide.post("/v1/search", "{\"query\": \"" + "(".repeat(1_001) + "\"}"),
          413,
          "1001 characters, of at most 1000");
      assertProblem(
          wide.post(
              "/v1/link",
              "{\"text\": \""
                  + "a ".repeat(600)
                  + "\", \"mentions\": [{\"start\": 0, \"end\": 1200}]}"),
          413,
          "a mention has 1200 characters");
      assertProblem(
          wide.post(
              "/v1/link",
              "{\"documents\": [" + "{\"text\": \"a\"},".repeat(64) + "{\"text\": \"a\"}]}"),
          413,
          "at most 64 documents, found 65");
      String blanks =
          "<collection><source/><date/><key/><document><id>8</id><passage><offset>0</offset>"
              + "<sentence><offset>600000</offset></sentence>"
              + "<sentence><offset>1200000</offset></sentence></passage></document></collection>";
      assertProblem(
          wide.post("/v1/link", "application/xml", blanks.getBytes(StandardCharsets.UTF_8)),
          400,
          "sentence out of place");
      String xml =
          "<collection><source/><date/><key/><document><id>7</id><passage><offset>0</offset><text>"
              + "a ".repeat(60_000)
              + "</text></passage></document></collection>";
      assertProblem(
          wide.post("/v1/link", "application/xml", xml.getBytes(StandardCharsets.UTF_8)),
          413,
          "document '7'");
    }
  }

  @Test
  void halfASurrogatePairIsNoText() throws Exception {
    assertProblem(
        tiny.post("/v1/link", "{\"documents\": [{\"text\": \"heart \\ud800 attack\"}]}"),
        400,
        "documents[0].text is wrong: it has half a surrogate pair");
    assertThat(tiny.post("/v1/link", "{\"text\": \"\\ud83e\\udec0\"}").status()).isEqualTo(200);
  }

  @Test
  void aPathThatIsNoneChangesNothing() throws Exception {
    assertProblem(
        tiny.post("/v1/admin/reload", "{\"model\": \"a\\u0000b\"}"), 400, "stays as it was");
  }

  @Test
  void withoutATokenOnlyThisMachineByItsOwnNameChangesSystems() throws Exception {
    String request = RawClient.head("/v1/admin/reload", JSON, 2) + "{}";
    String closing = "\r\nConnection: close\r\nContent-Type";
    for (String name : new String[] {"localhost", "LOCALHOST:80", "127.0.0.1", "[::1]:8080"}) {
      assertThat(reloaded(request.replace("localhost\r\nContent-Type", name + closing)))
          .as(name)
          .startsWith("HTTP/1.1 200 ");
    }
    for (String name : new String[] {"elsewhere.example", "127.0.0.1.example", "localhost.x"}) {
      assertThat(reloaded(request.replace("localhost\r\nContent-Type", name + closing)))
          .as(name)
          .startsWith("HTTP/1.1 403 ");
    }
  }

  private static String reloaded(String request) throws IOException {
    try (RawClient client = new RawClient(tiny)) {
      return client.send(request).rest();
    }
  }

  @Test
  void anotherMethodIsToldWhichThereAre() throws Exception {
    TinyServer.Answer answer = tiny.get("/v1/link");
    assertProblem(answer, 405, "/v1/link");
    assertThat(answer.response().headers().firstValue("allow")).contains("POST");
  }

  @Test
  void theDescriptionNamesEachRefusal() throws Exception {
    JsonNode responses = tiny.get("/openapi.json").json().at("/paths/~1v1~1link/post/responses");
    for (String status : new String[] {"400", "408", "413", "415", "429", "503", "504"}) {
      assertThat(responses.has(status)).as(status).isTrue();
    }
  }
}
