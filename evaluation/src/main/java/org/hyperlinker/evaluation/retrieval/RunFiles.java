package org.hyperlinker.evaluation.retrieval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hyperlinker.formats.retrieval.TextRecord;

/** Writes what was retrieved, query by query, in the three forms of a run. */
final class RunFiles implements AutoCloseable {

  static final String JSONL = "retrieved_items.jsonl";
  static final String READABLE = "retrieved_items.txt";
  static final String TREC = "run.trec";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TYPE = "hypencoder_retriever";

  private final RetrievalSettings settings;
  private final BufferedWriter jsonl;
  private final BufferedWriter readable;
  private final BufferedWriter trec;

  RunFiles(Path directory, RetrievalSettings settings) throws IOException {
    this.settings = settings;
    this.jsonl = Files.newBufferedWriter(directory.resolve(JSONL));
    this.readable = Files.newBufferedWriter(directory.resolve(READABLE));
    this.trec = Files.newBufferedWriter(directory.resolve(TREC));
  }

  void write(TextRecord query, List<RetrievedDocument> documents) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.putObject("query").put("id", query.id()).put("content", query.text());
    ArrayNode items = root.putArray("items");
    readable.write("Query: " + oneLine(query.text()) + " (" + query.id() + ")\n");
    int rank = 0;
    for (RetrievedDocument document : documents) {
      rank++;
      ObjectNode item = items.addObject().put("id", document.id());
      String shown = "";
      if (settings.includeContent()) {
        item.put("content", document.text());
        shown = oneLine(document.text()) + " ";
      }
      item.put("score", document.score()).put("type", TYPE);
      readable.write(
          "\t" + rank + ". " + shown + "(" + document.id() + ") - " + document.score() + "\n");
      trec.write(
          String.join(
                  " ",
                  query.id(),
                  "Q0",
                  document.id(),
                  Integer.toString(rank),
                  Float.toString(document.score()),
                  settings.tag())
              + "\n");
    }
    jsonl.write(JSON.writeValueAsString(root) + "\n");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  @Override
  public void close() throws IOException {
    try (jsonl;
        readable;
        trec) {
      // Closing is all that is left, and it must reach every file even where one of them fails.
    }
  }
}
