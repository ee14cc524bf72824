package org.hyperlinker.formats.ontology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    return read(files, OntologyFilter.NONE);
  }

  /**
   * The same, of concepts and names that the filter takes. A supplementary concept is in the
   * branches of the headings that it is mapped to.
   */
  public static OntologyFiles read(List<Path> files, OntologyFilter filter) throws IOException {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("an ontology needs a file at least, none was given");
    }
    List<Concept> concepts = new ArrayList<>();
    Map<ConceptId, String> places = new HashMap<>();
    Set<ConceptId> taken = new HashSet<>();
    List<Ledger> ledgers = new ArrayList<>();
    for (Path file : files) {
      OntologyFormat format = OntologyFormat.of(file);
      OntologyReader reader = format.reader(filter);
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
                if (!format.hasTreeNumbers() || filter.takes(concept)) {
                  taken.add(concept.id());
                }
              }));
    }
    concepts.removeIf(
        concept ->
            !taken.contains(concept.id())
                && concept.mappedTo().stream().noneMatch(taken::contains));
    if (concepts.isEmpty()) {
      throw new FormatException(
          files.getFirst(), 0, "no concept is left", "some that the filter takes", "" + filter);
    }
    return new OntologyFiles(new KnowledgeBase(concepts), ledgers);
  }
}
