package org.hyperlinker.model.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.model.ModelFileException;

/**
 * The ids that a {@code tokenizer.json} gives. Read as a stream: a tree of some ten thousand tokens
 * would take a large part of the time of a short command.
 *
 * @param size one more than the largest id
 * @param special the ids of those tokens that were asked for and are there
 */
record TokenIds(int size, SortedMap<String, Integer> special) {

  /** Tokens are not asked for by name; a table of them would only cost. */
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

  TokenIds {
    special = Collections.unmodifiableSortedMap(new TreeMap<>(special));
  }

  /**
   * Reads the ids of {@code model.vocab} and of {@code added_tokens}, which prevail.
   *
   * @param file what errors name
   * @param json UTF-8
   * @param asked tokens whose ids are wanted
   * @throws ModelFileException if it is no JSON, or there is no vocabulary in it
   */
  static TokenIds read(Path file, byte[] json, Set<String> asked) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      Reader reader = new Reader(file, parser, asked);
      reader.document();
      return new TokenIds(reader.largest + 1, reader.special);
    } catch (JsonProcessingException e) {
      throw new ModelFileException(file, "not valid JSON", e);
    }
  }

  private static final class Reader {

    private final Path file;
    private final JsonParser parser;
    private final Set<String> asked;
    private final SortedMap<String, Integer> special = new TreeMap<>();
    private final SortedMap<String, Integer> added = new TreeMap<>();
    private int largest = -1;
    private String foundModel = "nothing";
    private String foundVocabulary = "nothing";

    Reader(Path file, JsonParser parser, Set<String> asked) {
      this.file = file;
      this.parser = parser;
      this.asked = asked;
    }

    void document() throws IOException {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        throw new ModelFileException(
            file, "wrong JSON", "an object", first == null ? "nothing" : first);
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        JsonToken value = parser.nextToken();
        switch (key) {
          case "model" -> model(value);
          case "added_tokens" -> added(value);
          default -> parser.skipChildren();
        }
      }
      if (parser.nextToken() != null) {
        throw new ModelFileException(file, "not valid JSON: something follows the object");
      }
      require("an object", foundModel, "model");
      require("an object", foundVocabulary, "model.vocab");
      special.putAll(added);
    }

    private void require(String expected, String found, String key) throws ModelFileException {
      if (!found.equals(JsonToken.START_OBJECT.name())) {
        throw new ModelFileException(file, "wrong " + key, expected, found);
      }
    }

    private void model(JsonToken value) throws IOException {
      foundModel = value.name();
      if (value != JsonToken.START_OBJECT) {
        parser.skipChildren();
        return;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean vocabulary = parser.currentName().equals("vocab");
        JsonToken content = parser.nextToken();
        if (vocabulary) {
          foundVocabulary = content.name();
        }
        if (vocabulary && content == JsonToken.START_OBJECT) {
          vocabulary();
        } else {
          parser.skipChildren();
        }
      }
    }

    private void vocabulary() throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String token = parser.currentName();
        parser.nextToken();
        note(special, token, id("model.vocab." + token));
      }
    }

    private void added(JsonToken value) throws IOException {
      if (value == JsonToken.VALUE_NULL) {
        return;
      }
      if (value != JsonToken.START_ARRAY) {
        throw new ModelFileException(file, "wrong added_tokens", "an array of objects", value);
      }
      for (JsonToken next = parser.nextToken();
          next == JsonToken.START_OBJECT;
          next = parser.nextToken()) {
        addedToken();
      }
    }

    private void addedToken() throws IOException {
      Map<String, Integer> ids = new TreeMap<>();
      String content = null;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        parser.nextToken();
        switch (key) {
          case "id" -> ids.put(key, id("added_tokens.id"));
          case "content" -> content = parser.getText();
          default -> parser.skipChildren();
        }
      }
      if (content == null || ids.isEmpty()) {
        throw new ModelFileException(file, "wrong added_tokens", "id and content", "one of them");
      }
      note(added, content, ids.get("id"));
    }

    private int id(String key) throws IOException {
      if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
        throw new ModelFileException(file, "wrong " + key, "a whole number", parser.currentToken());
      }
      return parser.getIntValue();
    }

    private void note(SortedMap<String, Integer> ids, String token, int id) {
      largest = Math.max(largest, id);
      if (asked.contains(token)) {
        ids.put(token, id);
      }
    }
  }
}
