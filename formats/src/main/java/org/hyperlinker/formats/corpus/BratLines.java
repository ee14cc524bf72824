package org.hyperlinker.formats.corpus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Relation;
import org.hyperlinker.core.corpus.Relation.Argument;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.text.CodePoints;

/** The annotation lines of one document. */
final class BratLines {

  private final Document document;
  private final String text;
  private final CodePoints points;
  private final Omissions omissions;
  private final StringBuilder lines = new StringBuilder();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, String> written = new HashMap<>();

  BratLines(Document document, String text, Omissions omissions) {
    this.document = document;
    this.text = text;
    this.points = new CodePoints(text);
    this.omissions = omissions;
  }

  String all() {
    List<Mention> mentions = document.mentions().toList();
    List<String> others = document.attributes().getOrDefault(BratReader.LINES, "").lines().toList();
    others.forEach(line -> taken.add(line.split("\\s", 2)[0]));
    mentions.forEach(m -> taken.addAll(normalisations(m).keySet()));
    document.relations().stream().map(Relation::id).forEach(taken::add);
    mentions.stream().map(Mention::id).forEach(taken::add);
    omissions.attributes(document, BratReader.LINES::equals);
    omissions.passages(document);
    Set<String> kept = new HashSet<>();
    for (Mention mention : mentions) {
      boolean keeps = mention.id().matches("T\\S+") && kept.add(mention.id());
      String id = keeps ? mention.id() : next("T");
      omissions.id("mention", mention.id(), id);
      written.putIfAbsent(mention.id(), id);
      addMention(id, mention);
    }
    document.relations().forEach(this::addRelation);
    others.forEach(line -> lines.append(line).append('\n'));
    return lines.toString();
  }

  private void addMention(String id, Mention mention) {
    if (mention.extent().end() > text.length()) {
      throw new IllegalArgumentException(
          "document " + document.id() + " has a mention outside its text: " + mention);
    }
    String places =
        mention.spans().stream()
            .map(span -> points.codePoint(span.start()) + " " + points.codePoint(span.end()))
            .collect(Collectors.joining(";"));
    String covered =
        mention.spans().stream()
            .map(span -> text.substring(span.start(), span.end()))
            .collect(Collectors.joining(" "));
    String type = word(mention.type(), "Entity");
    omissions.type("mention", mention.type(), type);
    omissions.wording(mention, covered.replaceAll("[\\r\\n\\t]", " "));
    line(id, type + " " + places, covered);
    Map<String, String> given = normalisations(mention);
    if (given.values().stream().map(BratAnnotations::concept).toList().equals(mention.concepts())) {
      omissions.attributes(mention, name -> given.containsKey(unprefixed(name)));
      given.forEach((key, value) -> lines.append(key).append('\t').append(value).append('\n'));
      return;
    }
    // A concept's line has room for its name.
    omissions.attributes(
        mention, name -> name.equals(Predictions.NAME) && !mention.concepts().isEmpty());
    String name = mention.attributes().getOrDefault(Predictions.NAME, "");
    for (ConceptId concept : mention.concepts()) {
      line(next("N"), "Reference " + id + " " + reference(concept), name);
    }
  }

  /** The lines that the mention was read with, by id. */
  private static Map<String, String> normalisations(Mention mention) {
    return mention.attributes().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(BratReader.NORMALISATION + "N"))
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().substring(BratReader.NORMALISATION.length()),
                Map.Entry::getValue,
                (a, b) -> a,
                LinkedHashMap::new));
  }

  private static String unprefixed(String attribute) {
    return attribute.startsWith(BratReader.NORMALISATION)
        ? attribute.substring(BratReader.NORMALISATION.length())
        : "";
  }

  private static String reference(ConceptId concept) {
    String id = concept.value();
    boolean mesh = id.matches("[CD]\\d{6}|[CD]\\d{9}");
    return mesh ? "MESH:" + id : id.matches("[^:]+:.+") ? id : BratAnnotations.NAMELESS + id;
  }

  private void addRelation(Relation relation) {
    List<Argument> arguments = relation.arguments();
    boolean between =
        arguments.size() == 2
            && arguments.stream().allMatch(a -> written.containsKey(a.reference()));
    if (!between) {
      omissions.leave("relation that is not between two mentions");
      return;
    }
    String id = relation.id().matches("R\\S+") ? relation.id() : next("R");
    String type = word(relation.type(), "Related");
    omissions.id("relation", relation.id(), id);
    omissions.type("relation", relation.type(), type);
    omissions.attributes(relation, _ -> false);
    lines.append(id).append('\t').append(type);
    for (int i = 0; i < 2; i++) {
      Argument argument = arguments.get(i);
      String role = word(argument.role(), "Arg" + (i + 1)).replace(':', '_');
      if (!role.equals(argument.role())) {
        omissions.leave("role in a relation");
      }
      lines.append(' ').append(role);
      lines.append(':').append(written.get(argument.reference()));
    }
    lines.append('\n');
  }

  private static String word(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text.replaceAll("\\s", "_");
  }

  private void line(String id, String content, String words) {
    lines.append(id).append('\t').append(content).append('\t');
    lines.append(words.replaceAll("[\\r\\n\\t]", " ")).append('\n');
  }

  private String next(String letter) {
    String id;
    do {
      id = letter + numbers.merge(letter, 1, Integer::sum);
    } while (!taken.add(id));
    return id;
  }
}
