package org.hyperlinker.formats.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.ReaderContract;
import org.junit.jupiter.api.Test;

class TextRecordsTest extends ReaderContract {

  @Override
  protected String format() {
    return "text-records";
  }

  @Override
  protected String fixture() {
    return "example.jsonl";
  }

  @Override
  protected int records() {
    return 2;
  }

  @Override
  protected Map<String, Long> skipped() {
    return Map.of("blank line", 1L, "field 'url'", 1L);
  }

  @Override
  protected Map<String, Integer> faults() {
    return Map.of(
        "id-missing.jsonl", 2,
        "text-missing.jsonl", 2,
        "repeated-id.jsonl", 2,
        "id-not-whole.jsonl", 2);
  }

  @Override
  protected Reading read(Path file) throws IOException {
    List<TextRecord> records = new ArrayList<>();
    Ledger ledger = TextRecords.read(file, "id", "text", records::add);
    return new Reading(records, Optional.of(ledger));
  }

  @Test
  void theKeysAreTheCallers() throws IOException {
    assertThat(TextRecords.read(resource(fixture()), "id", "text"))
        .containsExactly(new TextRecord("d1", "one"), new TextRecord("2", ""));
    Path other = resource("malformed/repeated-id.jsonl");
    assertThat(TextRecords.read(other, "text", "id"))
        .containsExactly(new TextRecord("one", "d1"), new TextRecord("two", "d1"));
  }
}
