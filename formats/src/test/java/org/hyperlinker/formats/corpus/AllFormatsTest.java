package org.hyperlinker.formats.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.core.link.Link;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every format on nasty documents, alone and through one another. */
class AllFormatsTest {

  private static final String TITLE = "💉 Lidocaine & <cardiac> and \"renal\" failure\té";
  private static final String BODY = "𝛽-blockers | cardiac arrest.";

  @TempDir Path folder;

  private static Mention mention(String id, String in, int offset, String type, String... words) {
    int from = 0;
    List<Span> spans = new ArrayList<>();
    for (String word : words) {
      int at = in.indexOf(word, from);
      spans.add(new Span(offset + at, offset + at + word.length()));
      from = at + word.length();
    }
    String text = String.join(" ", words);
    return new Mention(id, spans, text, type, List.of(new ConceptId("D000001")), Map.of());
  }

  /** Characters beyond the first plane, overlaps, gaps, markup, a tab and an empty passage. */
  private static Document nasty(boolean gaps, boolean overlaps) {
    List<Mention> inTitle = new ArrayList<>();
    inTitle.add(mention("T1", TITLE, 0, "Chemical", "Lidocaine"));
    if (gaps) {
      inTitle.add(mention("T2", TITLE, 0, "Disease", "cardiac", "failure"));
    }
    inTitle.add(mention("T3", TITLE, 0, "Disease", "renal\" failure"));
    List<Mention> inBody = new ArrayList<>();
    inBody.add(mention("T4", BODY, TITLE.length() + 1, "Disease", "cardiac arrest"));
    if (overlaps) {
      inBody.add(mention("T5", BODY, TITLE.length() + 1, "Disease", "arrest"));
    }
    Passage title = new Passage("title", 0, TITLE, inTitle, Map.of());
    Passage body = new Passage("abstract", TITLE.length() + 1, BODY, inBody, Map.of());
    return new Document("n/1", List.of(title, body), List.of(), Map.of());
  }

  private static final Document EMPTY =
      new Document(
          "empty", List.of(new Passage("", 0, "", List.of(), Map.of())), List.of(), Map.of());

  @ParameterizedTest
  @ValueSource(strings = {"a.bioc.xml", "a.bioc.json.gz", "a.jsonl", "a.jsonl.gz"})
  void formatsOfPassagesKeepEverything(String name) throws IOException {
    Path file = folder.resolve(name);
    List<Document> documents = List.of(nasty(true, true), EMPTY);
    assertThat(CorpusFormat.ofName(file).writer().write(file, documents).read()).isEqualTo(2);
    assertThat(Corpora.read(file).documents()).isEqualTo(documents);
  }

  @ParameterizedTest
  @EnumSource(names = {"BIOC_XML", "BIOC_JSON", "JSONL", "BRAT"})
  void placesConceptsAndTypesSurviveAnyOrder(CorpusFormat second) throws IOException {
    for (CorpusFormat first : List.of(CorpusFormat.BRAT, CorpusFormat.JSONL)) {
      Path one = folder.resolve(first + "-" + second + "-1");
      first.writer().write(one, List.of(nasty(true, true)));
      Path two = folder.resolve(first + "-" + second + "-2");
      second.writer().write(two, Corpora.read(one).documents());
      Document read = Corpora.read(two).documents().getFirst();
      assertThat(WholeText.of(read)).isEqualTo(TITLE + "\n" + BODY);
      assertThat(read.mentions().map(AllFormatsTest::essence))
          .containsExactlyElementsOf(
              nasty(true, true).mentions().map(AllFormatsTest::essence).toList());
      assertThat(read.id()).isEqualTo("n/1");
    }
  }

  private static String essence(Mention m) {
    return m.id() + m.spans() + m.text() + m.type() + m.concepts();
  }

