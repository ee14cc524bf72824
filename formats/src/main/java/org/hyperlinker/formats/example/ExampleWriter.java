package org.hyperlinker.formats.example;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleItem;
import org.hyperlinker.core.example.ExampleQuery;
import org.hyperlinker.formats.io.Compressed;
import org.hyperlinker.formats.json.JsonText;

/**
 * Writes training examples as {@link ExampleReader} reads them. Score, type and token ids are left
 * out where a record has none.
 */
public final class ExampleWriter {

  private ExampleWriter() {}

  /**
   * Writes a file, whole or not at all, gzipped if its name ends in {@code .gz}; the same examples
   * give the same bytes.
   *
   * @throws IOException naming the file, if it cannot be written
   */
  public static void write(Path file, Iterable<Example> examples) throws IOException {
    Compressed.write(
        file,
        writer -> {
          for (Example example : examples) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("query", query(example.query()));
            fields.put("items", example.items().stream().map(ExampleWriter::item).toList());
            writer.write(JsonText.of(fields));
            writer.write('\n');
          }
        });
  }

  private static Map<String, Object> query(ExampleQuery query) {
    return withTokens(text(query.id(), query.content()), query.tokens());
  }

  private static Map<String, Object> item(ExampleItem item) {
    Map<String, Object> fields = text(item.id(), item.content());
    item.score().ifPresent(score -> fields.put("score", score));
    if (!item.type().isEmpty()) {
      fields.put("type", item.type());
    }
    return withTokens(fields, item.tokens());
  }

  private static Map<String, Object> text(String id, String content) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", id);
    fields.put("content", content);
    return fields;
  }

  private static Map<String, Object> withTokens(Map<String, Object> fields, List<Integer> tokens) {
    if (!tokens.isEmpty()) {
      fields.put("tokenized_content", tokens);
    }
    return fields;
  }
}
