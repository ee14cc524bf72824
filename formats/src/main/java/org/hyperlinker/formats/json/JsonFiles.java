package org.hyperlinker.formats.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.Compressed;
import org.hyperlinker.formats.io.LineReader;

/** Reads JSON files, gzipped or plain, object by object. Repeated fields are faults. */
public final class JsonFiles {

  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final ObjectReader ONE_VALUE =
      MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonFiles() {}

  /** What takes the objects of a file. */
  @FunctionalInterface
  public interface Sink {
    /** Takes one object. */
    void accept(JsonObject object) throws IOException;
  }

  /**
   * Reads JSONL: one object a line. Blank lines are counted in the ledger, every object as read.
   *
   * @throws FormatException with file and line, if a line is not one JSON object or there is none
   */
  public static void lines(Path file, Ledger.Builder ledger, Sink sink) throws IOException {
    try (LineReader lines = new LineReader(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (line.isBlank()) {
          ledger.skip("blank line");
        } else {
          sink.accept(new JsonObject(file, lines.number(), "", parse(lines, line)));
          ledger.read();
        }
      }
    }
    requireSome(file, ledger, "one JSON object a line");
  }

  /**
   * Reads a file that is one JSON array of objects, holding one of them at a time.
   *
   * @throws FormatException with file and line, if it is not such an array or the array is empty
   */
  public static void array(Path file, Ledger.Builder ledger, Sink sink) throws IOException {
    try (InputStream stream = Compressed.open(file);
        JsonParser parser = MAPPER.createParser(stream)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new FormatException(
            file, line(parser), "not a JSON array", "[{...}, ...]", found(parser));
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        long line = line(parser);
        sink.accept(new JsonObject(file, line, "", MAPPER.readTree(parser)));
        ledger.read();
      }
      requireEnd(file, parser);
    } catch (JsonProcessingException e) {
      throw broken(file, e);
    }
    requireSome(file, ledger, "a JSON array with an object at least");
  }

  /**
   * Reads a file that is one JSON object.
   *
   * @throws FormatException with file and line, if it is not
   */
  public static JsonObject object(Path file) throws IOException {
    try (InputStream stream = Compressed.open(file);
        JsonParser parser = MAPPER.createParser(stream)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new FormatException(file, line(parser), "not a JSON object", "{...}", found(parser));
      }
      long line = line(parser);
      JsonNode node = MAPPER.readTree(parser);
      requireEnd(file, parser);
      return new JsonObject(file, line, "", node);
    } catch (JsonProcessingException e) {
      throw broken(file, e);
    }
  }

  private static JsonNode parse(LineReader lines, String line) throws IOException {
    try {
      return ONE_VALUE.readTree(line);
    } catch (JsonProcessingException e) {
      throw lines.fault("broken JSON", "one JSON object", e.getOriginalMessage());
    }
  }

  private static void requireEnd(Path file, JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw new FormatException(
          file, line(parser), "text after the JSON value", "the end of the file", found(parser));
    }
  }

  static void requireSome(Path file, Ledger.Builder ledger, String expected)
      throws FormatException {
    if (ledger.count() == 0) {
      throw new FormatException(file, 0, "no record", expected, "nothing");
    }
  }

  static FormatException broken(Path file, JsonProcessingException e) {
    long line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    return new FormatException(file, line, "broken JSON", "JSON", e.getOriginalMessage(), e);
  }

  static long line(JsonParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  static String found(JsonParser parser) throws IOException {
    return parser.currentToken() == null ? "nothing" : "'" + parser.getText() + "'";
  }
}
