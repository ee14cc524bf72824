package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperlinker.cli.console.Interruption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code serve} in a process of its own that is asked to end while its encoder works, as libraries
 * have shutdown hooks too.
 */
@ExtendWith(TinyPipeline.Shared.class)
@Timeout(180)
class ServeEndTest {

  private static final int REQUESTS = 12;
  private static final int MENTIONS = 5;
  private static final Pattern WAITING = Pattern.compile("hyperlinker_queue_documents (\\d+)");

  @Test
  void aSignalEndsItOnceWhatWasTakenIsAnswered(TinyPipeline tiny) throws Exception {
    Process process = serve(tiny);
    try (BufferedReader said = process.inputReader();
        HttpClient client = HttpClient.newHttpClient()) {
      String place = said.readLine().replaceFirst("listening at ", "");
      List<CompletableFuture<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        answers.add(
            client
                .sendAsync(request(place, i), HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::statusCode));
      }
      while (waiting(client, place) < REQUESTS / 4) {
        assertThat(answers).as("the encoder is too fast for this test").anyMatch(a -> !a.isDone());
      }
      process.destroy();
      assertThat(process.waitFor()).isZero();
      int linked = 0;
      for (CompletableFuture<Integer> answer : answers) {
        int status = answer.exceptionally(_ -> 0).join();
        assertThat(status).as("0 is a closed port").isIn(200, 503, 0);
        linked += status == 200 ? 1 : 0;
      }
      assertThat(linked).isGreaterThanOrEqualTo(REQUESTS / 4);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process serve(TinyPipeline tiny) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--system",
            "tiny=" + tiny.model() + "," + tiny.index(),
            "--timeout",
            "120",
            "--port",
            "0")
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Mentions that no cache knows. */
  private static HttpRequest request(String place, int number) {
    StringBuilder text = new StringBuilder();
    StringJoiner mentions = new StringJoiner(",", "[", "]");
    for (int i = 0; i < MENTIONS; i++) {
      int start = text.length();
      text.append("agent ").append(number).append(" of ").append(i);
      mentions.add("{\"start\":" + start + ",\"end\":" + text.length() + "}");
      text.append(". ");
    }
    return HttpRequest.newBuilder(URI.create(place + "/v1/link"))
        .header("Content-Type", "application/json")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                "{\"text\":\"" + text + "\",\"mentions\":" + mentions + "}"))
        .build();
  }

  private static int waiting(HttpClient client, String place) throws Exception {
    String figures =
        client
            .send(
                HttpRequest.newBuilder(URI.create(place + "/metrics")).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher waiting = WAITING.matcher(figures);
    return waiting.find() ? Integer.parseInt(waiting.group(1)) : 0;
  }

  @Test
  void aProgramThatEmbedsACommandKeepsItsSignals() {
    assertThat(Interruption.none().listens()).isFalse();
  }
}
