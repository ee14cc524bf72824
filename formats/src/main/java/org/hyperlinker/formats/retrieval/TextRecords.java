package org.hyperlinker.formats.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.json.JsonFiles;

/** Documents and queries as JSONL: {@code {"<id key>": ..., "<text key>": ...}} a line. */
public final class TextRecords {

  private TextRecords() {}

  /**
   * All records of a file, gzipped or plain, in file order. Ids may be texts or whole numbers;
   * other fields are passed over.
   *
   * @throws org.hyperlinker.formats.FormatException with file and line, if a line lacks one of the
   *     two fields, an id occurs twice, or there is no record
   */
  public static List<TextRecord> read(Path file, String idKey, String textKey) throws IOException {
    List<TextRecord> records = new ArrayList<>();
    read(file, idKey, textKey, records::add);
    return records;
  }

  /** The same, one record at a time; returns what was read and skipped. */
  public static Ledger read(Path file, String idKey, String textKey, Consumer<TextRecord> sink)
      throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    Map<String, Long> lines = new HashMap<>();
    JsonFiles.lines(
        file,
        ledger,
        object -> {
          String id = object.id(idKey);
          Long earlier = lines.putIfAbsent(id, object.line());
          if (earlier != null) {
            throw object.fault(
                "repeated id", "an id of its own", "'" + id + "' as on line " + earlier);
          }
          sink.accept(new TextRecord(id, object.text(textKey)));
          object.keys().stream()
              .filter(key -> !key.equals(idKey) && !key.equals(textKey))
              .forEach(key -> ledger.skip("field '" + key + "'"));
        });
    return ledger.build();
  }
}
