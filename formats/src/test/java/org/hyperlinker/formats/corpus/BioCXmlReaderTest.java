package org.hyperlinker.formats.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Relation;
import org.hyperlinker.core.corpus.Relation.Argument;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.ontology.ConceptId;
import org.junit.jupiter.api.Test;

class BioCXmlReaderTest extends DocumentReaderContract {

  @Override
  DocumentReader reader() {
    return new BioCXmlReader();
  }

  @Override
  protected String format() {
    return "bioc";
  }

  @Override
  protected String fixture() {
    return "example.bioc.xml";
  }

  @Override
  protected int records() {
    return 2;
  }

  @Override
  protected Map<String, Long> skipped() {
    return Map.of("annotation without location", 1L);
  }

  @Override
  protected Map<String, Integer> faults() {
    return Map.ofEntries(
        Map.entry("unclosed-element.bioc.xml", 5),
        Map.entry("document-without-id.bioc.xml", 5),
        Map.entry("passage-without-offset.bioc.xml", 4),
        Map.entry("text-does-not-match-location.bioc.xml", 5),
        Map.entry("location-without-length.bioc.xml", 5),
        Map.entry("location-outside-document.bioc.xml", 5),
        Map.entry("empty-location.bioc.xml", 5),
        Map.entry("concept-with-blank.bioc.xml", 6),
        Map.entry("sentence-before-its-passage.bioc.xml", 5),
        Map.entry("text-between-elements.bioc.xml", 6),
        Map.entry("no-document.bioc.xml", 4),
        Map.entry("wrong-root.bioc.xml", 2),
        Map.entry("external-entity.bioc.xml", 4));
  }

  @Test
  void offsetsBecomeUtf16Units() throws IOException {
    Document document = documents().getFirst();
    Passage title = document.passages().getFirst();
    Passage body = document.passages().getLast();
    assertThat(body.offset()).isEqualTo(title.text().length() + 1);
    assertThat(title.mentions().get(1).spans()).containsExactly(new Span(15, 28));
    assertThat(body.mentions().get(2).spans()).containsExactly(new Span(78, 85));
  }

  @Test
  void conceptsOfAllSpellings() throws IOException {
    List<Mention> mentions = documents().getFirst().mentions().toList();
    assertThat(mentions)
        .extracting(Mention::concepts)
        .containsExactly(
            List.of(new ConceptId("D008094")),
            List.of(new ConceptId("D006349")),
            List.of(new ConceptId("D006333")),
            List.of(new ConceptId("D006333"), new ConceptId("D051437")),
            List.of());
    assertThat(mentions.get(0).type()).isEqualTo("Chemical");
    assertThat(mentions.get(0).attributes()).isEqualTo(Map.of("MESH", "D008094"));
    assertThat(mentions.get(2).attributes())
        .isEqualTo(Map.of("CompositeRole", "IndividualMention"));
  }

  @Test
  void severalLocationsMakeADiscontinuousMention() throws IOException {
    Mention failure = documents().getFirst().mentions().toList().get(2);
    assertThat(failure.spans()).containsExactly(new Span(46, 53), new Span(64, 71));
    assertThat(failure.text()).isEqualTo("cardiac failure");
  }

  @Test
  void attributesAndRelationsAreKept() throws IOException {
    Document document = documents().getFirst();
    assertThat(document.attributes())
        .containsEntry("collection:source", "Example")
        .containsEntry("collection:infon:licence", "none & free")
        .containsEntry("journal", "Fixtures");
    assertThat(document.passages().getLast().attributes()).isEqualTo(Map.of("section", "Abstract"));
    assertThat(document.relations())
        .containsExactly(
            new Relation(
                "R0",
                "CID",
                List.of(new Argument("Chemical", "0"), new Argument("Disease", "3")),
                Map.of("relation", "CID")));
  }

  @Test
  void sentencesBecomeThePassagesText() throws IOException {
    Passage passage = documents().getLast().passages().getFirst();
    assertThat(passage.text()).isEqualTo("First sentence.  Second one.");
    assertThat(passage.mentions()).extracting(Mention::text).containsExactly("Second");
  }

  @Test
  void theFixtureSurvivesWriting() throws IOException {
    Path copy = folder.resolve("copy.xml.gz");
    new BioCXmlWriter().write(copy, documents());
    assertThat(Corpora.read(copy).documents()).isEqualTo(documents());
    Path again = folder.resolve("again.xml.gz");
    new BioCXmlWriter().write(again, Corpora.read(copy).documents());
    assertThat(again).hasSameBinaryContentAs(copy);
  }

  @Test
  void theStudysFormHasConceptIdsAlone() throws IOException {
    Path file = folder.resolve("study.bioc.xml");
    BioCXmlWriter.study().write(file, documents());
    assertThat(Files.readString(file))
        .contains("<infon key=\"concept_id\">MESH:D006333|MESH:D051437</infon>")
        .contains("<infon key=\"concept_id\">-1</infon>")
        .doesNotContain("CompositeRole")
        .doesNotContain("Chemical</infon>");
    assertThat(Corpora.read(file).documents().getFirst().mentions().map(Mention::concepts))
        .isEqualTo(documents().getFirst().mentions().map(Mention::concepts).toList());
  }

  @Test
  void aCharacterThatXmlCannotHoldLeavesNoFile() {
    Path file = folder.resolve("bell.xml");
    Document document =
        new Document(
            "1", List.of(new Passage("", 0, "a\u0007", List.of(), Map.of())), List.of(), Map.of());
    assertThatThrownBy(() -> new BioCXmlWriter().write(file, List.of(document)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("bell.xml")
        .hasMessageContaining("U+0007");
    assertThat(file).doesNotExist();
  }

  @Test
  void manyEntitiesInOneFileAreNoAttack() throws IOException {
    Path file = folder.resolve("many.xml");
    String text = "&amp;&#946;".repeat(200_000);
    Files.writeString(
        file,
        "<collection><document><id>1</id><passage><offset>0</offset><text>"
            + (text + "</text></passage></document></collection>"));
    assertThat(Corpora.read(file).documents().getFirst().passages().getFirst().text())
        .hasSize(400_000);
  }
}
