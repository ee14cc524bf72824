package org.hyperlinker.evaluation.errors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hyperlinker.core.io.AtomicFiles;

/** Writes classes of errors as JSON. */
public final class ErrorFiles {

  /** What {@code kind} says in the file. */
  public static final String KIND = "errors";

  private static final ObjectMapper JSON = new ObjectMapper();

  private ErrorFiles() {}

  /**
   * Writes one JSON object: {@code kind}, the {@code results} that were looked at, {@code asked},
   * {@code wrong} and {@code classes} with name, meaning, count, counts by type and examples.
   *
   * @param results the name of the results' file
   * @throws IOException naming the file, if it cannot be written
   */
  public static void write(Path file, String results, ErrorReport report) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("kind", KIND).put("results", results);
    root.put("asked", report.asked()).put("wrong", report.wrong());
    var classes = root.putArray("classes");
    report
        .classes()
        .forEach(
            (error, members) -> {
              ObjectNode node =
                  classes
                      .addObject()
                      .put("class", error.officialName())
                      .put("meaning", error.meaning())
                      .put("count", members.count());
              members.byType().forEach(node.putObject("types")::put);
              var examples = node.putArray("examples");
              for (ErrorExample example : members.examples()) {
                examples
                    .addObject()
                    .put("document", example.document())
                    .put("mention", example.mention())
                    .put("type", example.type())
                    .put("gold", example.gold())
                    .put("gold_name", example.goldName())
                    .put("predicted", example.predicted())
                    .put("predicted_name", example.predictedName())
                    .put("won_by", example.wonBy());
              }
            });
    String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    AtomicFiles.write(file, stream -> stream.write(json.getBytes(StandardCharsets.UTF_8)));
  }
}
