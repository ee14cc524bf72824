package org.hyperlinker.formats.ontology;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.NameKind;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.XmlCursor;

/** Reads one descriptor or supplementary record. */
final class MeshRecord {

  private final XmlCursor xml;
  private final Ledger.Builder ledger;
  private final ConceptKind kind;
  private final long line;
  private final List<Term> terms = new ArrayList<>();
  private final List<String> definitions = new ArrayList<>();
  private final List<String> treeNumbers = new ArrayList<>();
  private final List<ConceptId> mappedTo = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private String id = "";
  private String heading = "";

  MeshRecord(XmlCursor xml, Ledger.Builder ledger, ConceptKind kind) {
    this.xml = xml;
    this.ledger = ledger;
    this.kind = kind;
    this.line = xml.line();
  }

  private record Term(
      String text,
      boolean recordPreferred,
      boolean conceptPreferred,
      boolean permuted,
      String tag) {

    ConceptName as(NameKind kind) {
      return new ConceptName(text, kind, permuted, tag);
    }
  }

  Concept read() throws IOException {
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "DescriptorUI", "SupplementalRecordUI" -> id = xml.text().strip();
        case "DescriptorName", "SupplementalRecordName" -> heading = onlyString();
        case "TreeNumberList" -> {
          while (xml.nextChild()) {
            treeNumbers.add(xml.text().strip());
          }
        }
        case "Note" -> addNote(xml.text().strip());
        case "HeadingMappedToList" -> {
          while (xml.nextChild()) {
            mappings();
          }
        }
        case "ConceptList" -> {
          while (xml.nextChild()) {
            meshConcept();
          }
        }
        default -> xml.skip();
      }
    }
    if (id.isEmpty()) {
      throw xml.fault("record without id", "a UI in the record of line " + line, "none");
    }
    return new Concept(conceptId(id), kind, names(), definitions, treeNumbers, mappedTo, notes);
  }

  private void addNote(String note) {
    if (!note.isEmpty()) {
      notes.add(note);
    }
  }

  /** The heading mappings: any {@code DescriptorUI} below the current element. */
  private void mappings() throws IOException {
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "DescriptorReferredTo" -> mappings();
        case "DescriptorUI" -> mappedTo.add(conceptId(xml.text().strip().replaceFirst("^\\*", "")));
        default -> xml.skip();
      }
    }
  }

  private void meshConcept() throws IOException {
    boolean preferred = xml.attribute("PreferredConceptYN", "N").equals("Y");
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "ScopeNote" -> {
          String note = xml.text().strip();
          if (!note.isEmpty()) {
            definitions.add(preferred ? 0 : definitions.size(), note);
          }
        }
        case "TermList" -> {
          while (xml.nextChild()) {
            term();
          }
        }
        default -> xml.skip();
      }
    }
  }

  private void term() throws IOException {
    boolean recordPreferred = flag("RecordPreferredTermYN");
    boolean conceptPreferred = flag("ConceptPreferredTermYN");
    boolean permuted = flag("IsPermutedTermYN");
    String tag = xml.attribute("LexicalTag", "");
    String text = onlyString();
    if (text.isEmpty()) {
      ledger.skip("term without text");
    } else {
      terms.add(new Term(text, recordPreferred, conceptPreferred, permuted, tag));
    }
  }

  private boolean flag(String attribute) {
    return xml.attribute(attribute, "N").equals("Y");
  }

  /** The text of the {@code <String>} child of the current element, stripped; may be empty. */
  private String onlyString() throws IOException {
    String text = "";
    while (xml.nextChild()) {
      if (xml.name().equals("String")) {
        text = xml.text().strip();
      } else {
        xml.skip();
      }
    }
    return text;
  }

  private List<ConceptName> names() throws FormatException {
    Term first =
        terms.stream()
            .filter(Term::recordPreferred)
            .findFirst()
            .or(() -> terms.stream().filter(term -> term.text().equals(heading)).findFirst())
            .orElseGet(() -> new Term(heading, true, true, false, ""));
    if (first.text().isEmpty()) {
      throw xml.fault(
          "concept without name",
          "a heading or a term in record " + id + " of line " + line,
          "none");
    }
    List<ConceptName> names = new ArrayList<>();
    names.add(first.as(NameKind.PREFERRED));
    for (Term term : terms) {
      if (term != first) {
        names.add(term.as(term.conceptPreferred() ? NameKind.CONCEPT_PREFERRED : NameKind.SYNONYM));
      }
    }
    // A heading that is none of the record's terms is a name all the same.
    if (!heading.isEmpty() && names.stream().noneMatch(name -> name.text().equals(heading))) {
      names.add(ConceptName.synonym(heading));
    }
    return names;
  }

  private ConceptId conceptId(String text) throws FormatException {
    try {
      return ConceptId.parse(text);
    } catch (IllegalArgumentException e) {
      throw xml.fault("unusable id in record " + id, "an id such as D000001", "'" + text + "'");
    }
  }
}
