package org.hyperlinker.formats.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.Compressed;

/**
 * Files of JSON collections: objects with a list of records and a few fields about all of them.
 * Holds one record at a time. A file may have one collection, a list of them, or several values one
 * after the other; a record that stands alone is a collection of itself.
 */
public final class JsonCollections {

  private final Path file;
  private final JsonParser parser;
  private final Shape shape;
  private final Ledger.Builder ledger;
  private final Sink sink;

  private JsonCollections(
      Path file, JsonParser parser, Shape shape, Ledger.Builder ledger, Sink sink) {
    this.file = file;
    this.parser = parser;
    this.shape = shape;
    this.ledger = ledger;
    this.sink = sink;
  }

  /**
   * How records are found.
   *
   * @param lists names of the field that holds the records
   * @param mark a field that every record has and no collection has
   */
  public record Shape(Set<String> lists, String mark) {}

  /** What takes the records. */
  @FunctionalInterface
  public interface Sink {
    /** Takes a record with the fields of its collection that stand before the list. */
    void accept(JsonObject record, JsonObject collection) throws IOException;
  }

  /**
   * Reads a file.
   *
   * @throws FormatException with file and line, if it is no such file or has no record
   */
  public static void read(Path file, Shape shape, Ledger.Builder ledger, Sink sink)
      throws IOException {
    try (InputStream stream = Compressed.open(file);
        JsonParser parser = JsonFiles.MAPPER.createParser(stream)) {
      JsonCollections collections = new JsonCollections(file, parser, shape, ledger, sink);
      while (parser.nextToken() != null) {
        collections.value();
      }
    } catch (JsonProcessingException e) {
      throw JsonFiles.broken(file, e);
    }
    JsonFiles.requireSome(file, ledger, "a record in a list " + shape.lists());
  }

  private void value() throws IOException {
    switch (parser.currentToken()) {
      case START_ARRAY -> {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          value();
        }
      }
      case START_OBJECT -> collection();
      default -> throw fault("neither a collection nor a record", "{...}");
    }
  }

  private void collection() throws IOException {
    long line = JsonFiles.line(parser);
    ObjectNode fields = JsonFiles.MAPPER.createObjectNode();
    boolean listed = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (shape.lists().contains(name)) {
        if (token != JsonToken.START_ARRAY) {
          throw fault("field '" + name + "' is of the wrong kind", "a list");
        }
        JsonObject collection = new JsonObject(file, line, "", fields);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          long start = JsonFiles.line(parser);
          accept(new JsonObject(file, start, "", JsonFiles.MAPPER.readTree(parser)), collection);
        }
        listed = true;
      } else {
        if (listed) {
          ledger.skip("field '" + name + "' behind its collection's records");
        }
        fields.set(name, JsonFiles.MAPPER.readTree(parser));
      }
    }
    if (!listed) {
      JsonObject alone = new JsonObject(file, line, "", fields);
      if (!alone.holds(shape.mark())) {
        throw alone.fault(
            "neither a collection nor a record",
            "a list " + shape.lists() + " or a field '" + shape.mark() + "'",
            "the fields " + alone.orderedKeys());
      }
      accept(alone, new JsonObject(file, line, "", JsonFiles.MAPPER.createObjectNode()));
    }
  }

  private void accept(JsonObject record, JsonObject collection) throws IOException {
    sink.accept(record, collection);
    ledger.read();
  }

  private FormatException fault(String problem, String expected) throws IOException {
    return new FormatException(
        file, JsonFiles.line(parser), problem, expected, JsonFiles.found(parser));
  }
}
