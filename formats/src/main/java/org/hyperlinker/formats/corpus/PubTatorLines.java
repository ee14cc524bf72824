package org.hyperlinker.formats.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Relation;
import org.hyperlinker.core.corpus.Relation.Argument;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.text.CodePoints;

/** The lines of one PubTator document. */
final class PubTatorLines {

  private final Document document;
  private final Omissions omissions;
  private final PubTatorText text;
  private final String whole;
  private final CodePoints points;
  private final List<String> lines = new ArrayList<>();

  PubTatorLines(Document document, Omissions omissions) {
    this.document = document;
    this.omissions = omissions;
    this.text = new PubTatorText(document);
    this.whole = blanked(text.title() + " " + text.body());
    this.points = new CodePoints(whole);
  }

  /** All lines, the last without a line end. */
  String all() {
    String id = column(document.id());
    if (id.isEmpty() || id.indexOf('|') >= 0) {
      throw unfit("cannot be told from its text: PubTator ids have no '|' and are not empty");
    }
    int title = text.title().length();
    lines.add(id + "|t|" + whole.substring(0, title));
    lines.add(id + "|a|" + whole.substring(title + 1));
    omissions.attributes(document, _ -> false);
    for (Passage passage : document.passages()) {
      if (!text.asRead()) {
        omissions.leave("type and bounds of a passage");
      }
      if (!blanked(passage.text()).equals(passage.text())) {
        omissions.leave("line ends and tabs of a text, written as blanks");
      }
      omissions.attributes(passage);
      passage.mentions().forEach(mention -> add(mention, passage));
    }
    document.relations().forEach(this::add);
    return String.join("\n", lines);
  }

  private void add(Mention mention, Passage passage) {
    List<Span> spans = text.places(mention, passage);
    if (spans.isEmpty()) {
      omissions.leave("mention of line ends alone");
      return;
    }
    int from = spans.getFirst().start();
    int to = spans.getLast().end();
    String written = column(wording(mention, spans, whole.substring(from, to)));
    omissions.wording(mention, written);
    omissions.id("mention", mention.id(), "");
    StringBuilder line = new StringBuilder();
    line.append(document.id()).append('\t').append(points.codePoint(from));
    line.append('\t').append(points.codePoint(to));
    line.append('\t').append(written).append('\t').append(column(mention.type()));
    List<String> columns = PubTatorColumns.of(mention, omissions);
    columns.forEach(column -> line.append('\t').append(column(column)));
    lines.add(line.toString());
  }

  private String wording(Mention mention, List<Span> spans, String covered) {
    if (spans.size() == 1) {
      return covered;
    }
    int from = spans.getFirst().start();
    String joined = Ellipsis.join(whole, spans);
    for (String candidate : List.of(mention.text(), joined)) {
      if (Ellipsis.parts(covered, candidate, from).equals(spans)) {
        return candidate;
      }
    }
    omissions.leave("gap of a discontinuous mention");
    return covered;
  }

  private void add(Relation relation) {
    List<Argument> arguments = relation.arguments();
    if (arguments.size() != 2) {
      omissions.leave("relation without exactly two arguments");
      return;
    }
    if (relation.type().matches("-?\\d{1,9}")) {
      omissions.leave("relation whose type is a number");
      return;
    }
    Map<String, String> attributes = relation.attributes();
    String further = PubTatorReader.COLUMN + 5;
    omissions.id("relation", relation.id(), "");
    omissions.attributes(relation, further::equals);
    for (Argument argument : arguments) {
      if (!argument.role().isEmpty()) {
        omissions.leave("role in a relation");
      }
    }
    List<String> columns = new ArrayList<>(List.of(document.id(), column(relation.type())));
    arguments.forEach(argument -> columns.add(column(argument.reference())));
    if (attributes.containsKey(further)) {
      columns.add(column(attributes.get(further)));
    }
    lines.add(String.join("\t", columns));
  }

  private static String blanked(String text) {
    return text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
  }

  private String column(String text) {
    if (!blanked(text).equals(text)) {
      throw unfit("has a tab or line end inside '" + text + "', PubTator separates by them");
    }
    return text;
  }

  private IllegalArgumentException unfit(String why) {
    return new IllegalArgumentException("document " + document.id() + " " + why);
  }
}
