package org.hyperlinker.model.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hyperlinker.core.text.ContextWindow;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.core.text.WindowUnit;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.json.JsonObject;
import org.hyperlinker.model.json.JsonText;
import org.hyperlinker.model.qnet.Similarity;

/** {@code hyperlinker.json}, format 1. */
final class SettingsJson {

  static final String FILE = "hyperlinker.json";

  private static final int FORMAT = 1;
  private static final String PROVENANCE = "provenance";

  private SettingsJson() {}

  /** The settings of a directory; plain ones, cut to the encoder's length, where it has no file. */
  static ModelSettings read(Path directory, BertConfig bert) throws IOException {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      ModelSettings plain = ModelSettings.PLAIN;
      return new ModelSettings(
          plain.query(),
          plain.item(),
          Math.min(plain.queryMaxLength(), bert.maxPositions()),
          Math.min(plain.itemMaxLength(), bert.maxPositions()),
          plain.similarity(),
          plain.provenance());
    }
    JsonObject json = JsonObject.read(file);
    if (json.whole("format") != FORMAT) {
      throw json.wrong("format", FORMAT + "; a newer one needs a newer Hyperlinker");
    }
    json.refuseOthers(
        Set.of(
            "format",
            "query",
            "item",
            "query_max_length",
            "item_max_length",
            "similarity",
            PROVENANCE));
    JsonObject query = json.object("query");
    JsonObject item = json.object("item");
    query.refuseOthers(Set.of("window", "unit"));
    item.refuseOthers(Set.of("description", "limit"));
    Map<String, String> provenance = new TreeMap<>();
    if (json.has(PROVENANCE)) {
      JsonObject texts = json.object(PROVENANCE);
      for (String key : texts.keys()) {
        provenance.put(key, texts.text(key));
      }
    }
    try {
      ModelSettings settings =
          new ModelSettings(
              new QueryTemplate(
                  new ContextWindow(
                      query.whole("window"), constant(query, "unit", WindowUnit.class))),
              new ItemTemplate(
                  constant(item, "description", ItemTemplate.Description.class),
                  item.whole("limit")),
              json.whole("query_max_length"),
              json.whole("item_max_length"),
              constant(json, "similarity", Similarity.class),
              provenance);
      checkLengths(settings, bert);
      return settings;
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(file, "impossible settings", e);
    }
  }

  static String write(ModelSettings settings) {
    Map<String, Object> json = decisive(settings);
    json.put(PROVENANCE, settings.provenance());
    return JsonText.pretty(json);
  }

  /** What decides a model's output: everything but the provenance. */
  static String decisiveText(ModelSettings settings) {
    return JsonText.compact(decisive(settings));
  }

  /** Refuses lengths for which the encoder has no positions. */
  static void checkLengths(ModelSettings settings, BertConfig bert) {
    int longest = Math.max(settings.queryMaxLength(), settings.itemMaxLength());
    if (longest > bert.maxPositions()) {
      throw new IllegalArgumentException(
          "the encoder reads at most "
              + bert.maxPositions()
              + " tokens, but query_max_length and item_max_length are "
              + settings.queryMaxLength()
              + " and "
              + settings.itemMaxLength());
    }
  }

  private static Map<String, Object> decisive(ModelSettings settings) {
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("window", settings.query().window().size());
    query.put("unit", name(settings.query().window().unit()));
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("description", name(settings.item().description()));
    item.put("limit", settings.item().limit());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("query", query);
    json.put("item", item);
    json.put("query_max_length", settings.queryMaxLength());
    json.put("item_max_length", settings.itemMaxLength());
    json.put("similarity", settings.similarity().officialName());
    return json;
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E constant(JsonObject json, String key, Class<E> type)
      throws ModelFileException {
    String name = json.text(key);
    for (E constant : type.getEnumConstants()) {
      if (name(constant).equals(name)) {
        return constant;
      }
    }
    throw json.wrong(
        key,
        Arrays.stream(type.getEnumConstants())
            .map(SettingsJson::name)
            .collect(Collectors.joining(", ", "one of ", "")));
  }
}
