package org.hyperlinker.formats.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Relation;
import org.hyperlinker.core.corpus.Relation.Argument;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.formats.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusRoundTripTest {

  /** A place in a passage and a second one for a gap, as shares of the passage's length. */
  private record Pick(
      int from,
      int length,
      boolean gap,
      List<ConceptId> concepts,
      Map<String, String> attributes) {}

  @Property(tries = 100)
  void recordsSurviveBioC(@ForAll("documents") List<Document> documents) throws IOException {
    assertThat(there(documents, new BioCXmlWriter(), ".xml")).isEqualTo(documents);
  }

  @Property(tries = 100)
  void recordsSurviveBioCJson(@ForAll("documents") List<Document> documents) throws IOException {
    assertThat(there(documents, new BioCJsonWriter(), ".json")).isEqualTo(documents);
  }

  @Property(tries = 100)
  void recordsSurviveJsonl(@ForAll("documents") List<Document> documents) throws IOException {
    assertThat(there(documents, new JsonlWriter(), ".jsonl.gz")).isEqualTo(documents);
  }

  @Property(tries = 100)
  void placesSurviveBrat(@ForAll("plain") List<Document> documents) throws IOException {
    List<Document> one = documents.subList(0, 1);
    Document read = there(one, new BratWriter(), "").getFirst();
    assertThat(read.mentions().map(Mention::spans).toList())
        .isEqualTo(one.getFirst().mentions().map(Mention::spans).toList());
    assertThat(WholeText.of(read)).isEqualTo(WholeText.of(one.getFirst()));
  }

  @Property(tries = 100)
  void recordsOfPubTatorSurvivePubTator(@ForAll("plain") List<Document> documents)
      throws IOException {
    assertThat(there(documents, new PubTatorWriter(), ".txt")).isEqualTo(documents);
  }

  @Property(tries = 100)
  void pubTatorSurvivesBioC(@ForAll("plain") List<Document> documents) throws IOException {
    assertThat(there(documents, new BioCXmlWriter(), ".xml.gz")).isEqualTo(documents);
  }

  @Test
  void pubTatorRefusesIdsThatItCannotHold(@TempDir Path folder) {
    Passage passage = new Passage("", 0, "one", List.of(), Map.of());
    for (String id : List.of("", "a|b", "a\tb", "a\nb")) {
      Document document = new Document(id, List.of(passage), List.of(), Map.of());
      assertThatThrownBy(() -> new PubTatorWriter().write(folder.resolve("x"), List.of(document)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("document " + document.id());
    }
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void pubTatorJoinsWhatComesBehindTheTitle(@TempDir Path folder) throws IOException {
    String[] texts = {"A title", "Two\nlines", "The third"};
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      int offset = 20 * i;
      Mention last =
          Mention.at(new Span(offset + texts[i].length() - 2, offset + texts[i].length()), "");
      passages.add(new Passage("p", offset, texts[i], List.of(last), Map.of()));
    }
    Path file = folder.resolve("joined.txt");
    assertThat(
            new PubTatorWriter()
                .write(file, List.of(new Document("7", passages, List.of(), Map.of())))
                .skipped())
        .containsEntry("type and bounds of a passage", 3L)
        .containsEntry("line ends and tabs of a text, written as blanks", 1L);
    assertThat(Files.readString(file)).startsWith("7|t|A title\n7|a|Two lines The third\n");
    assertThat(Corpora.read(file).documents().getFirst().mentions().map(Mention::text))
        .containsExactly("le", "es", "rd");
  }

  @Test
  void pubTatorWritesTheGapsOfADiscontinuousMention(@TempDir Path folder) throws IOException {
    List<Span> spans = List.of(new Span(0, 7), new Span(18, 25));
    Mention mention = new Mention("", spans, "cardiac failure", "Disease", List.of(), Map.of());
    Passage title =
        new Passage("title", 0, "cardiac and renal failure", List.of(mention), Map.of());
    Path file = folder.resolve("gaps.txt");
    new PubTatorWriter()
        .write(file, List.of(new Document("1", List.of(title), List.of(), Map.of())));
    assertThat(Files.readString(file)).contains("\t0\t25\tcardiac ... failure\tDisease\t-1");
    assertThat(Corpora.read(file).documents().getFirst().mentions().map(Mention::spans))
        .containsExactly(spans);
  }

  @Test
  void theFormatOfAFileToWriteIsInItsName() {
    assertThat(CorpusFormat.ofName(Path.of("a/b.bioc.xml.gz"))).isEqualTo(CorpusFormat.BIOC_XML);
    assertThat(CorpusFormat.ofName(Path.of("b.xml"))).isEqualTo(CorpusFormat.BIOC_XML);
    assertThat(CorpusFormat.ofName(Path.of("b.PubTator.txt"))).isEqualTo(CorpusFormat.PUBTATOR);
  }

  private static List<Document> there(List<Document> documents, DocumentWriter writer, String name)
      throws IOException {
    Path folder = Files.createTempDirectory("corpus");
    try {
      Path file = folder.resolve("corpus" + name);
      writer.write(file, documents);
      return Corpora.read(file).documents();
    } finally {
      AtomicFiles.delete(folder);
    }
  }

  @Provide
  Arbitrary<List<Document>> documents() {
    Arbitrary<List<Passage>> passages =
        passage(true).list().ofMaxSize(3).map(CorpusRoundTripTest::laidOut);
    return Combinators.combine(
            Texts.name().map(String::strip), passages, relation().list().ofMaxSize(2), attributes())
        .as(Document::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<Document>> plain() {
    Arbitrary<List<Passage>> passages =
        Combinators.combine(passage(false), passage(false))
            .as((a, b) -> laidOut(List.of(typed("title", a), typed("abstract", b))));
    Arbitrary<List<Relation>> relations =
        Arbitraries.of("CID", "Association")
            .map(
                type ->
                    new Relation(
                        "",
                        type,
                        List.of(new Argument("", "D1"), new Argument("", "D2")),
                        Map.of()))
            .list()
            .ofMaxSize(2);
    return Combinators.combine(
            Arbitraries.integers().between(1, 999).map(String::valueOf), passages, relations)
        .as((id, texts, related) -> new Document(id, texts, related, Map.of()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static Passage typed(String type, Passage passage) {
    return new Passage(type, 0, passage.text(), passage.mentions(), Map.of());
  }

  /** Puts passages that were built at 0 one after another, with one place between. */
  private static List<Passage> laidOut(List<Passage> passages) {
    List<Passage> placed = new ArrayList<>();
    int offset = 0;
    for (Passage passage : passages) {
      int shift = offset;
      List<Mention> mentions =
          passage.mentions().stream().map(mention -> shifted(mention, shift)).toList();
      placed.add(
          new Passage(passage.type(), offset, passage.text(), mentions, passage.attributes()));
      offset += passage.text().length() + 1;
    }
    return placed;
  }

  private static Mention shifted(Mention m, int by) {
    List<Span> spans = m.spans().stream().map(s -> new Span(s.start() + by, s.end() + by)).toList();
    return new Mention(m.id(), spans, m.text(), m.type(), m.concepts(), m.attributes());
  }

  private static Arbitrary<Passage> passage(boolean rich) {
    return Combinators.combine(
            Texts.line(0),
            pick(rich).list().ofMaxSize(3),
            Arbitraries.of("", "title", "front matter"),
            rich ? attributes() : Arbitraries.just(Map.<String, String>of()))
        .as(
            (units, picks, type, attributes) ->
                new Passage(
                    type, 0, String.join("", units), mentions(units, picks, rich), attributes));
  }

  private static List<Mention> mentions(List<String> units, List<Pick> picks, boolean rich) {
    List<Mention> mentions = new ArrayList<>();
    for (Pick pick : picks) {
      int from = pick.from();
      int to = from + pick.length();
      if (to > units.size()) {
        continue;
      }
      List<Span> spans = new ArrayList<>(List.of(span(units, from, to)));
      String text = String.join("", units.subList(from, to));
      if (rich && pick.gap() && to + 2 <= units.size()) {
        spans.add(span(units, to + 1, to + 2));
        text += " " + units.get(to + 1);
      }
      String id = rich ? "m" + mentions.size() : "";
      mentions.add(new Mention(id, spans, text, "Disease", pick.concepts(), pick.attributes()));
    }
    return mentions;
  }

  private static Span span(List<String> units, int from, int to) {
    int start = String.join("", units.subList(0, from)).length();
    return new Span(start, start + String.join("", units.subList(from, to)).length());
  }

  private static Arbitrary<Pick> pick(boolean rich) {
    Arbitrary<List<ConceptId>> concepts =
        Arbitraries.of("D1", "C22", "OMIM:333").map(ConceptId::parse).list().ofMaxSize(2);
    return Combinators.combine(
            Arbitraries.integers().between(0, 6),
            Arbitraries.integers().between(1, 4),
            Arbitraries.of(true, false),
            concepts,
            rich ? attributes() : Arbitraries.just(Map.<String, String>of()))
        .as(Pick::new);
  }

  private static Arbitrary<Relation> relation() {
    Arbitrary<Argument> argument =
        Combinators.combine(Texts.text(0), Texts.text(0)).as(Argument::new);
    return Combinators.combine(
            Texts.text(0), Texts.text(0), argument.list().ofMaxSize(3), attributes())
        .as(Relation::new);
  }

  private static Arbitrary<Map<String, String>> attributes() {
    return Arbitraries.maps(Texts.name(), Texts.lines()).ofMaxSize(2);
  }
}
