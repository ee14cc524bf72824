package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Relation;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.Compressed;

/**
 * Writes PubTator text. Documents are separated by a blank line and the file ends without a line
 * end, as BC5CDR is published; reading and writing those files gives them back byte by byte.
 *
 * <p>The format holds one or two passages of a line each; of one passage with a line end the first
 * line becomes the title. The second passage moves to one place after the first, and its mentions
 * with it. It has no room for mention ids, passage and document attributes, nor for BioC infons:
 * those stay out. A discontinuous mention is written as its parts joined by {@code ...}.
 */
public final class PubTatorWriter implements DocumentWriter {

  @Override
  public Ledger write(Path file, Iterable<Document> documents) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    Compressed.write(
        file,
        writer -> {
          String separator = "";
          for (Document document : documents) {
            writer.write(separator);
            write(writer, document);
            ledger.read();
            separator = "\n\n";
          }
        });
    return ledger.build();
  }

  private static void write(Writer writer, Document document) throws IOException {
    List<Passage> passages = twoAtFirstLineEnd(document.passages());
    if (passages.size() > 2) {
      throw unfit(document, "has " + passages.size() + " passages, PubTator holds two: BioC does");
    }
    String title = passages.isEmpty() ? "" : passages.getFirst().text();
    String body = passages.size() < 2 ? "" : passages.getLast().text();
    Layout layout = new Layout(document, title + " " + body);
    writer.write(layout.column(document.id()) + "|t|" + layout.oneLine(title));
    writer.write("\n" + document.id() + "|a|" + layout.oneLine(body));
    for (Passage passage : passages) {
      int place = passage == passages.getFirst() ? 0 : title.length() + 1;
      for (Mention mention : passage.mentions()) {
        writer.write("\n" + layout.line(mention, place - passage.offset()));
      }
    }
    for (Relation relation : document.relations()) {
      writer.write("\n" + layout.line(relation));
    }
  }

  /** A text in one piece, as BRAT and plain text have it: its first line is the title. */
  private static List<Passage> twoAtFirstLineEnd(List<Passage> passages) {
    String text = passages.size() == 1 ? passages.getFirst().text() : "";
    int end = text.indexOf('\n');
    if (end < 0) {
      return passages;
    }
    Passage whole = passages.getFirst();
    int body = whole.offset() + end + 1;
    String title = text.substring(0, end).replaceFirst("\r$", "");
    Map<Boolean, List<Mention>> mentions =
        whole.mentions().stream()
            .collect(Collectors.partitioningBy(mention -> mention.extent().start() < body));
    return List.of(
        new Passage("title", whole.offset(), title, mentions.get(true), Map.of()),
        new Passage("abstract", body, text.substring(end + 1), mentions.get(false), Map.of()));
  }

  private static IllegalArgumentException unfit(Document document, String why) {
    return new IllegalArgumentException("document " + document.id() + " " + why);
  }

  /** A document's text as PubTator counts in it. */
  private record Layout(Document document, String whole) {

    String line(Mention mention, int shift) {
      List<Span> spans =
          mention.spans().stream()
              .map(span -> new Span(span.start() + shift, span.end() + shift))
              .toList();
      int from = spans.getFirst().start();
      int to = spans.getLast().end();
      if (to > whole.length()) {
        throw unfit(document, "has a mention outside its text: " + mention);
      }
      int start = whole.codePointCount(0, from);
      String places = start + "\t" + (start + whole.codePointCount(from, to));
      StringBuilder line = new StringBuilder();
      line.append(document.id()).append('\t').append(places);
      line.append('\t').append(column(text(mention, spans, from, to)));
      line.append('\t').append(column(mention.type()));
      appendConcepts(line, mention);
      appendFurtherColumns(line, mention.attributes());
      return line.toString();
    }

    private String text(Mention mention, List<Span> spans, int from, int to) {
      String covered = whole.substring(from, to);
      if (spans.size() == 1) {
        return covered;
      }
      boolean readable = Ellipsis.parts(covered, mention.text(), from).equals(spans);
      return readable ? mention.text() : Ellipsis.join(whole, spans);
    }

    private void appendConcepts(StringBuilder line, Mention mention) {
      Map<String, String> attributes = mention.attributes();
      String given = attributes.get(PubTatorReader.CONCEPT_IDS);
      boolean asGiven = given != null && ConceptField.says(given, mention.concepts());
      boolean last =
          !attributes.containsKey(PubTatorReader.INDIVIDUAL_MENTIONS)
              && !attributes.containsKey(PubTatorReader.COLUMN + 8);
      if (asGiven && given.isEmpty() && last) {
        return;
      }
      line.append('\t').append(column(asGiven ? given : ConceptField.format(mention.concepts())));
    }

    private void appendFurtherColumns(StringBuilder line, Map<String, String> attributes) {
      String name = PubTatorReader.INDIVIDUAL_MENTIONS;
      for (int i = 7; attributes.containsKey(name); name = PubTatorReader.COLUMN + ++i) {
        line.append('\t').append(column(attributes.get(name)));
      }
    }

    String line(Relation relation) {
      if (relation.arguments().size() != 2) {
        throw unfit(document, "has a relation without exactly two arguments: " + relation);
      }
      String line =
          String.join(
              "\t",
              document.id(),
              column(relation.type()),
              column(relation.arguments().getFirst().reference()),
              column(relation.arguments().getLast().reference()));
      String further = relation.attributes().get(PubTatorReader.COLUMN + 5);
      return further == null ? line : line + "\t" + column(further);
    }

    String oneLine(String text) {
      if (text.chars().anyMatch(c -> c == '\n' || c == '\r')) {
        throw unfit(document, "has a line end inside '" + text + "', PubTator is one line each");
      }
      return text;
    }

    String column(String text) {
      if (text.indexOf('\t') >= 0) {
        throw unfit(document, "has a tab inside '" + text + "', PubTator separates by tabs");
      }
      return oneLine(text);
    }
  }
}
