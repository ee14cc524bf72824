package org.hyperlinker.formats.ontology;

import java.io.IOException;
import java.nio.file.Path;
import org.hyperlinker.core.ontology.ConceptKind;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.io.XmlCursor;

/**
 * Reads MeSH descriptors and supplementary records in the NLM's XML ({@code desc2015.xml}, {@code
 * supp2015.xml} and other years), record by record.
 *
 * <p>A record becomes one concept. Its names are all its terms with their flags: the record's
 * preferred term first, the others in file order, the preferred terms of its further MeSH concepts
 * marked {@link org.hyperlinker.core.ontology.NameKind#CONCEPT_PREFERRED}. Definitions are the
 * scope notes of all its MeSH concepts, the preferred concept's first. Notes and heading mappings
 * are read where the record is supplementary; a mapping's leading {@code *} (a major topic) is
 * taken off. A term without text is counted in the ledger as skipped; what else a record holds
 * (qualifiers, dates, indexing) is no part of a concept.
 */
public final class MeshXmlReader implements OntologyReader {

  @Override
  public Ledger read(Path file, Sink sink) throws IOException {
    Ledger.Builder ledger = new Ledger.Builder(file.toString());
    try (XmlCursor xml = new XmlCursor(file)) {
      String root = xml.name();
      ConceptKind kind =
          switch (root) {
            case "DescriptorRecordSet" -> ConceptKind.DESCRIPTOR;
            case "SupplementalRecordSet" -> ConceptKind.SUPPLEMENTARY;
            default ->
                throw xml.fault(
                    "not MeSH XML",
                    "the root <DescriptorRecordSet> or <SupplementalRecordSet>",
                    "<" + root + ">");
          };
      String record = kind == ConceptKind.DESCRIPTOR ? "DescriptorRecord" : "SupplementalRecord";
      while (xml.nextChild()) {
        if (xml.name().equals(record)) {
          long line = xml.line();
          sink.accept(new MeshRecord(xml, ledger, kind).read(), line);
          ledger.read();
        } else {
          ledger.skip("element <" + xml.name() + "> in <" + root + ">");
          xml.skip();
        }
      }
      if (ledger.count() == 0) {
        throw xml.fault("no record", "a <" + record + ">", "none");
      }
      xml.finish();
    }
    return ledger.build();
  }
}