  @Test
  void bratKeepsWhatItDoesNotUnderstand() throws IOException {
    Path from = Files.createDirectory(folder.resolve("brat"));
    Files.writeString(from.resolve("a.txt"), "\uFEFF💉 Naloxone\r\nreverses it.\r\n");
    Files.writeString(from.resolve("b.txt"), "");
    String lines =
        """
        T1\tChemical 3 11\tNaloxone
        N1\tReference T1 MESH:D009270\tNaloxone
        T2\tEvent 13 21\treverses
        T3\tThing 3 11;22 24\tNaloxone it
        R1\tActs Arg1:T1 Arg2:T2
        E1\tEvent:T2 Theme:T1
        A1\tNegation E1
        #1\tAnnotatorNotes T1\ta\tnote
        *\tEquiv T1 T3
        """;
    Files.writeString(from.resolve("a.ann"), lines);
    CorpusFile read = Corpora.read(from);
    Document a = read.documents().getFirst();
    assertThat(read.documents()).extracting(Document::id).containsExactly("a", "b");
    assertThat(a.mentions().map(Mention::concepts).findFirst())
        .contains(List.of(new ConceptId("D009270")));
    assertThat(a.mentions().map(Mention::extent).findFirst()).contains(new Span(4, 12));
    Path copy = folder.resolve("copy");
    new BratWriter().write(copy, read.documents());
    assertThat(copy.resolve("a.txt")).hasSameBinaryContentAs(from.resolve("a.txt"));
    assertThat(Files.readString(copy.resolve("a.ann")).lines())
        .containsExactlyInAnyOrderElementsOf(lines.lines().toList());
    assertThat(Corpora.read(copy.resolve("a.ann")).documents()).containsExactly(a);
    Document linked =
        Predictions.in(
            a,
            a.mentions()
                .map(m -> new Link(m, List.of(new Candidate(new ConceptId("X:1"), "x", "x", 1))))
                .toList(),
            0);
    assertThatThrownBy(() -> new BratWriter().write(copy, List.of(linked)))
        .hasMessageContaining("other files, such as b.");
    Path other = folder.resolve("linked");
    new BratWriter().write(other, List.of(linked));
    assertThat(Files.readString(other.resolve("a.ann")))
        .contains("Reference T1 X:1\tx")
        .doesNotContain("D009270");
  }

  @Test
  void bratFaultsNameFileAndLine() throws IOException {
    Path text = Files.writeString(folder.resolve("a.txt"), "Naloxone");
    for (String line :
        List.of("T1\tA 0 99\tx", "T1\tA 0 2\tNo", "T1\tA x\ty", "N1\tReference T9 X:1\tz", "T1")) {
      Files.writeString(folder.resolve("a.ann"), "\n" + line + "\n");
      assertThatThrownBy(() -> Corpora.read(text))
          .isInstanceOf(FormatException.class)
          .hasMessageStartingWith(folder.resolve("a.ann") + ":2: ")
          .hasMessageContaining("expected");
    }
    Files.delete(text);
    assertThatThrownBy(() -> Corpora.read(folder)).hasMessageContaining("without their text");
  }

  @Test
  void conllKeepsTokensTagsAndConcepts() throws IOException {
    Path file = folder.resolve("a.conll");
    assertThat(new ConllWriter().write(file, List.of(nasty(true, true), EMPTY)).skipped())
        .containsKeys("discontinuous mention", "mention that overlaps a longer one");
    List<Document> read = Corpora.read(file).documents();
    assertThat(read).extracting(Document::id).containsExactly("n/1", "empty");
    assertThat(read.getFirst().mentions().map(m -> m.text() + m.type() + m.concepts()))
        .containsExactly(
            "LidocaineChemical[D000001]",
            "renal \" failureDisease[D000001]",
            "cardiac arrestDisease[D000001]");
    Path again = folder.resolve("b.conll");
    new ConllWriter().write(again, read);
    assertThat(again).hasSameBinaryContentAs(file);
  }

  @Test
  void conllKeepsFurtherColumns() throws IOException {
    String lines = "# doc_id = 7\nA\tNN\tB-X\tD1\tq\nB\tVB\tI-X\t-\tr\n\nC\tNN\tO\t-\ts\n\n";
    Path file = Files.writeString(folder.resolve("a.conll"), lines);
    new ConllWriter().write(folder.resolve("b.conll"), Corpora.read(file).documents());
    assertThat(folder.resolve("b.conll")).hasContent(lines);
    Files.writeString(file, "A\tO\nB\n");
    assertThatThrownBy(() -> Corpora.read(file)).hasMessageStartingWith(file + ":2: ");
  }

