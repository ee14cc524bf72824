package org.hyperlinker.formats.example;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleItem;
import org.hyperlinker.core.example.ExampleQuery;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.json.JsonFiles;
import org.hyperlinker.formats.json.JsonObject;

/**
 * Reads training examples in the official "standard format", tokenised or not: JSONL with {@code
 * {"query": {"id", "content", "tokenized_content"?}, "items": [{"id", "content", "score"?, "type"?,
 * "tokenized_content"?}]}}. Ids may be texts or whole numbers. Other fields are counted in the
 * ledger as skipped.
 */
public final class ExampleReader {

  private static final Set<String> EXAMPLE = Set.of("query", "items");
  private static final Set<String> QUERY = Set.of("id", "content", "tokenized_content");
  private static final Set<String> ITEM =
      Set.of("id", "content", "score", "type", "tokenized_content");

  private ExampleReader() {}

  /**
   * Hands every example of a file, gzipped or plain, to the sink, in file order.
   *
   * @throws org.hyperlinker.formats.FormatException with file and line, if a line is not an example
   *     or there is none; examples before the fault have reached the sink by then
   */
  public static Ledger read(Path file, Consumer<Example> sink) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    JsonFiles.lines(file, ledger, object -> sink.accept(example(object, ledger)));
    return ledger.build();
  }

  /** All examples of a file. */
  public static List<Example> readAll(Path file) throws IOException {
    List<Example> examples = new ArrayList<>();
    read(file, examples::add);
    return examples;
  }

  private static Example example(JsonObject object, Ledger.Builder ledger) throws IOException {
    JsonObject query = object.object("query");
    List<ExampleItem> items = new ArrayList<>();
    for (JsonObject item : object.objects("items")) {
      items.add(
          new ExampleItem(
              item.id("id"),
              item.text("content"),
              item.number("score"),
              item.text("type", ""),
              item.integers("tokenized_content")));
      skipOthers(item, ITEM, "an item", ledger);
    }
    if (items.isEmpty()) {
      throw object.fault("example without items", "an item at least", "an empty list");
    }
    skipOthers(query, QUERY, "a query", ledger);
    skipOthers(object, EXAMPLE, "an example", ledger);
    return new Example(
        new ExampleQuery(
            query.id("id"), query.text("content"), query.integers("tokenized_content")),
        items);
  }

  private static void skipOthers(
      JsonObject object, Set<String> known, String owner, Ledger.Builder ledger) {
    object.keys().stream()
        .filter(key -> !known.contains(key))
        .forEach(key -> ledger.skip("field '" + key + "' of " + owner));
  }
}
