package org.hyperlinker.formats.ontology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;

/** Ontology files of any known format. */
public final class Ontologies {

  private Ontologies() {}

  /**
   * Reads files into one knowledge base; the format of each is found out by its content.
   *
   * @throws FormatException with file and line, if a format is unknown or broken, or if a concept
   *     occurs twice
   * @throws IllegalArgumentException if there is no file
   */
  public static OntologyFiles read(List<Path> files) throws IOException {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("an ontology needs a file at least, none was given");
    }
    List<Concept> concepts = new ArrayList<>();
    Map<ConceptId, String> places = new HashMap<>();
    List<Ledger> ledgers = new ArrayList<>();
    for (Path file : files) {
      OntologyReader reader = OntologyFormat.of(file).reader();
      ledgers.add(
          reader.read(
              file,
              (concept, line) -> {
                String earlier = places.putIfAbsent(concept.id(), file + ":" + line);
                if (earlier != null) {
                  String found = concept.id() + " as in " + earlier;
                  throw new FormatException(
                      file, line, "repeated concept", "each concept once", found);
                }
                concepts.add(concept);
              }));
    }
    return new OntologyFiles(new KnowledgeBase(concepts), ledgers);
  }
}
