package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Relation;
import org.hyperlinker.core.corpus.Relation.Argument;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.ontology.ConceptId;

/** For each format, documents as it gives them, with everything that it can stumble over. */
final class NastyCorpora {

  private static final String TITLE = "💉 Lidocaine & <cardiac> and \"renal\" failure\té";
  private static final String BODY = "𝛽-blockers | cardiac arrest, D1; arrest.";
  private static final String LINES = "First 💉 line\r\nsecond: fever\r\n\r\nand\u00a0rash ";

  private NastyCorpora() {}

  /** The documents below as this format keeps them, and a file that someone else wrote in it. */
  static List<Document> of(CorpusFormat format, Path folder) throws IOException {
    List<Document> documents = new ArrayList<>();
    if (format != CorpusFormat.PUBMED_XML) {
      Path written = folder.resolve("nasty-" + format);
      format.writer().write(written, List.of(marked(), empty(), lines(), apart()));
      documents.addAll(Corpora.read(written, Optional.of(format)).documents());
    }
    documents.addAll(foreign(format, folder));
    return documents;
  }

  /** Overlapping, nested and discontinuous mentions, several ids, attributes, relations. */
  private static Document marked() {
    int body = TITLE.length() + 1;
    Map<String, String> note = Map.of("note", "a\nb\tc");
    List<Mention> inTitle =
        List.of(
            mention("T1", TITLE, 0, "Chemical", note, "Lidocaine"),
            mention("m 2", TITLE, 0, "Disease", Map.of(), "cardiac", "failure"),
            mention("T3", TITLE, 0, "Disease", Map.of(), "renal\" failure\té"),
            mention("T4", TITLE, 0, "", Map.of(), "failure"));
    List<Mention> inBody =
        List.of(
            mention("T5", BODY, body, "Disease", Map.of(), "cardiac arrest"),
            mention("T6", BODY, body, "A disease", Map.of(), "arrest, D1; arrest"),
            mention("T7", BODY, body, "Disease", Map.of(), "arrest", "arrest"));
    return new Document(
        "n 1",
        List.of(
            new Passage("title", 0, TITLE, inTitle, Map.of("section", "1")),
            new Passage("abstract", body, BODY, inBody, Map.of())),
        List.of(
            relation("R1", "Acts", new Argument("By", "T1"), new Argument("On", "T3")),
            relation("", "CID", new Argument("", "D1"), new Argument("", "D2")),
            relation("x", "Three", new Argument("a", "T1"), new Argument("b", "T3")),
            new Relation("R9", "One", List.of(new Argument("a", "T1")), Map.of("p", "0.5"))),
        Map.of("journal", "J"));
  }

  private static Document empty() {
    return new Document(
        "empty", List.of(new Passage("", 0, "", List.of(), Map.of())), List.of(), Map.of());
  }

  /** Line ends of Windows, a mention across one and one of nothing else. */
  private static Document lines() {
    List<Mention> mentions =
        List.of(
            mention("T1", LINES, 0, "Disease", Map.of(), "fever"),
            mention("T2", LINES, 0, "Place", Map.of(), "line\r\nsecond"),
            mention("T3", LINES, 0, "Place", Map.of(), "\r\n\r\n"),
            mention("T4", LINES, 0, "Disease", Map.of(), "and\u00a0rash "));
    return new Document(
        "lines", List.of(new Passage("", 0, LINES, mentions, Map.of())), List.of(), Map.of());
  }

  /** Three passages away from each other, the second empty, and a mention from first to third. */
  private static Document apart() {
    Mention inside = mention("a", "Gamma 💉.", 25, "X", Map.of(), "Gamma 💉");
    Mention across =
        new Mention("b", List.of(new Span(8, 30)), "beta. Gamma", "X", List.of(), Map.of());
    return new Document(
        "apart",
        List.of(
            new Passage("p", 2, "Alpha beta.", List.of(across), Map.of()),
            new Passage("q", 20, "", List.of(), Map.of()),
            new Passage("r", 25, "Gamma 💉.", List.of(inside), Map.of())),
        List.of(),
        Map.of());
  }

  private static Relation relation(String id, String type, Argument... arguments) {
    return new Relation(id, type, List.of(arguments), Map.of());
  }

  private static Mention mention(
      String id,
      String in,
      int offset,
      String type,
      Map<String, String> attributes,
      String... words) {
    int from = 0;
    List<Span> spans = new ArrayList<>();
    for (String word : words) {
      int at = in.indexOf(word, from);
      spans.add(new Span(offset + at, offset + at + word.length()));
      from = at + word.length();
    }
    List<ConceptId> concepts = List.of(new ConceptId("D1"), new ConceptId("OMIM:2"));
    return new Mention(id, spans, String.join(" ", words), type, concepts, attributes);
  }

  private static List<Document> foreign(CorpusFormat format, Path folder) throws IOException {
    Path place = Files.createDirectories(folder.resolve("foreign-" + format));
    Path file = place.resolve("f" + ForeignFiles.ending(format));
    Files.writeString(file, ForeignFiles.text(format));
    if (format == CorpusFormat.BRAT) {
      Files.writeString(place.resolve("f.ann"), ForeignFiles.BRAT_LINES);
    }
    return Corpora.read(file, Optional.of(format)).documents();
  }
}
