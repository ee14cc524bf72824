package org.hyperlinker.formats.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annotations that stand with the document belong to the passages that they cover. */
class DocumentAnnotationTest {

  private static final String JSON =
      """
      {"documents": [{"id": "1", "passages": [
        {"offset": 0, "text": "Pain", "annotations": []},
        {"offset": 5, "text": "Fever", "annotations": []}],
       "annotations": [
        {"id": "a", "infons": {}, "text": "Pain", "locations": [{"offset": 0, "length": 4}]},
        {"id": "b", "infons": {}, "text": "Fever", "locations": [{"offset": 5, "length": 5}]}]}]}
      """;

  private static final String XML =
      """
      <collection><source/><date/><key/><document><id>1</id>
      <passage><offset>0</offset><text>Pain</text></passage>
      <passage><offset>5</offset><text>Fever</text></passage>
      <annotation id="a"><location offset="0" length="4"/><text>Pain</text></annotation>
      <annotation id="b"><location offset="5" length="5"/><text>Fever</text></annotation>
      </document></collection>
      """;

  @TempDir Path folder;

  @Test
  void inJson() throws IOException {
    check(new BioCJsonReader(), JSON);
  }

  @Test
  void inXml() throws IOException {
    check(new BioCXmlReader(), XML);
  }

  private void check(DocumentReader reader, String text) throws IOException {
    List<Document> documents = new ArrayList<>();
    reader.read(Files.writeString(folder.resolve("in"), text), documents::add);
    assertThat(documents.getFirst().passages())
        .extracting(passage -> passage.mentions().stream().map(Mention::text).toList())
        .containsExactly(List.of("Pain"), List.of("Fever"));
  }
}
