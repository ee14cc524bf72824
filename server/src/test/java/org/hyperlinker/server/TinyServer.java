package org.hyperlinker.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.linking.EntityLinker;
import org.hyperlinker.linking.LinkingOptions;
import org.hyperlinker.model.encoding.CachingModel;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexBuilder;
import org.hyperlinker.search.index.IndexSettings;
import org.hyperlinker.search.index.Progress;
import org.hyperlinker.server.system.Ontology;
import org.hyperlinker.server.system.ServedSystem;
import org.hyperlinker.server.system.SystemPlace;
import org.hyperlinker.server.system.Systems;

/**
 * A server with two systems, {@code first} and {@code second}, over five concepts, asked over real
 * HTTP. A system's model directory is its model's fingerprint.
 */
final class TinyServer implements AutoCloseable {

  static final ServerSettings SETTINGS =
      new ServerSettings(
          "127.0.0.1",
          0,
          Optional.empty(),
          100_000,
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          64,
          Duration.ofSeconds(20));

  private static final ObjectMapper JSON = new ObjectMapper();

  /** How many systems are open, of all servers. */
  static final AtomicInteger OPEN = new AtomicInteger();

  final LinkServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Path folder;

  private TinyServer(Path folder, LinkServer server) {
    this.folder = folder;
    this.server = server;
  }

  static TinyServer start() throws IOException {
    return start(SETTINGS, () -> {});
  }

  static TinyServer start(ServerSettings settings, WordModel.Gate gate) throws IOException {
    Path folder = Files.createTempDirectory("tiny-server");
    Path index = folder.resolve("index");
    IndexBuilder.build(
        new WordModel("f00d", () -> {}), ontology(), IndexSettings.NAMES, index, Progress.NONE);
    Systems systems =
        new Systems(
            List.of(
                new SystemPlace("first", Path.of("f00d"), index),
                new SystemPlace("second", Path.of("f00d"), index)),
            (model, rows) -> open(model, rows, gate));
    return new TinyServer(
        folder, LinkServer.start(systems, Optional.of(new Ontology(ontology())), settings));
  }

  private static ServedSystem open(Path fingerprint, Path index, WordModel.Gate gate)
      throws IOException {
    WordModel words = new WordModel(fingerprint.getFileName().toString(), gate);
    EmbeddingIndex rows = EmbeddingIndex.open(index);
    CachingModel model = new CachingModel(new CountedModel(words, OPEN), 0);
    LinkingOptions options = new LinkingOptions(LinkingOptions.DEFAULT_TOP_K, 1);
    try {
      return new ServedSystem(model, rows, EntityLinker.of(model, rows, options), false);
    } catch (RuntimeException e) {
      model.close();
      rows.close();
      throw e;
    }
  }

  private static KnowledgeBase ontology() {
    Concept infarction =
        new Concept(
            ConceptId.parse("D009203"),
            ConceptKind.DESCRIPTOR,
            List.of(
                ConceptName.preferred("Myocardial Infarction"),
                ConceptName.synonym("heart attack")),
            List.of("Necrosis of heart muscle."),
            List.of("C14.280.647"),
            List.of(),
            List.of());
    Concept heart =
        new Concept(
            ConceptId.parse("D006331"),
            ConceptKind.DESCRIPTOR,
            List.of(ConceptName.preferred("Heart Diseases")),
            List.of(),
            List.of("C14.280"),
            List.of(),
            List.of());
    return new KnowledgeBase(
        List.of(
            infarction,
            heart,
            Concept.named("D001241", "Aspirin", "acetylsalicylic acid"),
            Concept.named("D000082", "Acetaminophen"),
            Concept.named("http://www.orpha.net/ORDO/Orphanet_558", "Marfan syndrome")));
  }

  /** An answer. */
  record Answer(int status, String mediaType, String body, HttpResponse<byte[]> response) {

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new IllegalStateException(body, e);
      }
    }

    String detail() {
      return json().path("detail").asText();
    }
  }

  Path index() {
    return folder.resolve("index");
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(at(path)).build());
  }

  Answer post(String path, String json) throws IOException, InterruptedException {
    return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  Answer post(String path, String mediaType, byte[] body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", mediaType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("content-type").orElse(""),
        new String(response.body(), StandardCharsets.UTF_8),
        response);
  }

  @Override
  public void close() throws IOException {
    client.close();
    server.close();
    AtomicFiles.delete(folder);
  }
}
