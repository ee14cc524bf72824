package org.hyperlinker.formats.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Relation;
import org.hyperlinker.core.corpus.Relation.Argument;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.corpus.Placement.Location;
import org.hyperlinker.formats.corpus.Placement.RawMention;
import org.hyperlinker.formats.corpus.Placement.RawPassage;
import org.hyperlinker.formats.json.JsonFiles;
import org.hyperlinker.formats.json.JsonObject;

/**
 * Reads documents as JSONL, one a line:
 *
 * <pre>{@code
 * {"id": "227508",
 *  "passages": [
 *    {"type": "title", "offset": 0, "text": "Naloxone reverses ...", "attributes": {},
 *     "mentions": [
 *       {"id": "m1", "spans": [[0, 8]], "text": "Naloxone", "type": "Chemical",
 *        "concepts": ["D009270"], "attributes": {}}]}],
 *  "relations": [
 *    {"id": "r1", "type": "CID", "attributes": {},
 *     "arguments": [{"role": "Chemical", "reference": "D008750"}]}],
 *  "attributes": {}}
 * }</pre>
 *
 * <p>A document of one passage may have {@code text} and {@code mentions} in place of {@code
 * passages}. A mention may have {@code start} and {@code end} in place of {@code spans}. Everything
 * but {@code id}, texts of passages and places of mentions may be left out. Offsets count code
 * points (as Python does) from the start of the document, ends are exclusive; the records count
 * UTF-16 units. Attributes that are no texts become {@code json:NAME}, unknown fields {@code
 * field:NAME}, with their value as JSON.
 */
public final class JsonlReader implements DocumentReader {

  private static final Set<String> DOCUMENT =
      Set.of("id", "text", "mentions", "passages", "relations", "attributes");
  private static final Set<String> PASSAGE =
      Set.of("type", "offset", "text", "mentions", "attributes");
  private static final Set<String> MENTION =
      Set.of("id", "spans", "start", "end", "text", "type", "concepts", "attributes");
  private static final Set<String> RELATION = Set.of("id", "type", "arguments", "attributes");

  @Override
  public Ledger read(Path file, Consumer<Document> sink) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    JsonFiles.lines(file, ledger, object -> sink.accept(document(file, object, ledger)));
    return ledger.build();
  }

  private static Document document(Path file, JsonObject object, Ledger.Builder ledger)
      throws FormatException {
    List<RawPassage> passages = new ArrayList<>();
    if (object.holds("passages")) {
      for (JsonObject passage : object.objects("passages")) {
        passages.add(
            new RawPassage(
                passage.text("type", ""),
                passage.holds("offset") ? natural(passage, passage.integer("offset")) : 0,
                passage.text("text"),
                mentions(passage),
                attributes(passage, PASSAGE)));
      }
    } else {
      passages.add(new RawPassage("", 0, object.text("text"), mentions(object), Map.of()));
    }
    Placement placement =
        new Placement(
            (line, problem, expected, found) ->
                new FormatException(file, line, problem, expected, found),
            ledger);
    return new Document(
        object.id("id"), placement.of(passages), relations(object), attributes(object, DOCUMENT));
  }

  private static List<RawMention> mentions(JsonObject object) throws FormatException {
    List<RawMention> mentions = new ArrayList<>();
    for (JsonObject mention : object.optionalObjects("mentions")) {
      List<ConceptId> concepts = new ArrayList<>();
      for (String concept : mention.texts("concepts")) {
        concepts.add(concept(mention, concept));
      }
      mentions.add(
          new RawMention(
              mention.line(),
              mention.holds("id") ? mention.id("id") : "",
              mention.text("type", ""),
              locations(mention),
              mention.text("text", null),
              concepts,
              attributes(mention, MENTION)));
    }
    return mentions;
  }

  private static ConceptId concept(JsonObject mention, String concept) throws FormatException {
    try {
      return ConceptId.parse(concept);
    } catch (IllegalArgumentException e) {
      throw mention.fault("unreadable concept", "an id such as D001", concept);
    }
  }

  private static List<Location> locations(JsonObject mention) throws FormatException {
    if (!mention.holds("spans")) {
      return List.of(location(mention, mention.integer("start"), mention.integer("end")));
    }
    List<Location> locations = new ArrayList<>();
    for (List<Integer> span : mention.integerLists("spans")) {
      if (span.size() != 2) {
        throw mention.fault("a span is not a pair", "[start, end]", span.toString());
      }
      locations.add(location(mention, span.getFirst(), span.getLast()));
    }
    if (locations.isEmpty()) {
      throw mention.fault("mention without a place", "[[start, end], ...]", "[]");
    }
    return locations;
  }

  private static Location location(JsonObject mention, int start, int end) throws FormatException {
    if (start < 0 || end <= start) {
      throw mention.fault("span of no length", "0 <= start < end", start + ".." + end);
    }
    return new Location(start, end - start);
  }

  private static int natural(JsonObject object, int number) throws FormatException {
    if (number < 0) {
      throw object.fault("negative offset", "a whole number of at least 0", "" + number);
    }
    return number;
  }

  private static List<Relation> relations(JsonObject object) throws FormatException {
    List<Relation> relations = new ArrayList<>();
    for (JsonObject relation : object.optionalObjects("relations")) {
      List<Argument> arguments = new ArrayList<>();
      for (JsonObject argument : relation.optionalObjects("arguments")) {
        arguments.add(new Argument(argument.text("role", ""), argument.id("reference")));
      }
      relations.add(
          new Relation(
              relation.holds("id") ? relation.id("id") : "",
              relation.text("type", ""),
              arguments,
              attributes(relation, RELATION)));
    }
    return relations;
  }

  private static Map<String, String> attributes(JsonObject object, Set<String> known)
      throws FormatException {
    Map<String, String> attributes = new LinkedHashMap<>();
    if (object.holds("attributes")) {
      JsonAttributes.read(object.object("attributes"), attributes);
    }
    JsonAttributes.readUnknown(object, known, attributes);
    return attributes;
  }
}
