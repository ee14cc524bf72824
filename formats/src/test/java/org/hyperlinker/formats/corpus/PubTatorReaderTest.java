package org.hyperlinker.formats.corpus;

import static org.assertj.core.api.Assertions.assertThat;

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

class PubTatorReaderTest extends DocumentReaderContract {

  @Override
  DocumentReader reader() {
    return new PubTatorReader();
  }

  @Override
  protected String format() {
    return "pubtator";
  }

  @Override
  protected String fixture() {
    return "example.pubtator.txt";
  }

  @Override
  protected int records() {
    return 3;
  }

  @Override
  protected Map<String, Integer> faults() {
    return Map.of(
        "offset-does-not-match-text.pubtator.txt", 4,
        "offsets-outside-document.pubtator.txt", 3,
        "missing-abstract.pubtator.txt", 2,
        "missing-abstract-at-end.pubtator.txt", 1,
        "line-of-another-document.pubtator.txt", 3,
        "too-few-columns.pubtator.txt", 3,
        "start-not-a-number.pubtator.txt", 3,
        "annotation-after-blank-line.pubtator.txt", 4,
        "concept-with-blank.pubtator.txt", 3);
  }

  @Test
  void titleAndAbstractArePassages() throws IOException {
    Document document = documents().getFirst();
    assertThat(document.id()).isEqualTo("101");
    assertThat(document.passages()).extracting(Passage::type).containsExactly("title", "abstract");
    Passage title = document.passages().getFirst();
    Passage body = document.passages().getLast();
    assertThat(title.text()).isEqualTo("Lithium and 💉 valve trouble.");
    assertThat(title.offset()).isZero();
    assertThat(body.offset()).isEqualTo(title.text().length() + 1);
    assertThat(title.mentions())
        .extracting(Mention::text)
        .containsExactly("Lithium", "valve trouble");
  }

  @Test
  void offsetsBecomeUtf16Units() throws IOException {
    for (Passage passage : documents().getFirst().passages()) {
      for (Mention mention : passage.mentions()) {
        if (!mention.discontinuous()) {
          Span local = passage.local(mention.extent());
          assertThat(passage.text().substring(local.start(), local.end()))
              .isEqualTo(mention.text());
        }
      }
    }
    assertThat(documents().getFirst().mentions().toList().get(1).spans())
        .containsExactly(new Span(15, 28));
  }

  @Test
  void concepts() throws IOException {
    List<Mention> mentions = documents().getFirst().mentions().toList();
    assertThat(mentions.get(0).concepts()).containsExactly(new ConceptId("D008094"));
    assertThat(mentions.get(0).type()).isEqualTo("Chemical");
    assertThat(mentions.get(1).concepts()).containsExactly(new ConceptId("D006349"));
    assertThat(mentions.get(1).attributes()).containsEntry("concept_ids", "MESH:D006349");
    Mention composite = mentions.get(2);
    assertThat(composite.concepts())
        .containsExactly(new ConceptId("D006333"), new ConceptId("D051437"));
    assertThat(composite.attributes())
        .isEqualTo(Map.of("individual_mentions", "cardiac failure|renal failure"));
    assertThat(mentions.get(5).concepts()).isEmpty();
  }

  @Test
  void anEllipsisMakesADiscontinuousMention() throws IOException {
    Mention fever = documents().getFirst().mentions().toList().get(4);
    assertThat(fever.text()).isEqualTo("Fever ... cause");
    assertThat(fever.spans()).containsExactly(new Span(87, 92), new Span(105, 110));
  }

  @Test
  void relationsAndFurtherColumnsAreKept() throws IOException {
    assertThat(documents().get(0).relations())
        .containsExactly(
            new Relation(
                "",
                "CID",
                List.of(new Argument("", "D008094"), new Argument("", "D051437")),
                Map.of()));
    assertThat(documents().get(1).relations().getFirst().attributes())
        .isEqualTo(Map.of("column_5", "No"));
    assertThat(documents().get(1).mentions().findFirst().orElseThrow().attributes())
        .isEqualTo(Map.of("concept_ids", "D1,D2", "individual_mentions", "", "column_8", "extra"));
  }

  @Test
  void aMentionMayReachFromTheTitleIntoTheAbstract() throws IOException {
    Path file = folder.resolve("across.txt");
    Files.writeString(
        file, "1|t|On heart\n1|a|failure.\n1\t3\t16\theart failure\tDisease\tD006333\n");
    Document document = Corpora.read(file).documents().getFirst();
    assertThat(document.passages().getFirst().mentions()).hasSize(1);
    Path copy = folder.resolve("copy.txt");
    new PubTatorWriter().write(copy, List.of(document));
    assertThat(Corpora.read(copy).documents()).containsExactly(document);
  }

  @Test
  void theFixtureIsWrittenBackByteByByte() throws IOException {
    Path copy = folder.resolve("copy.txt");
    new PubTatorWriter().write(copy, documents());
    assertThat(copy).hasSameBinaryContentAs(resource(fixture()));
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkDoNoHarm() throws IOException {
    String text = "\uFEFF" + Files.readString(resource(fixture())).replace("\n", "\r\n");
    Path file = Files.writeString(folder.resolve("windows.txt"), text);
    assertThat(Corpora.read(file).documents()).isEqualTo(documents());
  }
}
