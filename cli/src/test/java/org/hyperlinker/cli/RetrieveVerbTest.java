package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code retrieve}. */
@ExtendWith(TinyPipeline.Shared.class)
class RetrieveVerbTest {

  @Test
  void retrieves(TinyPipeline tiny, @TempDir Path folder) throws IOException {
    Path documents =
        Files.writeString(
            folder.resolve("documents.jsonl"),
            """
            {"id": "1", "text": "Lidocaine"}
            {"id": "2", "text": "Asystole"}
            """);
    Path queries =
        Files.writeString(
            folder.resolve("queries.jsonl"), "{\"id\": \"q\", \"text\": \"asystole\"}\n");
    Path qrels = Files.writeString(folder.resolve("qrels.json"), "{\"q\": {\"2\": 1}}");
    Path out = folder.resolve("retrieved");
    CommandRun run =
        CommandRun.of(
                "retrieve",
                "--model",
                tiny.model(),
                "--documents",
                documents,
                "--queries",
                queries,
                "--qrels",
                qrels,
                "--out",
                out)
            .done();
    assertThat(run.out()).contains("nDCG@10");
    assertThat(out.resolve("retrieved_items.jsonl")).isNotEmptyFile();
  }
}
