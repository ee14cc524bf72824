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
import org.hyperlinker.formats.Ledger;

/** The annotation lines of one document. */
final class BratLines {

  private final Document document;
  private final String text;
  private final Ledger.Builder ledger;
  private final StringBuilder lines = new StringBuilder();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, String> written = new HashMap<>();

  BratLines(Document document, String text, Ledger.Builder ledger) {
    this.document = document;
    this.text = text;
    this.ledger = ledger;
  }

  String all() {
    List<Mention> mentions = document.mentions().toList();
    List<String> others = document.attributes().getOrDefault(BratReader.LINES, "").lines().toList();
    others.forEach(line -> taken.add(line.split("\\s", 2)[0]));
    mentions.forEach(m -> taken.addAll(normalisations(m).keySet()));
    document.relations().stream().map(Relation::id).forEach(taken::add);
    mentions.stream().map(Mention::id).forEach(taken::add);
    Set<String> kept = new HashSet<>();
    for (Mention mention : mentions) {
      boolean keeps = mention.id().matches("T\\S+") && kept.add(mention.id());
      String id = keeps ? mention.id() : next("T");
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
            .map(span -> codePoints(span.start()) + " " + codePoints(span.end()))
            .collect(Collectors.joining(";"));
    String covered =
        mention.spans().stream()
            .map(span -> text.substring(span.start(), span.end()))
            .collect(Collectors.joining(" "));
    String type = mention.type().isEmpty() ? "Entity" : mention.type().replaceAll("\\s", "_");
    line(id, type + " " + places, covered);
    Map<String, String> given = normalisations(mention);
    if (given.values().stream().map(BratAnnotations::concept).toList().equals(mention.concepts())) {
      given.forEach((key, value) -> lines.append(key).append('\t').append(value).append('\n'));
      return;
    }
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
      ledger.skip("relation that is not between two mentions");
      return;
    }
    String id = relation.id().matches("R\\S+") ? relation.id() : next("R");
    lines.append(id).append('\t').append(word(relation.type(), "Related"));
    for (int i = 0; i < 2; i++) {
      Argument argument = arguments.get(i);
      lines.append(' ').append(word(argument.role(), "Arg" + (i + 1)).replace(':', '_'));
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

  private int codePoints(int unit) {
    return text.codePointCount(0, unit);
  }

  private String next(String letter) {
    int number = 1;
    while (!taken.add(letter + number)) {
      number++;
    }
    return letter + number;
  }
}
