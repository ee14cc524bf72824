package org.hyperlinker.evaluation.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.evaluation.LetterModel;
import org.hyperlinker.evaluation.Progress;
import org.hyperlinker.evaluation.metrics.IrMetric;
import org.hyperlinker.formats.retrieval.TextRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<TextRecord> DOCUMENTS =
      List.of(
          new TextRecord("d1", "aspirin"),
          new TextRecord("d2", "zzz"),
          new TextRecord("d3", "aspirins\nkk"));
  private static final List<TextRecord> QUERIES =
      List.of(new TextRecord("q1", "aspirin"), new TextRecord("d1", "aspirin"));
  private static final Map<String, Map<String, Integer>> QRELS =
      Map.of("q1", Map.of("d3", 1), "q9", Map.of("d1", 1));

  @TempDir Path folder;

  private static RetrievalSettings settings(int topK, boolean ignore, boolean content) {
    return new RetrievalSettings(topK, ignore, content, IrMetric.DEFAULTS, "run1", 2, 1, 2);
  }

  private RetrievalReport run(RetrievalSettings settings) throws IOException {
    return Retrieval.run(
        new LetterModel(true),
        DOCUMENTS,
        QUERIES,
        Optional.of(QRELS),
        settings,
        folder.resolve("out"),
        Progress.NONE);
  }

  private List<JsonNode> retrieved() throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("out/retrieved_items.jsonl"))) {
      nodes.add(JSON.readTree(line));
    }
    return nodes;
  }

  @Test
  void writesEveryFileThoughAllScoresAreNegativeAndDocumentsFewerThanAsked() throws IOException {
    RetrievalReport report = run(settings(1000, false, true));
    JsonNode first = retrieved().getFirst();
    assertThat(first.at("/query/id").asText()).isEqualTo("q1");
    assertThat(first.at("/items")).hasSize(3);
    assertThat(first.at("/items/0/id").asText()).isEqualTo("d1");
    assertThat(first.at("/items/0/content").asText()).isEqualTo("aspirin");
    assertThat(first.at("/items/0/type").asText()).isEqualTo("hypencoder_retriever");
    assertThat(first.at("/items/2/score").asDouble()).isEqualTo(-100);
    assertThat(Files.readAllLines(folder.resolve("out/run.trec")))
        .hasSize(6)
        .element(2)
        .isEqualTo("q1 Q0 d2 3 -100.0 run1");
    assertThat(Files.readAllLines(folder.resolve("out/retrieved_items.txt")))
        .startsWith("Query: aspirin (q1)")
        .element(2)
        .asString()
        .startsWith("\t2. aspirins kk (d3) - -99");
    assertThat(report.documents()).isEqualTo(3);
    assertThat(report.metrics().orElseThrow().aggregated()).containsEntry("RR", 0.25);
  }

  @Test
  void metricsHaveUpstreamsShapes() throws IOException {
    run(settings(1000, false, true));
    Path metrics = folder.resolve("out/metrics");
    JsonNode aggregated = JSON.readTree(metrics.resolve("aggregated_metrics.json").toFile());
    assertThat(aggregated.get("RR@10").asDouble()).isEqualTo(0.25);
    JsonNode queries = JSON.readTree(metrics.resolve("per_query_metrics.json").toFile());
    assertThat(queries.at("/q1/RR").asDouble()).isEqualTo(0.5);
    assertThat(queries.at("/q9/RR").asDouble()).isZero();
    assertThat(Files.readString(metrics.resolve("aggregated_metrics.txt")))
        .isEqualTo(
            "nDCG@10,nDCG@5,P@10,P@5,R@10,RR,R@1000,RR@10\n"
                + "31.55,31.55,5.00,10.00,50.00,25.00,50.00,25.00\n");
  }

  @Test
  void passingOverTheSameIdStillFillsTheAnswer() throws IOException {
    run(settings(2, true, true));
    assertThat(retrieved().get(0).get("items").findValuesAsText("id")).containsExactly("d1", "d3");
    assertThat(retrieved().get(1).get("items").findValuesAsText("id")).containsExactly("d3", "d2");
  }

  @Test
  void metricsDoNotNeedTheTexts() throws IOException {
    RetrievalReport report = run(settings(10, false, false));
    assertThat(retrieved().getFirst().at("/items/0").has("content")).isFalse();
    assertThat(report.metrics().orElseThrow().aggregated()).containsEntry("RR", 0.25);
  }

  @Test
  void textsThatShareAnIdAreOneDocumentWithItsBestScore() throws IOException {
    Retrieval.run(
        new LetterModel(true),
        List.of(
            new TextRecord("d1", "aspirin"),
            new TextRecord("d2", "asp"),
            new TextRecord("d1", "zzz")),
        QUERIES.subList(0, 1),
        Optional.empty(),
        settings(2, false, true),
        folder.resolve("out"),
        Progress.NONE);
    assertThat(retrieved().getFirst().get("items").findValuesAsText("content"))
        .containsExactly("aspirin", "asp");
    assertThat(folder.resolve("out/metrics")).doesNotExist();
  }

  @Test
  void anEarlierRunIsReplacedAndOtherFilesAreNot() throws IOException {
    run(settings(10, false, true));
    run(settings(1, false, true));
    assertThat(retrieved().getFirst().get("items")).hasSize(1);
    Files.writeString(folder.resolve("out/notes.md"), "mine");
    assertThatThrownBy(() -> run(settings(1, false, true)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other files")
        .hasMessageContaining("notes.md");
    assertThat(folder.resolve("out/notes.md")).hasContent("mine");
  }

  @Test
  void faultsAreFoundBeforeAnythingIsWritten() {
    for (List<TextRecord> queries :
        List.of(
            List.<TextRecord>of(),
            List.of(new TextRecord("q1", "a"), new TextRecord("q1", "b")),
            List.of(new TextRecord("q 1", "a")),
            List.of(new TextRecord("unjudged", "a")))) {
      assertThatThrownBy(
              () ->
                  Retrieval.run(
                      new LetterModel(false),
                      DOCUMENTS,
                      queries,
                      Optional.of(QRELS),
                      RetrievalSettings.defaults(),
                      folder.resolve("out"),
                      Progress.NONE))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(folder).isEmptyDirectory();
    }
  }
}
