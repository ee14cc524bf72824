package org.hyperlinker.formats.corpus;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Relation;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.formats.Ledger;

/** Counts what a writer leaves out or changes, in the same words for every format. */
final class Omissions {

  private final Ledger.Builder ledger;

  Omissions(Ledger.Builder ledger) {
    this.ledger = ledger;
  }

  /** Counts something in words of the format's own. */
  void leave(String what) {
    ledger.skip(what);
  }

  /** Counts the attributes of a document, but those that the format has room for. */
  void attributes(Document document, Predicate<String> room) {
    attributes("document", document.attributes(), room);
  }

  /** Counts the attributes of a passage, for which only BioC and JSONL have room. */
  void attributes(Passage passage) {
    attributes("passage", passage.attributes(), _ -> false);
  }

  /** Counts the attributes of a mention, but those that the format has room for. */
  void attributes(Mention mention, Predicate<String> room) {
    attributes("mention", mention.attributes(), room);
  }

  /** Counts the attributes of a relation, but those that the format has room for. */
  void attributes(Relation relation, Predicate<String> room) {
    attributes("relation", relation.attributes(), room);
  }

  /** Counts an id, unless it is written as it is. */
  void id(String of, String id, String written) {
    if (!id.equals(written)) {
      ledger.skip("id of a " + of);
    }
  }

  /** Counts a type, unless it is written as it is. */
  void type(String of, String type, String written) {
    if (!type.equals(written)) {
      ledger.skip("type of a " + of + ", written otherwise");
    }
  }

  /** Counts a mention's own wording, unless a reader will find it at its place. */
  void wording(Mention mention, String written) {
    if (!mention.text().equals(written)) {
      ledger.skip("wording of a mention that is not its text's");
    }
  }

  /** Counts concepts that a field {@code D1|D2} cannot hold. */
  void concepts(List<ConceptId> concepts) {
    if (!ConceptField.says(ConceptField.format(concepts), concepts)) {
      ledger.skip("concepts that the format reads otherwise");
    }
  }

  /**
   * Counts the passages of a document as far as a format that knows only the whole text will not
   * give them back.
   */
  void passages(Document document) {
    for (Passage passage : document.passages()) {
      boolean whole = document.passages().size() == 1 && passage.offset() == 0;
      if (!whole || !passage.type().isEmpty()) {
        ledger.skip("type and bounds of a passage");
      }
      attributes(passage);
    }
  }

  private void attributes(String of, Map<String, String> attributes, Predicate<String> room) {
    for (String name : attributes.keySet()) {
      if (!room.test(name)) {
        ledger.skip("attribute of a " + of);
      }
    }
  }
}
