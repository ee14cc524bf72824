package org.hyperlinker.formats.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Relation;

/** What of a document BioC writes where: in the document, in its passages or in their sentences. */
final class BioCParts {

  private final Document document;
  private final List<Optional<BioCSentences>> sentences;

  BioCParts(Document document) {
    this.document = document;
    this.sentences = document.passages().stream().map(BioCSentences::of).toList();
  }

  /** The sentences of a passage, if it has some. */
  Optional<BioCSentences> sentences(int passage) {
    return sentences.get(passage);
  }

  /** A passage without the attribute of its sentences, if they are written as such. */
  Passage passage(int number) {
    Passage passage = document.passages().get(number);
    return sentences.get(number).isEmpty()
        ? passage
        : new Passage(
            passage.type(),
            passage.offset(),
            passage.text(),
            passage.mentions(),
            BioCSentences.without(passage.attributes(), BioCSentences.SENTENCES));
  }

  /** The mentions of a sentence, or those that stand in no sentence of their passage for -1. */
  List<Mention> mentions(int passage, int sentence) {
    int count = sentences.get(passage).map(split -> split.sentences().size()).orElse(0);
    List<Mention> found = new ArrayList<>();
    for (Mention mention : document.passages().get(passage).mentions()) {
      int own = BioCSentences.number(mention.attributes(), BioCSentences.SENTENCE, count);
      if (own == sentence) {
        found.add(own < 0 ? mention : unplaced(mention));
      }
    }
    return found;
  }

  /**
   * The relations of a sentence; of a passage alone for sentence -1; of the document for -1, -1.
   */
  List<Relation> relations(int passage, int sentence) {
    List<Relation> found = new ArrayList<>();
    for (Relation relation : document.relations()) {
      int in =
          BioCSentences.number(
              relation.attributes(), BioCSentences.PASSAGE, document.passages().size());
      int count = in < 0 ? 0 : sentences.get(in).map(split -> split.sentences().size()).orElse(0);
      int own = BioCSentences.number(relation.attributes(), BioCSentences.SENTENCE, count);
      if (in == passage && own == sentence) {
        found.add(unplaced(relation, in, own));
      }
    }
    return found;
  }

  private static Mention unplaced(Mention mention) {
    return new Mention(
        mention.id(),
        mention.spans(),
        mention.text(),
        mention.type(),
        mention.concepts(),
        BioCSentences.without(mention.attributes(), BioCSentences.SENTENCE));
  }

  private static Relation unplaced(Relation relation, int passage, int sentence) {
    if (passage < 0) {
      return relation;
    }
    String[] names =
        sentence < 0
            ? new String[] {BioCSentences.PASSAGE}
            : new String[] {BioCSentences.PASSAGE, BioCSentences.SENTENCE};
    return new Relation(
        relation.id(),
        relation.type(),
        relation.arguments(),
        BioCSentences.without(relation.attributes(), names));
  }
}
