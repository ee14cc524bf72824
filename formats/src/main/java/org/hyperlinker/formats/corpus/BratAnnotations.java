package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Relation;
import org.hyperlinker.core.corpus.Relation.Argument;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.corpus.Placement.Location;
import org.hyperlinker.formats.corpus.Placement.RawMention;
import org.hyperlinker.formats.corpus.Placement.RawPassage;
import org.hyperlinker.formats.io.LineReader;

/** The lines of one annotation file, growing line by line. */
final class BratAnnotations {

  /** How a concept's id is written whose ontology is not known, as BRAT wants {@code DB:ID}. */
  static final String NAMELESS = "CONCEPT:";

  private static final Pattern PLACE =
      Pattern.compile("(\\S+) (\\d{1,9} \\d{1,9}(?:;\\d{1,9} \\d{1,9})*)");
  private static final Pattern REFERENCE = Pattern.compile("\\S+ (T\\S+) (\\S+)(?:\\t.*)?");
  private static final Pattern RELATION = Pattern.compile("(\\S+) (\\S+:\\S+) (\\S+:\\S+)\\s*");

  private final Ledger.Builder ledger;
  private final Map<String, RawMention> mentions = new LinkedHashMap<>();
  private final List<Relation> relations = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private Path file;

  BratAnnotations(Ledger.Builder ledger) {
    this.ledger = ledger;
  }

  /** The concept that a normalisation {@code Reference T1 DB:ID<tab>name} states. */
  static ConceptId concept(String normalisation) {
    Matcher matcher = REFERENCE.matcher(normalisation);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no normalisation: '" + normalisation + "'");
    }
    String id = matcher.group(2);
    return ConceptId.parse(id.startsWith(NAMELESS) ? id.substring(NAMELESS.length()) : id);
  }

  void read(Path annotations) throws IOException {
    file = annotations;
    List<String[]> concepts = new ArrayList<>();
    try (LineReader lines = new LineReader(annotations)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        String[] columns = line.split("\t", 2);
        if (line.isBlank()) {
          ledger.skip("blank line");
        } else if (columns.length < 2 && "TNR".indexOf(line.charAt(0)) >= 0) {
          throw lines.fault("annotation of one column", "'id<tab>content'", "'" + line + "'");
        } else if (line.startsWith("T")) {
          addMention(lines, columns[0], columns[1]);
        } else if (line.startsWith("N") && REFERENCE.matcher(columns[1]).matches()) {
          concepts.add(new String[] {columns[0], columns[1], "" + lines.number()});
        } else if (line.startsWith("R") && RELATION.matcher(columns[1]).matches()) {
          addRelation(columns[0], columns[1]);
        } else {
          others.add(line);
        }
      }
    }
    for (String[] concept : concepts) {
      addConcept(concept[0], concept[1], Long.parseLong(concept[2]));
    }
  }

  Document document(String id, String text) throws FormatException {
    RawPassage passage = new RawPassage("", 0, text, List.copyOf(mentions.values()), Map.of());
    Map<String, String> attributes =
        others.isEmpty() ? Map.of() : Map.of(BratReader.LINES, String.join("\n", others));
    return new Document(
        id, new Placement(this::fault, ledger).of(List.of(passage)), relations, attributes);
  }

  private FormatException fault(long line, String problem, String expected, String found) {
    return new FormatException(file, line, problem, expected, found);
  }

  private void addMention(LineReader lines, String id, String content) throws FormatException {
    String[] columns = content.split("\t", 2);
    Matcher place = PLACE.matcher(columns[0]);
    if (!place.matches()) {
      throw lines.fault(
          "unreadable place of a mention",
          "'type start end' or 'type start end;start end' between tabs",
          "'" + columns[0] + "'");
    }
    List<Location> locations = new ArrayList<>();
    for (String span : place.group(2).split(";")) {
      int blank = span.indexOf(' ');
      int start = Integer.parseInt(span.substring(0, blank));
      locations.add(new Location(start, Integer.parseInt(span.substring(blank + 1)) - start));
    }
    String text = columns.length < 2 ? null : columns[1];
    RawMention mention =
        new RawMention(lines.number(), id, place.group(1), locations, text, List.of(), Map.of());
    if (mentions.putIfAbsent(id, mention) != null) {
      throw lines.fault("repeated id of a mention", "each id once", "'" + id + "'");
    }
  }

  private void addConcept(String id, String normalisation, long line) throws FormatException {
    Matcher matcher = REFERENCE.matcher(normalisation);
    RawMention mention = matcher.matches() ? mentions.get(matcher.group(1)) : null;
    if (mention == null) {
      throw fault(line, "concept of an unknown mention", "the id of a T line", normalisation);
    }
    List<ConceptId> concepts = new ArrayList<>(mention.concepts());
    try {
      concepts.add(concept(normalisation));
    } catch (IllegalArgumentException e) {
      throw fault(line, "unreadable concept", "an id such as MESH:D001", matcher.group(2));
    }
    Map<String, String> attributes = new LinkedHashMap<>(mention.attributes());
    attributes.put(BratReader.NORMALISATION + id, normalisation);
    mentions.put(
        mention.id(),
        new RawMention(
            mention.line(),
            mention.id(),
            mention.type(),
            mention.locations(),
            mention.text(),
            concepts,
            attributes));
  }

  private void addRelation(String id, String content) {
    Matcher matcher = RELATION.matcher(content);
    if (matcher.matches()) {
      relations.add(
          new Relation(
              id,
              matcher.group(1),
              List.of(argument(matcher.group(2)), argument(matcher.group(3))),
              Map.of()));
    }
  }

  private static Argument argument(String written) {
    int colon = written.indexOf(':');
    return new Argument(written.substring(0, colon), written.substring(colon + 1));
  }
}
