package org.hyperlinker.formats.ontology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.ReaderContract;

/** The contract for readers of concepts. */
abstract class OntologyReaderContract extends ReaderContract {

  abstract OntologyReader reader();

  @Override
  protected Reading read(Path file) throws IOException {
    List<Concept> concepts = new ArrayList<>();
    Ledger ledger = reader().read(file, (concept, line) -> concepts.add(concept));
    return new Reading(concepts, Optional.of(ledger));
  }

  List<Concept> concepts() throws IOException {
    return Ontologies.read(List.of(resource(fixture()))).knowledgeBase().concepts();
  }
}
