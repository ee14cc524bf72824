package org.hyperlinker.model.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.hyperlinker.model.ModelFileException;
import org.hyperlinker.model.json.JsonObject;
import org.hyperlinker.model.json.JsonText;
import org.hyperlinker.model.tagging.TagScheme;

/**
 * A tagger's {@code config.json}: that of a BERT encoder, and what it tags under {@code tagger}.
 */
final class TaggerConfigJson {

  static final String KEY = "tagger";

  private static final int VERSION = 1;

  private TaggerConfigJson() {}

  static TaggerConfig read(JsonObject json) throws ModelFileException {
    JsonObject tagger = json.object(KEY);
    if (tagger.whole("version") != VERSION) {
      throw tagger.wrong("version", Integer.toString(VERSION));
    }
    Map<String, String> provenance = new TreeMap<>();
    JsonObject said = tagger.object("provenance");
    for (String key : said.keys()) {
      provenance.put(key, said.text(key));
    }
    BertConfig bert = BertConfigJson.read(json);
    try {
      return new TaggerConfig(
          bert,
          new TagScheme(tagger.texts("types")),
          tagger.whole("max_length"),
          tagger.flag("marked", false),
          provenance);
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(json.file(), "impossible tagger", e);
    }
  }

  static String write(TaggerConfig config) {
    Map<String, Object> tagger = new LinkedHashMap<>();
    tagger.put("version", VERSION);
    tagger.put("types", config.scheme().types());
    tagger.put("max_length", config.maxLength());
    tagger.put("marked", config.marked());
    tagger.put("provenance", config.provenance());
    Map<String, Object> json = new LinkedHashMap<>(BertConfigJson.write(config.bert()));
    json.put(KEY, tagger);
    return JsonText.pretty(json);
  }
}
