package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperlinker.cli.console.Console;
import org.hyperlinker.cli.console.Interruption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve}. */
@ExtendWith(TinyPipeline.Shared.class)
@Timeout(120)
class ServeVerbTest {

  private static final Pattern PLACE = Pattern.compile("listening at (http://\\S+)");

  @TempDir Path folder;

  @Test
  void linksUntilItIsAskedToEnd(TinyPipeline tiny) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Interruption interruption = Interruption.none();
    Path token = Files.writeString(folder.resolve("token"), "secret\n");
    // With a tagger that cannot be opened: a server that uses it would not start.
    Path index = TinyPipeline.copy(tiny.index(), folder.resolve("index"));
    Files.createDirectory(index.resolve("tagger"));
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(
            () ->
                Main.run(
                    new Console(stream, stream, false, 100),
                    interruption,
                    "serve",
                    "--system",
                    "tiny=" + tiny.model() + "," + index,
                    "--no-tagger",
                    "--ontology",
                    tiny.knowledgeBase().toString(),
                    "--port",
                    "0",
                    "--token-file",
                    token.toString()));
    String place = place(out, code);
    assertThat(post(place, "Bearer wrong").statusCode()).isEqualTo(401);
    HttpResponse<String> answer = post(place, "Bearer secret");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"system\":\"tiny\"").contains("\"text\":\"Lidocaine\"");
    interruption.request();
    assertThat(code.get()).isZero();
  }

  private static String place(ByteArrayOutputStream out, CompletableFuture<Integer> code)
      throws InterruptedException {
    while (true) {
      String said = out.toString(StandardCharsets.UTF_8);
      Matcher place = PLACE.matcher(said);
      if (place.find()) {
        return place.group(1);
      }
      assertThat(code).as(said).isNotDone();
      Thread.sleep(20);
    }
  }

  private static HttpResponse<String> post(String place, String authorization) throws Exception {
    String body = "{\"text\": \"Lidocaine helps.\", \"mentions\": [{\"start\": 0, \"end\": 9}]}";
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(place + "/v1/link"))
              .header("Content-Type", "application/json")
              .header("Authorization", authorization)
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void wrongUsageIsToldBeforeAnythingOpens() {
    CommandRun system = CommandRun.of("serve", "--system", "no-equals");
    assertThat(system.code()).isEqualTo(2);
    assertThat(system.err()).contains("expected NAME=MODEL,INDEX");
    CommandRun port = CommandRun.of("serve", "--port", "70000");
    assertThat(port.code()).isEqualTo(2);
    assertThat(port.err()).contains("a port is 0 to 65535");
  }
}
