package org.hyperlinker.formats.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hyperlinker.formats.json.JsonFiles;
import org.hyperlinker.formats.json.JsonObject;

/** Relevance judgements as JSON: {@code {query id: {document id: relevance}}}. */
public final class Qrels {

  private Qrels() {}

  /**
   * The judgements of a file, gzipped or plain, in file order; relevance is a whole number.
   *
   * @throws org.hyperlinker.formats.FormatException with file and line, if it is not such an object
   *     or has no query
   */
  public static Map<String, Map<String, Integer>> read(Path file) throws IOException {
    JsonObject root = JsonFiles.object(file);
    Map<String, Map<String, Integer>> qrels = new LinkedHashMap<>();
    for (String query : root.orderedKeys()) {
      JsonObject judged = root.object(query);
      Map<String, Integer> relevance = new LinkedHashMap<>();
      for (String document : judged.orderedKeys()) {
        relevance.put(document, judged.integer(document));
      }
      qrels.put(query, Collections.unmodifiableMap(relevance));
    }
    if (qrels.isEmpty()) {
      throw root.fault("no query", "{query id: {document id: relevance}}", "{}");
    }
    return Collections.unmodifiableMap(qrels);
  }
}
