package org.hyperlinker.formats.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;

/**
 * Turns the passages of a document whose offsets are code points (BioC, JSONL) into passages whose
 * offsets are UTF-16 units, and checks that annotations say what stands at their place.
 */
final class Placement {

  private final Faults faults;
  private final Ledger.Builder ledger;

  Placement(Faults faults, Ledger.Builder ledger) {
    this.faults = faults;
    this.ledger = ledger;
  }

  /** What makes a fault of a line of the file. */
  @FunctionalInterface
  interface Faults {
    FormatException at(long line, String problem, String expected, String found);
  }

  /** A stretch of code points. */
  record Location(int offset, int length) {}

  /** An annotation as it stands in the file; a text of null stands for whatever it covers. */
  record RawMention(
      long line,
      String id,
      String type,
      List<Location> locations,
      String text,
      List<ConceptId> concepts,
      Map<String, String> attributes) {

    /** The same with one more attribute. */
    RawMention with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(attributes);
      more.put(name, value);
      return new RawMention(line, id, type, locations, text, concepts, more);
    }
  }

  /** A passage as it stands in the file. */
  record RawPassage(
      String type,
      int offset,
      String text,
      List<RawMention> mentions,
      Map<String, String> attributes) {}

  /** A passage's text and where it starts, in UTF-16 units. */
  private record Placed(int start, String text) {
    boolean holds(Span span) {
      return span.start() >= start && span.end() <= start + text.length();
    }

    String covered(Span span) {
      return text.substring(span.start() - start, span.end() - start);
    }
  }

  List<Passage> of(List<RawPassage> passages) throws FormatException {
    CodePointOffsets offsets = new CodePointOffsets();
    List<Placed> texts = new ArrayList<>();
    for (RawPassage passage : passages) {
      int start = offsets.addAtCodePoint(passage.offset(), passage.text());
      texts.add(new Placed(start, passage.text()));
    }
    List<List<Mention>> mentions = mentions(passages, offsets, texts);
    List<Passage> placed = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      RawPassage passage = passages.get(i);
      placed.add(
          new Passage(
              passage.type(),
              texts.get(i).start(),
              passage.text(),
              mentions.get(i),
              passage.attributes()));
    }
    return placed;
  }

  /**
   * The mentions of each passage. One that stands with a passage which does not hold it, such as an
   * annotation of the whole document, goes to the first that does.
   */
  private List<List<Mention>> mentions(
      List<RawPassage> passages, CodePointOffsets offsets, List<Placed> texts)
      throws FormatException {
    List<List<Mention>> all = new ArrayList<>();
    passages.forEach(_ -> all.add(new ArrayList<>()));
    for (int i = 0; i < passages.size(); i++) {
      for (Mention mention : mentions(passages.get(i).mentions(), offsets, i, texts)) {
        all.get(holder(mention.extent(), i, texts)).add(mention);
      }
    }
    return all;
  }

  private static int holder(Span extent, int own, List<Placed> texts) {
    if (texts.get(own).holds(extent)) {
      return own;
    }
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).holds(extent)) {
        return i;
      }
    }
    return own;
  }

  private List<Mention> mentions(
      List<RawMention> raws, CodePointOffsets offsets, int passage, List<Placed> texts)
      throws FormatException {
    List<Mention> mentions = new ArrayList<>();
    for (RawMention raw : raws) {
      List<Span> spans = new ArrayList<>();
      for (Location location : raw.locations()) {
        if (location.length() <= 0) {
          throw fault(raw, "empty location", "a length of at least 1", "" + location.length());
        }
        if (location.offset() < 0 || location.offset() > Integer.MAX_VALUE - location.length()) {
          throw fault(raw, "impossible offset", "one in the document", "" + location.offset());
        }
        int start = offsets.toUnits(passage, location.offset());
        int end = offsets.toUnits(passage, location.offset() + location.length());
        spans.add(new Span(start, end));
      }
      if (spans.isEmpty()) {
        ledger.skip("annotation without location");
        continue;
      }
      spans.sort(null);
      String text = checked(raw, spans, passage, texts);
      mentions.add(
          new Mention(raw.id(), spans, text, raw.type(), raw.concepts(), raw.attributes()));
    }
    return mentions;
  }

  /** The annotation's text, compared with what stands at its location. */
  private String checked(RawMention raw, List<Span> spans, int passage, List<Placed> texts)
      throws FormatException {
    Span extent = new Span(spans.getFirst().start(), spans.getLast().end());
    int from = Math.min(texts.get(passage).start(), texts.getFirst().start());
    int to = texts.stream().mapToInt(t -> t.start() + t.text().length()).max().orElse(0);
    if (extent.start() < from || extent.end() > to) {
      throw fault(
          raw,
          "location outside the document",
          from + ".." + to,
          extent.start() + ".." + extent.end());
    }
    Placed own = texts.get(passage);
    Placed place =
        own.holds(extent)
            ? own
            : texts.stream().filter(t -> t.holds(extent)).findFirst().orElse(null);
    if (raw.text() == null) {
      if (place == null) {
        throw fault(raw, "no text for a mention across passages", "a text", "none");
      }
      return String.join(" ", spans.stream().map(place::covered).toList());
    }
    // What spans two passages, or has gaps, has no single text to compare with.
    if (place != null && spans.size() == 1) {
      String covered = place.covered(extent);
      if (!blanked(covered).equals(blanked(raw.text()))) {
        throw fault(
            raw,
            "text does not match its location",
            "'" + covered + "' as in the passage",
            "'" + raw.text() + "'");
      }
    }
    return raw.text();
  }

  private FormatException fault(RawMention raw, String problem, String expected, String found) {
    return faults.at(raw.line(), problem + " in annotation '" + raw.id() + "'", expected, found);
  }

  /** Tools differ in how they break lines within a text, not in what the text says. */
  private static String blanked(String text) {
    return text.replaceAll("\\s", " ");
  }
}
