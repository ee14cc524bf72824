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
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.corpus.Placement.Location;
import org.hyperlinker.formats.corpus.Placement.RawMention;
import org.hyperlinker.formats.corpus.Placement.RawPassage;
import org.hyperlinker.formats.json.JsonCollections;
import org.hyperlinker.formats.json.JsonObject;

/**
 * Reads BioC JSON, with offsets in code points: a collection {@code {"documents": [...]}}, a list
 * of collections (as PubMed Central serves them), PubTator 3's {@code {"PubTator3": [...]}}, or
 * documents alone, one after the other.
 *
 * <p>It means what {@link BioCXmlReader} reads, and gives the same records. Infons that are no
 * texts become attributes {@code json:NAME}, unknown fields {@code field:NAME}, with their value as
 * JSON. A fault names the line on which its document starts.
 */
public final class BioCJsonReader implements DocumentReader {

  private static final JsonCollections.Shape SHAPE =
      new JsonCollections.Shape(Set.of("documents", "PubTator3"), "passages");
  private static final Set<String> COLLECTION = Set.of("source", "date", "key", "infons");
  private static final Set<String> DOCUMENT =
      Set.of("id", "infons", "passages", "relations", "annotations");
  private static final Set<String> PASSAGE =
      Set.of("offset", "infons", "text", "sentences", "annotations", "relations");
  private static final Set<String> SENTENCE =
      Set.of("offset", "infons", "text", "annotations", "relations");
  private static final Set<String> ANNOTATION = Set.of("id", "infons", "text", "locations");
  private static final Set<String> RELATION = Set.of("id", "infons", "nodes");

  @Override
  public Ledger read(Path file, Consumer<Document> sink) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    JsonCollections.read(
        file,
        SHAPE,
        ledger,
        (document, collection) ->
            sink.accept(new Reading(file, ledger).document(document, collection)));
    return ledger.build();
  }

  /** One document on its way. */
  private record Reading(Path file, Ledger.Builder ledger) {

    Document document(JsonObject object, JsonObject collection) throws FormatException {
      Map<String, String> attributes = collection(collection);
      attributes.putAll(attributes(object, DOCUMENT));
      List<BioCPassage> passages = new ArrayList<>();
      for (JsonObject passage : object.optionalObjects("passages")) {
        passages.add(passage(passage));
      }
      for (JsonObject annotation : object.optionalObjects("annotations")) {
        if (passages.isEmpty()) {
          throw annotation.fault("annotation without any passage", "a passage", "none");
        }
        passages.getLast().mentions.add(mention(annotation));
      }
      List<RawPassage> whole = new ArrayList<>();
      List<Relation> relations = new ArrayList<>();
      for (BioCPassage passage : passages) {
        relations.addAll(passage.relations(whole.size()));
        whole.add(passage.whole(this::fault));
      }
      for (JsonObject relation : object.optionalObjects("relations")) {
        relations.add(relation(relation));
      }
      return new Document(
          object.id("id"), new Placement(this::fault, ledger).of(whole), relations, attributes);
    }

    private FormatException fault(long line, String problem, String expected, String found) {
      return new FormatException(file, line, problem, expected, found);
    }

    private static Map<String, String> collection(JsonObject collection) throws FormatException {
      Map<String, String> attributes = new LinkedHashMap<>();
      for (String name : List.of("source", "date", "key")) {
        String value = collection.text(name, "");
        if (!value.isEmpty()) {
          attributes.put(BioCXmlReader.COLLECTION + name, value);
        }
      }
      Map<String, String> infons = new LinkedHashMap<>();
      if (collection.holds("infons")) {
        JsonAttributes.read(collection.object("infons"), infons);
      }
      infons.forEach((key, value) -> attributes.put(BioCXmlReader.COLLECTION_INFON + key, value));
      Map<String, String> unknown = new LinkedHashMap<>();
      JsonAttributes.readUnknown(collection, COLLECTION, unknown);
      unknown.forEach((key, value) -> attributes.put(BioCXmlReader.COLLECTION + key, value));
      return attributes;
    }

    private static Map<String, String> attributes(JsonObject object, Set<String> known)
        throws FormatException {
      Map<String, String> attributes = new LinkedHashMap<>();
      if (object.holds("infons")) {
        JsonAttributes.read(object.object("infons"), attributes);
      }
      JsonAttributes.readUnknown(object, known, attributes);
      return attributes;
    }

    private BioCPassage passage(JsonObject object) throws FormatException {
      BioCPassage passage = part(object, PASSAGE);
      for (JsonObject sentence : object.optionalObjects("sentences")) {
        passage.sentences.add(part(sentence, SENTENCE));
      }
      object.integer("offset");
      return passage;
    }

    /** A passage without its sentences, or one of them, which have the same parts. */
    private BioCPassage part(JsonObject object, Set<String> known) throws FormatException {
      BioCPassage part = new BioCPassage();
      part.line = object.line();
      part.offset = object.holds("offset") ? object.integer("offset") : null;
      if (part.offset != null && part.offset < 0) {
        throw object.fault("negative offset", "a whole number of at least 0", "" + part.offset);
      }
      part.text = object.text("text", null);
      part.attributes.putAll(attributes(object, known));
      part.mentions.addAll(mentions(object));
      for (JsonObject relation : object.optionalObjects("relations")) {
        part.relations.add(relation(relation));
      }
      return part;
    }

    private List<RawMention> mentions(JsonObject object) throws FormatException {
      List<RawMention> mentions = new ArrayList<>();
      for (JsonObject annotation : object.optionalObjects("annotations")) {
        mentions.add(mention(annotation));
      }
      return mentions;
    }

    private RawMention mention(JsonObject object) throws FormatException {
      List<Location> locations = new ArrayList<>();
      for (JsonObject location : object.optionalObjects("locations")) {
        locations.add(new Location(location.integer("offset"), location.integer("length")));
      }
      return BioCInfons.mention(
          this::fault,
          object.line(),
          object.line(),
          object.holds("id") ? object.id("id") : "",
          attributes(object, ANNOTATION),
          locations,
          object.text("text", null));
    }

    private static Relation relation(JsonObject object) throws FormatException {
      List<Argument> arguments = new ArrayList<>();
      for (JsonObject node : object.optionalObjects("nodes")) {
        String reference = node.holds("refid") ? node.id("refid") : "";
        arguments.add(new Argument(node.text("role", ""), reference));
      }
      String id = object.holds("id") ? object.id("id") : "";
      return BioCInfons.relation(id, arguments, attributes(object, RELATION));
    }
  }
}
