package org.hyperlinker.formats.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A passage whose own text is there but empty has the text of its sentences. */
class EmptyTextTest {

  private static final String JSON =
      """
      {"documents": [{"id": "1", "passages": [{"offset": 0, "text": "", "sentences": [
        {"offset": 0, "text": "No pain."},
        {"offset": 9, "text": "Fever.", "annotations": [
          {"id": "a", "text": "Fever", "locations": [{"offset": 9, "length": 5}]}]}]}]}]}
      """;

  private static final String XML =
      """
      <collection><source/><date/><key/><document><id>1</id><passage><offset>0</offset><text></text>
      <sentence><offset>0</offset><text>No pain.</text></sentence>
      <sentence><offset>9</offset><text>Fever.</text>
      <annotation id="a"><location offset="9" length="5"/><text>Fever</text></annotation></sentence>
      </passage></document></collection>
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
    Passage passage = documents.getFirst().passages().getFirst();
    assertThat(passage.text()).isEqualTo("No pain. Fever.");
    assertThat(passage.mentions()).extracting(Mention::text).containsExactly("Fever");
  }
}
