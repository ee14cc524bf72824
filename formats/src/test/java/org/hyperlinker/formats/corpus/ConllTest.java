package org.hyperlinker.formats.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is easily lost between texts and columns. */
class ConllTest {

  @TempDir Path folder;

  private Document read(String columns) throws IOException {
    List<Document> documents = new ArrayList<>();
    new ConllReader().read(Files.writeString(folder.resolve("in.conll"), columns), documents::add);
    assertThat(documents).hasSize(1);
    return documents.getFirst();
  }

  private String written(Document document) throws IOException {
    Path file = folder.resolve("out.conll");
    new ConllWriter().write(file, List.of(document));
    return Files.readString(file);
  }

  private static Document withMention(Document document, Span span) {
    Passage passage = document.passages().getFirst();
    Mention mention =
        new Mention(
            "",
            List.of(span),
            passage.text().substring(span.start(), span.end()),
            "Chemical",
            List.of(),
            Map.of());
    return new Document(
        document.id(),
        List.of(passage.withMentions(List.of(mention))),
        document.relations(),
        document.attributes());
  }

  @Test
  void blanksOfPrintedTextsAreNoTokens() throws IOException {
    Passage passage = new Passage("", 0, "p\u2009<\u20030.05\u3000now", List.of(), Map.of());
    Document document = new Document("7", List.of(passage), List.of(), Map.of());
    assertThat(read(written(document)).passages().getFirst().text()).isEqualTo("p < 0 . 05 now");
  }

  @Test
  void aTokenThatIsABlankIsAFaultOfItsLineAndShiftsNoColumn() {
    assertThatThrownBy(() -> read("a\tO\n\u2009\tO\nb\tO\n"))
        .hasMessageContaining("in.conll:2: line without token");
  }

  @Test
  void furtherColumnsStayWithTheirTokensWhereAMentionCutsOne() throws IOException {
    Document read = read("aspirin-induced\tJJ\tO\nasthma\tNN\tO\ncame\tVB\tO\n");
    assertThat(written(withMention(read, new Span(0, 7))))
        .contains("aspirin\tJJ\tB-Chemical")
        .contains("-induced\tJJ\tO")
        .contains("asthma\tNN\tO")
        .contains("came\tVB\tO");
  }

  @Test
  void furtherColumnsStayWithTheirTokensBehindOneWithABlank() throws IOException {
    Document read = read("ad hoc\tFW\tO\nasthma\tNN\tO\ncame\tVB\tO\n");
    assertThat(written(read))
        .contains("ad\tFW\tO")
        .contains("hoc\tFW\tO")
        .contains("asthma\tNN\tO")
        .contains("came\tVB\tO");
  }

  @Test
  void furtherColumnsStayWithTheirTokensBehindAnEmptyCell() throws IOException {
    assertThat(written(read("asthma\t\tO\ncame\tVB\tO\n")))
        .contains("asthma\t\tO")
        .contains("came\tVB\tO");
  }

  @Test
  void aCommentMayHaveAsManyWordsAsThereAreColumns() throws IOException {
    assertThat(read("Room NN O\n# a remark\n5 CD O\n").passages().getFirst().text())
        .isEqualTo("Room 5");
  }

  @Test
  void aNumberSignWithColumnsIsAToken() throws IOException {
    assertThat(read("# a remark\nRoom O\n# O\n5 O\n").passages().getFirst().text())
        .isEqualTo("Room # 5");
    assertThat(read("Room\tO\n# a remark\n5\tO\n").passages().getFirst().text())
        .isEqualTo("Room 5");
  }
}
