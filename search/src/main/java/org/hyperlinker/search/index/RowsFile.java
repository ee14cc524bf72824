package org.hyperlinker.search.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.NameKind;

/** Reads and writes {@code rows.jsonl.gz}: one JSON object a row, in row order. */
final class RowsFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RowsFile() {}

  static void write(Path file, List<IndexRow> rows) throws IOException {
    try (BufferedWriter writer =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
      for (IndexRow row : rows) {
        writer.write(
            JSON.createObjectNode()
                .put("id", row.concept().value())
                .put("name", row.name())
                .put("preferred", row.preferredName())
                .put("kind", row.kind().name())
                .toString());
        writer.write('\n');
      }
    }
  }

  static List<IndexRow> read(Path file, int expected) throws IOException {
    List<IndexRow> rows = new ArrayList<>(expected);
    Map<String, NameKind> kinds = new HashMap<>();
    for (NameKind kind : NameKind.values()) {
      kinds.put(kind.name(), kind);
    }
    IndexRow earlier = null;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        earlier = parse(file, rows.size() + 1L, line, kinds, earlier);
        rows.add(earlier);
      }
    } catch (EOFException | ZipException e) {
      throw IndexFiles.fault(file, "damaged gzip", "a whole file", e.getMessage());
    }
    if (rows.size() != expected) {
      throw IndexFiles.fault(file, "another number of rows", expected, rows.size());
    }
    return rows;
  }

  /** Rows of one concept share its id and display name, which saves memory. */
  private static IndexRow parse(
      Path file, long line, String json, Map<String, NameKind> kinds, IndexRow earlier)
      throws IOException {
    JsonNode node;
    try {
      node = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IOException(file + ":" + line + ": not JSON: " + e.getOriginalMessage(), e);
    }
    NameKind kind = kinds.get(node.path("kind").asText());
    if (!node.path("id").isTextual()
        || !node.path("name").isTextual()
        || !node.path("preferred").isTextual()
        || kind == null) {
      throw IndexFiles.fault(
          file, "line " + line + " is no row", "id, name, preferred and a known kind", json);
    }
    String id = node.get("id").asText();
    String preferred = node.get("preferred").asText();
    if (earlier != null
        && earlier.concept().value().equals(id)
        && earlier.preferredName().equals(preferred)) {
      return new IndexRow(
          earlier.concept(), node.get("name").asText(), earlier.preferredName(), kind);
    }
    return new IndexRow(new ConceptId(id), node.get("name").asText(), preferred, kind);
  }
}
