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

/** What belongs to a passage of BioC, wherever the file has it; JSON and XML tell the same. */
class BioCPassagesTest {

  @TempDir Path folder;

  @Test
  void annotationsOfTheDocumentBelongToThePassagesThatTheyCover() throws IOException {
    List<Passage> passages =
        inBoth(
            """
            {"documents": [{"id": "1", "passages": [
              {"offset": 0, "text": "Pain", "annotations": []},
              {"offset": 5, "text": "Fever", "annotations": []}],
             "annotations": [
              {"id": "a", "infons": {}, "text": "Pain", "locations": [{"offset": 0, "length": 4}]},
              {"id": "b", "infons": {}, "text": "Fever", "locations": [{"offset": 5, "length": 5}]}]}]}
            """,
            """
            <collection><source/><date/><key/><document><id>1</id>
            <passage><offset>0</offset><text>Pain</text></passage>
            <passage><offset>5</offset><text>Fever</text></passage>
            <annotation id="a"><location offset="0" length="4"/><text>Pain</text></annotation>
            <annotation id="b"><location offset="5" length="5"/><text>Fever</text></annotation>
            </document></collection>
            """);
    assertThat(passages).extracting(Passage::text).containsExactly("Pain", "Fever");
    assertThat(passages)
        .extracting(BioCPassagesTest::mentions)
        .containsExactly(List.of("Pain"), List.of("Fever"));
  }

  @Test
  void anEmptyTextGivesWayToThatOfTheSentences() throws IOException {
    List<Passage> passages =
        inBoth(
            """
            {"documents": [{"id": "1", "passages": [{"offset": 0, "text": "", "sentences": [
              {"offset": 0, "text": "No pain."},
              {"offset": 9, "text": "Fever.", "annotations": [
                {"id": "a", "text": "Fever", "locations": [{"offset": 9, "length": 5}]}]}]}]}]}
            """,
            """
            <collection><source/><date/><key/><document><id>1</id><passage><offset>0</offset><text></text>
            <sentence><offset>0</offset><text>No pain.</text></sentence>
            <sentence><offset>9</offset><text>Fever.</text>
            <annotation id="a"><location offset="9" length="5"/><text>Fever</text></annotation></sentence>
            </passage></document></collection>
            """);
    assertThat(passages).extracting(Passage::text).containsExactly("No pain. Fever.");
    assertThat(passages).extracting(BioCPassagesTest::mentions).containsExactly(List.of("Fever"));
  }

  /** The passages of the one document, which both files have to tell alike. */
  private List<Passage> inBoth(String json, String xml) throws IOException {
    List<Passage> passages = passages(new BioCJsonReader(), json);
    List<Passage> same = passages(new BioCXmlReader(), xml);
    assertThat(same)
        .extracting(Passage::text)
        .isEqualTo(passages.stream().map(Passage::text).toList());
    assertThat(same)
        .extracting(BioCPassagesTest::mentions)
        .isEqualTo(passages.stream().map(BioCPassagesTest::mentions).toList());
    return passages;
  }

  private List<Passage> passages(DocumentReader reader, String text) throws IOException {
    List<Document> documents = new ArrayList<>();
    reader.read(Files.writeString(folder.resolve("in"), text), documents::add);
    return documents.getFirst().passages();
  }

  private static List<String> mentions(Passage passage) {
    return passage.mentions().stream().map(Mention::text).toList();
  }
}