  @Test
  void bioCJsonKeepsWhatItDoesNotUnderstand() throws IOException {
    String json =
        """
        {"source":"s","date":"","key":"k","infons":{"a":1},"documents":[
        {"id":"1","infons":{"x":null},"passages":[{"offset":5,"infons":{"type":"t"},"text":"💉 ab",\
        "annotations":[{"id":"0","infons":{"type":"Gene","identifier":"12","valid":true},"text":"ab",\
        "locations":[{"offset":7,"length":2}],"odd":[1.50]}]}],\
        "relations":[{"id":"R","infons":{"score":0.9},"nodes":[{"refid":"0","role":"a"}]}],"more":{}}
        ]}
        """;
    Path file = Files.writeString(folder.resolve("a.json"), json);
    Document read = Corpora.read(file).documents().getFirst();
    assertThat(read.mentions().map(Mention::extent)).containsExactly(new Span(8, 10));
    new BioCJsonWriter().write(folder.resolve("b.json"), List.of(read));
    JsonMapper mapper = JsonMapper.builder().build();
    assertThat(mapper.readTree(folder.resolve("b.json").toFile())).isEqualTo(mapper.readTree(json));
    Files.writeString(file, json.replace("\"length\":2", "\"length\":9"));
    assertThatThrownBy(() -> Corpora.read(file)).hasMessageStartingWith(file + ":2: location");
    Files.writeString(file, json.substring(0, json.length() / 2));
    assertThatThrownBy(() -> Corpora.read(file)).isInstanceOf(FormatException.class);
  }

  @Test
  void pubMedXmlGivesTitleAndAbstract() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("p.xml"),
            """
            <?xml version="1.0"?><!DOCTYPE PubmedArticleSet SYSTEM "x.dtd">
            <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">17</PMID><Article>
            <ArticleTitle>Ca<sup>2+</sup> &amp; &#x1F489;</ArticleTitle><Abstract>
            <AbstractText Label="AIM">One.</AbstractText><AbstractText>Two
              <i>x</i>.</AbstractText></Abstract></Article>
            <CommentsCorrectionsList><CommentsCorrections><PMID>9</PMID></CommentsCorrections>
            </CommentsCorrectionsList></MedlineCitation></PubmedArticle>
            <DeleteCitation><PMID>3</PMID></DeleteCitation></PubmedArticleSet>
            """);
    CorpusFile read = Corpora.read(file);
    assertThat(read.ledger().skippedTotal()).isEqualTo(1);
    Document document = read.documents().getFirst();
    assertThat(document.id()).isEqualTo("17");
    assertThat(document.passages().getFirst().text()).isEqualTo("Ca2+ & 💉");
    assertThat(document.passages().getLast().text()).isEqualTo("AIM: One. Two x.");
    Files.writeString(file, Files.readString(file).replace("<PMID Version=\"1\">17</PMID>", ""));
    assertThatThrownBy(() -> Corpora.read(file)).hasMessageContaining("article without id");
  }

  @Test
  void foldersAndStandardInputAreRead() throws IOException {
    Path texts = folder.resolve("texts");
    new TextWriter().write(texts, List.of(nasty(true, true), EMPTY));
    Files.writeString(texts.resolve("blank.txt"), " \n");
    assertThat(Corpora.read(texts).documents())
        .extracting(Document::id)
        .containsExactly("blank", "empty", "n/1");
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream("1|t|a\n1|a|b\n".getBytes(StandardCharsets.UTF_8)));
      assertThat(Corpora.read(Path.of("-")).documents().getFirst().id()).isEqualTo("1");
      System.setIn(new ByteArrayInputStream("plain".getBytes(StandardCharsets.UTF_8)));
      assertThat(Corpora.read(Path.of("-"), Optional.of(CorpusFormat.TEXT)).documents()).hasSize(1);
    } finally {
      System.setIn(before);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BIOC_JSON", "JSONL", "BRAT", "BIOC_XML"})
  void realDocumentsSurvive(CorpusFormat format) throws IOException {
    List<Document> documents =
        Corpora.read(TestData.file("bc5cdr/CDR_DevelopmentSet.PubTator.txt")).documents();
    Path file = folder.resolve("real");
    format.writer().write(file, documents);
    List<Document> read = Corpora.read(file).documents();
    if (format != CorpusFormat.BRAT) {
      assertThat(read).isEqualTo(documents);
    }
    Path back = folder.resolve("back.txt");
    new PubTatorWriter().write(back, read);
    List<Document> again = Corpora.read(back).documents();
    assertThat(
            again.stream()
                .flatMap(Document::mentions)
                .map(m -> "" + m.extent() + m.concepts())
                .sorted()
                .toList())
        .isEqualTo(
            documents.stream()
                .flatMap(Document::mentions)
                .map(m -> "" + m.extent() + m.concepts())
                .sorted()
                .toList());
  }
}
