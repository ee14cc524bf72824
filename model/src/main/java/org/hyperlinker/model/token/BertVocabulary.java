package org.hyperlinker.model.token;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.json.JsonObject;
import org.hyperlinker.model.json.JsonText;

/** The rules of a BERT tokenizer round a list of word pieces: a {@code tokenizer.json}. */
final class BertVocabulary {

  private BertVocabulary() {}

  /**
   * The {@code tokenizer.json} that Hugging Face's BERT tokenizer is equal to.
   *
   * @param file one word piece a line; the line's number, from 0, is the id
   * @param options {@code do_lower_case} (true), {@code strip_accents} (as lower case), {@code
   *     tokenize_chinese_chars} (true) and the names of the special tokens
   */
  static byte[] tokenizerJson(Path file, JsonObject options) throws IOException {
    Map<String, Integer> pieces = pieces(file);
    Map<String, String> special = new LinkedHashMap<>();
    for (String name : List.of("pad", "unk", "cls", "sep", "mask")) {
      String token = special(options, name + "_token", usual(name));
      if (pieces.containsKey(token)) {
        special.put(name, token);
      } else if (!name.equals("mask")) {
        throw new ModelFileException(
            file, "not a BERT vocabulary", "the special token " + token, "no such line");
      }
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", "1.0");
    json.put("truncation", null);
    json.put("padding", null);
    json.put("added_tokens", added(special, pieces));
    json.put("normalizer", normalizer(options));
    json.put("pre_tokenizer", Map.of("type", "BertPreTokenizer"));
    json.put("post_processor", postProcessor(special, pieces));
    json.put("decoder", ordered("type", "WordPiece", "prefix", "##", "cleanup", true));
    json.put(
        "model",
        ordered(
            "type",
            "WordPiece",
            "unk_token",
            special.get("unk"),
            "continuing_subword_prefix",
            "##",
            "max_input_chars_per_word",
            100,
            "vocab",
            pieces));
    return JsonText.compact(json).getBytes(StandardCharsets.UTF_8);
  }

  /** What BERT writes for {@code pad}, {@code sep} and so on. */
  static String usual(String name) {
    return "[" + name.toUpperCase(Locale.ROOT) + "]";
  }

  private static Map<String, Integer> pieces(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new ModelFileException(file, "not UTF-8", e);
    }
    Map<String, Integer> pieces = new LinkedHashMap<>();
    for (int id = 0; id < lines.size(); id++) {
      Integer before = pieces.put(lines.get(id), id);
      if (before != null) {
        throw new ModelFileException(
            file,
            "line " + (id + 1) + " repeats line " + (before + 1) + ": '" + lines.get(id) + "'");
      }
    }
    return pieces;
  }

  private static String special(JsonObject options, String key, String usual)
      throws ModelFileException {
    if (!options.has(key)) {
      return usual;
    }
    try {
      return options.text(key);
    } catch (ModelFileException notText) {
      return options.object(key).text("content");
    }
  }

  private static List<Map<String, Object>> added(
      Map<String, String> special, Map<String, Integer> pieces) {
    List<Map<String, Object>> added = new ArrayList<>();
    special.values().stream()
        .sorted(Comparator.comparing(pieces::get))
        .forEach(
            token ->
                added.add(
                    ordered(
                        "id",
                        pieces.get(token),
                        "content",
                        token,
                        "single_word",
                        false,
                        "lstrip",
                        false,
                        "rstrip",
                        false,
                        "normalized",
                        false,
                        "special",
                        true)));
    return added;
  }

  private static Map<String, Object> normalizer(JsonObject options) throws ModelFileException {
    boolean lowerCase = options.flag("do_lower_case", true);
    return ordered(
        "type",
        "BertNormalizer",
        "clean_text",
        true,
        "handle_chinese_chars",
        options.flag("tokenize_chinese_chars", true),
        "strip_accents",
        options.flag("strip_accents", lowerCase),
        "lowercase",
        lowerCase);
  }

  private static Map<String, Object> postProcessor(
      Map<String, String> special, Map<String, Integer> pieces) {
    String cls = special.get("cls");
    String sep = special.get("sep");
    return ordered(
        "type",
        "TemplateProcessing",
        "single",
        List.of(token(cls, 0), sequence("A", 0), token(sep, 0)),
        "pair",
        List.of(token(cls, 0), sequence("A", 0), token(sep, 0), sequence("B", 1), token(sep, 1)),
        "special_tokens",
        ordered(cls, definition(cls, pieces), sep, definition(sep, pieces)));
  }

  private static Map<String, Object> token(String token, int type) {
    return ordered("SpecialToken", ordered("id", token, "type_id", type));
  }

  private static Map<String, Object> sequence(String name, int type) {
    return ordered("Sequence", ordered("id", name, "type_id", type));
  }

  private static Map<String, Object> definition(String token, Map<String, Integer> pieces) {
    return ordered("id", token, "ids", List.of(pieces.get(token)), "tokens", List.of(token));
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
