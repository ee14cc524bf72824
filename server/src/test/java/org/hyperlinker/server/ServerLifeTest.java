package org.hyperlinker.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that is pressed, changed and ended. */
@Timeout(60)
class ServerLifeTest {

  private static final String ASPIRIN = "{\"text\": \"Aspirin\"}";

  private static ServerSettings settings(int queue, Duration limit, Optional<String> token) {
    ServerSettings usual = TinyServer.SETTINGS;
    return new ServerSettings(
        usual.host(), 0, token, usual.bodyBytes(), limit, usual.idle(), queue, usual.grace());
  }

  @Test
  void everyRequestIsAnsweredAndWhatIsTooMuchIsRefusedAtOnce() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (TinyServer tiny =
            TinyServer.start(settings(4, Duration.ofSeconds(20), Optional.empty()), gate::await);
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<TinyServer.Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(clients.submit(() -> tiny.post("/v1/link", ASPIRIN)));
      }
      while (answers.stream().filter(Future::isDone).count() < 16) {
        Thread.sleep(5);
      }
      gate.countDown();
      int linked = 0;
      for (Future<TinyServer.Answer> answer : answers) {
        assertThat(answer.get().status()).isIn(200, 429);
        if (answer.get().status() == 429) {
          assertThat(answer.get().response().headers().firstValue("retry-after")).isPresent();
        }
        linked += answer.get().status() == 200 ? 1 : 0;
      }
      assertThat(linked).isEqualTo(4);
      assertThat(tiny.post("/v1/link", ASPIRIN).status()).isEqualTo(200);
    }
  }

  @Test
  void waitingRequestsAreLinkedTogether() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (TinyServer tiny = TinyServer.start(TinyServer.SETTINGS, gate::await);
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<TinyServer.Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        String text =
            i == 5 ? "{\"text\": \"poison\", \"mentions\": [{\"start\": 0, \"end\": 6}]}" : ASPIRIN;
        answers.add(clients.submit(() -> tiny.post("/v1/link", text)));
      }
      while (!tiny.get("/metrics").body().contains("hyperlinker_queue_documents 9.0")) {
        Thread.sleep(5);
      }
      gate.countDown();
      for (int i = 0; i < 9; i++) {
        assertThat(answers.get(i).get().status()).isEqualTo(i == 5 ? 500 : 200);
      }
    }
  }

  @Test
  void aRequestThatTakesTooLongIsGivenUp() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (TinyServer tiny =
        TinyServer.start(settings(4, Duration.ofMillis(50), Optional.empty()), gate::await)) {
      Thread opener =
          Thread.startVirtualThread(
              () -> {
                try {
                  Thread.sleep(300);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                gate.countDown();
              });
      assertThat(tiny.post("/v1/link", ASPIRIN).status()).isEqualTo(504);
      opener.join();
      assertThat(tiny.post("/v1/link", ASPIRIN).status()).isEqualTo(200);
    }
  }

  @Test
  void aSystemIsChangedWithoutAFailedRequest() throws Exception {
    int before = TinyServer.OPEN.get();
    AtomicBoolean over = new AtomicBoolean();
    try (TinyServer tiny = TinyServer.start();
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> asked = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        asked.add(
            clients.submit(
                () -> {
                  int count = 0;
                  while (!over.get()) {
                    assertThat(tiny.post("/v1/link", ASPIRIN).status()).isEqualTo(200);
                    count++;
                  }
                  return count;
                }));
      }
      for (int i = 0; i < 10; i++) {
        assertThat(tiny.post("/v1/admin/reload", "{}").status()).isEqualTo(200);
      }
      TinyServer.Answer refused = tiny.post("/v1/admin/reload", "{\"model\": \"other\"}");
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.detail()).contains("stays as it was").contains("other");
      over.set(true);
      for (Future<Integer> one : asked) {
        assertThat(one.get()).isPositive();
      }
      assertThat(TinyServer.OPEN.get() - before).isEqualTo(2);
    }
    assertThat(TinyServer.OPEN.get()).isEqualTo(before);
  }

  @Test
  void anEndingServerFinishesWhatItTook() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    TinyServer tiny = TinyServer.start(TinyServer.SETTINGS, gate::await);
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<TinyServer.Answer> taken = clients.submit(() -> tiny.post("/v1/link", ASPIRIN));
      while (!tiny.get("/metrics").body().contains("hyperlinker_queue_documents 1.0")) {
        Thread.sleep(5);
      }
      Future<?> ending = clients.submit(tiny.server::close);
      while (tiny.get("/ready").status() == 200) {
        Thread.sleep(5);
      }
      assertThat(tiny.get("/health").status()).isEqualTo(200);
      assertThat(tiny.post("/v1/link", ASPIRIN).status()).isEqualTo(503);
      gate.countDown();
      assertThat(taken.get().status()).isEqualTo(200);
      ending.get();
    }
    tiny.close();
  }

  @Test
  void aTokenIsNeededWhereThereIsOne() throws Exception {
    try (TinyServer tiny =
        TinyServer.start(settings(4, Duration.ofSeconds(20), Optional.of("secret\n")), () -> {})) {
      assertThat(tiny.post("/v1/link", ASPIRIN).status()).isEqualTo(401);
      assertThat(tiny.get("/metrics").status()).isEqualTo(401);
      assertThat(tiny.get("/health").status()).isEqualTo(200);
      assertThat(tiny.get("/").status()).isEqualTo(200);
      for (String header : List.of("Bearer wrong", "secret", "Basic secret")) {
        assertThat(asked(tiny, header)).isEqualTo(401);
      }
      assertThat(asked(tiny, "Bearer secret")).isEqualTo(200);
      assertThat(asked(tiny, "bearer secret")).isEqualTo(200);
    }
  }

  private static int asked(TinyServer tiny, String authorization) throws Exception {
    return tiny.send(
            HttpRequest.newBuilder(tiny.at("/v1/systems"))
                .header("Authorization", authorization)
                .build())
        .status();
  }

  @Test
  void bodiesThatAreTooLargeAreNotRead() throws Exception {
    try (TinyServer tiny = TinyServer.start()) {
      TinyServer.Answer declared =
          tiny.post("/v1/link", "{\"text\": \"" + "a".repeat(200_000) + "\"}");
      assertThat(declared.status()).isEqualTo(413);
      TinyServer.Answer chunked =
          tiny.send(
              HttpRequest.newBuilder(tiny.at("/v1/link"))
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofInputStream(
                          () ->
                              new ByteArrayInputStream(
                                  "a".repeat(200_000).getBytes(StandardCharsets.UTF_8))))
                  .build());
      assertThat(chunked.status()).isEqualTo(413);
      assertThat(tiny.post("/v1/link", ASPIRIN).status()).isEqualTo(200);
    }
  }

  @Test
  void aSlowClientHoldsUpNobody() throws Exception {
    try (TinyServer tiny = TinyServer.start();
        Socket slow = new Socket("127.0.0.1", tiny.server.port())) {
      OutputStream out = slow.getOutputStream();
      out.write(
          ("POST /v1/link HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                  + "Content-Length: "
                  + ASPIRIN.length()
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      byte[] body = ASPIRIN.getBytes(StandardCharsets.US_ASCII);
      out.write(body, 0, 5);
      out.flush();
      assertThat(tiny.post("/v1/link", ASPIRIN).status()).isEqualTo(200);
      out.write(body, 5, body.length - 5);
      out.flush();
      assertThat(firstLine(slow.getInputStream())).startsWith("HTTP/1.1 200");
    }
  }

  private static String firstLine(InputStream stream) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = stream.read(); b != '\n' && b >= 0; b = stream.read()) {
      line.append((char) b);
    }
    return line.toString();
  }
}
