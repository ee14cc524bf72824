package org.hyperlinker.search.update;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.search.index.IndexMetadata;

/** Writes the report of an update as JSON. */
public final class UpdateReportFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Lists that are there even when they are empty. */
  private static final List<String> LISTS =
      List.of("appeared", "moved", "vanished", "renamed", "names_moved");

  private UpdateReportFile() {}

  /** Writes a file, whole or not at all. */
  public static void write(Path file, UpdateReport report) throws IOException {
    byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root(report));
    AtomicFiles.write(file, stream -> stream.write(json));
  }

  private static ObjectNode root(UpdateReport report) {
    ObjectNode root = JSON.createObjectNode();
    put(root.putObject("before"), report.before());
    put(root.putObject("after"), report.after());
    root.put("rows_kept", report.kept());
    root.put("rows_encoded", report.encoded());
    for (String list : LISTS) {
      root.putArray(list);
    }
    OntologyChanges changes = report.changes();
    changes
        .appeared()
        .forEach(
            one ->
                object(root, "appeared")
                    .put("concept", one.concept().value())
                    .put("name", one.name()));
    changes
        .moved()
        .forEach(
            move ->
                object(root, "moved")
                    .put("from", move.from().value())
                    .put("name", move.name())
                    .put("to", move.to().value())
                    .put("name_now", move.nameNow())
                    .put("reason", move.reason().name().toLowerCase(Locale.ROOT)));
    changes
        .vanished()
        .forEach(
            one ->
                object(root, "vanished")
                    .put("concept", one.concept().value())
                    .put("name", one.name()));
    changes
        .renamed()
        .forEach(
            one ->
                object(root, "renamed")
                    .put("concept", one.concept().value())
                    .put("from", one.from())
                    .put("to", one.to()));
    changes
        .namesMoved()
        .forEach(
            one ->
                object(root, "names_moved")
                    .put("name", one.name())
                    .put("from", one.from().value())
                    .put("to", one.to().value()));
    return root;
  }

  private static void put(ObjectNode node, IndexMetadata metadata) {
    node.put("generation", metadata.generation());
    node.put("knowledge_base_sha256", metadata.knowledgeBaseSha256());
    node.put("concepts", metadata.concepts());
    node.put("rows", metadata.rows());
  }

  private static ObjectNode object(ObjectNode root, String list) {
    return root.withArrayProperty(list).addObject();
  }
}
