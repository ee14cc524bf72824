package org.hyperlinker.formats.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Relation;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.corpus.BioCSentences.Sentence;
import org.hyperlinker.formats.corpus.Placement.RawMention;
import org.hyperlinker.formats.corpus.Placement.RawPassage;

/** A BioC passage, or one sentence of it, growing as it is read from XML or JSON. */
final class BioCPassage {

  /** More blanks than this between the sentences of a passage are a mistake and no layout. */
  private static final int WIDEST_GAPS = 1_000_000;

  final Map<String, String> attributes = new LinkedHashMap<>();
  final List<RawMention> mentions = new ArrayList<>();
  final List<Relation> relations = new ArrayList<>();
  final List<BioCPassage> sentences = new ArrayList<>();

  /** The line of the file that a fault of this part names. */
  long line;

  /** In code points; null until it is known. */
  Integer offset;

  /** Null until it is known. */
  String text;

  /** All of it in the terms of the records, its sentences kept as an attribute. */
  RawPassage whole(Placement.Faults faults) throws FormatException {
    Map<String, String> kept = new LinkedHashMap<>(attributes);
    String type = kept.getOrDefault(BioCInfons.TYPE, "");
    kept.remove(BioCInfons.TYPE);
    if (sentences.isEmpty()) {
      return new RawPassage(type, offset, text == null ? "" : text, mentions, kept);
    }
    boolean beside = text != null && !text.isEmpty();
    List<RawMention> all = new ArrayList<>(mentions);
    List<Sentence> ordered = new ArrayList<>();
    int end = offset;
    int room = WIDEST_GAPS;
    for (BioCPassage sentence : sentences) {
      if (!beside) {
        int before = end;
        end = requirePlace(sentence, end, room, faults);
        room -= sentence.offset - before;
      }
      int from = sentence.offset == null ? 0 : sentence.offset - offset;
      for (RawMention mention : sentence.mentions) {
        all.add(mention.with(BioCSentences.SENTENCE, Integer.toString(ordered.size())));
      }
      ordered.add(new Sentence(from, sentence.text, sentence.attributes));
    }
    BioCSentences split = new BioCSentences(beside, ordered);
    kept.put(BioCSentences.SENTENCES, split.json());
    return new RawPassage(type, offset, beside ? text : split.joined(), all, kept);
  }

  /** The relations of the sentences and then its own, each with its place in the document. */
  List<Relation> relations(int passage) {
    List<Relation> all = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      for (Relation relation : sentences.get(i).relations) {
        all.add(placed(relation, passage, i));
      }
    }
    relations.forEach(relation -> all.add(placed(relation, passage, -1)));
    return all;
  }

  private static Relation placed(Relation relation, int passage, int sentence) {
    Map<String, String> attributes = new LinkedHashMap<>(relation.attributes());
    attributes.put(BioCSentences.PASSAGE, Integer.toString(passage));
    if (sentence >= 0) {
      attributes.put(BioCSentences.SENTENCE, Integer.toString(sentence));
    }
    return new Relation(relation.id(), relation.type(), relation.arguments(), attributes);
  }

  /**
   * Checks that a sentence comes behind what ends at {@code end}, with so many blanks between them
   * at most; returns its own end.
   */
  private static int requirePlace(BioCPassage sentence, int end, int room, Placement.Faults faults)
      throws FormatException {
    Integer offset = sentence.offset;
    if (offset == null || offset < end || offset - end > room) {
      throw faults.at(
          sentence.line,
          "sentence out of place",
          "an offset of at least " + end + ", after that of its passage",
          offset == null ? "none" : offset.toString());
    }
    String text = sentence.text == null ? "" : sentence.text;
    return offset + text.codePointCount(0, text.length());
  }
}
