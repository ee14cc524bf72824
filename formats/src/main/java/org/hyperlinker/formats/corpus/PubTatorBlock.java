package org.hyperlinker.formats.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Relation;
import org.hyperlinker.core.corpus.Relation.Argument;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.text.CodePoints;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.io.LineReader;

/** The lines of one PubTator document, growing line by line. */
final class PubTatorBlock {

  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
  private static final int FIRST_NAMELESS_COLUMN = 7;

  private final LineReader lines;
  private final long titleLine;
  private final String id;
  private final String title;
  private final List<Mention> inTitle = new ArrayList<>();
  private final List<Mention> inAbstract = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();
  private String abstractText;
  private String whole;
  private CodePoints points;

  PubTatorBlock(LineReader lines, String line) {
    this.lines = lines;
    this.titleLine = lines.number();
    int bar = line.indexOf("|t|");
    this.id = line.substring(0, bar);
    this.title = line.substring(bar + "|t|".length());
  }

  static boolean startsDocument(String line) {
    int bar = line.indexOf('|');
    return bar > 0 && line.startsWith("|t|", bar) && line.lastIndexOf('\t', bar) < 0;
  }

  void add(String line) throws FormatException {
    String abstractStart = id + "|a|";
    if (abstractText == null) {
      if (!line.startsWith(abstractStart)) {
        throw lines.fault(
            "document without abstract line", "'" + abstractStart + "text'", "'" + line + "'");
      }
      abstractText = line.substring(abstractStart.length());
      whole = title + " " + abstractText;
      points = new CodePoints(whole);
      return;
    }
    String[] columns = line.split("\t", -1);
    if (!columns[0].equals(id)) {
      throw lines.fault(
          "line of another document",
          "id '" + id + "' of the document that line " + titleLine + " starts, or a blank line",
          "'" + columns[0] + "'");
    }
    boolean numbered = columns.length > 1 && INTEGER.matcher(columns[1]).matches();
    if (numbered && columns.length >= 5) {
      addMention(columns);
    } else if (!numbered && (columns.length == 4 || columns.length == 5)) {
      addRelation(columns);
    } else {
      throw lines.fault(
          "neither annotation nor relation",
          "tab-separated 'id start end text type concepts' or 'id relation argument argument'",
          columns.length + " columns: '" + line.replace("\t", "<tab>") + "'");
    }
  }

  Document document() throws FormatException {
    if (abstractText == null) {
      throw lines.fault(
          "document without abstract line",
          "'" + id + "|a|text' after line " + titleLine,
          "the end of the document");
    }
    Passage first = new Passage("title", 0, title, inTitle, Map.of());
    Passage second =
        new Passage("abstract", title.length() + 1, abstractText, inAbstract, Map.of());
    return new Document(id, List.of(first, second), relations, Map.of());
  }

  private void addMention(String[] columns) throws FormatException {
    String text = columns[3];
    List<Span> spans = spans(columns[1], columns[2], text);
    Map<String, String> attributes = new LinkedHashMap<>();
    String field = columns.length > 5 ? columns[5] : "";
    List<ConceptId> concepts;
    try {
      concepts = ConceptField.parse(field);
    } catch (IllegalArgumentException e) {
      throw lines.fault("unreadable concept column", "ids such as D001 or D001|D002", field);
    }
    if (!field.equals(ConceptField.format(concepts))) {
      attributes.put(PubTatorReader.CONCEPT_IDS, field);
    }
    for (int i = 6; i < columns.length; i++) {
      attributes.put(columnName(i), columns[i]);
    }
    Mention mention = new Mention("", spans, text, columns[4], concepts, attributes);
    (spans.getFirst().start() <= title.length() ? inTitle : inAbstract).add(mention);
  }

  private static String columnName(int index) {
    return index < FIRST_NAMELESS_COLUMN
        ? PubTatorReader.INDIVIDUAL_MENTIONS
        : PubTatorReader.COLUMN + (index + 1);
  }

  private void addRelation(String[] columns) {
    Map<String, String> attributes =
        columns.length == 5 ? Map.of(PubTatorReader.COLUMN + 5, columns[4]) : Map.of();
    List<Argument> arguments = List.of(new Argument("", columns[2]), new Argument("", columns[3]));
    relations.add(new Relation("", columns[1], arguments, attributes));
  }

  private List<Span> spans(String startColumn, String endColumn, String text)
      throws FormatException {
    int start = Integer.parseInt(startColumn);
    int end = INTEGER.matcher(endColumn).matches() ? Integer.parseInt(endColumn) : -1;
    if (start < 0 || end <= start || end > points.length()) {
      throw lines.fault(
          "offsets outside the document",
          "0 <= start < end <= " + points.length(),
          startColumn + " and " + endColumn);
    }
    int from = points.unit(start);
    int to = points.unit(end);
    String covered = whole.substring(from, to);
    if (covered.equals(text)) {
      return List.of(new Span(from, to));
    }
    List<Span> parts = Ellipsis.parts(covered, text, from);
    if (parts.isEmpty()) {
      throw lines.fault(
          "text does not match its offsets " + start + ".." + end,
          "'" + covered + "' as in the document",
          "'" + text + "'");
    }
    return parts;
  }
}
