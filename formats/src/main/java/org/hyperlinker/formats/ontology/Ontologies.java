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
    Gathering gathering = new Gathering(filter);
    List<Ledger> ledgers = new ArrayList<>();
    for (Path file : files) {
      OntologyFormat format = OntologyFormat.of(file);
      ledgers.add(format.reader(filter).read(file, gathering.of(file, format)));
    }
    List<Concept> concepts = gathering.taken();
    if (concepts.isEmpty()) {
      throw new FormatException(
          files.getFirst(), 0, "no concept is left", "some that the filter takes", "" + filter);
    }
    return new OntologyFiles(new KnowledgeBase(concepts), gathering.replacements, ledgers);
  }

  /** The concepts of several files on their way into one knowledge base. */
  private static final class Gathering {
    private final OntologyFilter filter;
    private final List<Concept> concepts = new ArrayList<>();
    private final Map<ConceptId, String> places = new HashMap<>();
    private final Set<ConceptId> taken = new HashSet<>();
    private final Map<ConceptId, ConceptId> replacements = new HashMap<>();

    Gathering(OntologyFilter filter) {
      this.filter = filter;
    }

    OntologyReader.Sink of(Path file, OntologyFormat format) {
      return new OntologyReader.Sink() {
        @Override
        public void accept(Concept concept, long line) throws FormatException {
          String earlier = places.putIfAbsent(concept.id(), file + ":" + line);
          if (earlier != null) {
            String found = concept.id() + " as in " + earlier;
            throw new FormatException(file, line, "repeated concept", "each concept once", found);
          }
          concepts.add(concept);
          if (!format.hasTreeNumbers() || filter.takes(concept)) {
            taken.add(concept.id());
          }
        }

        @Override
        public void replaced(ConceptId old, ConceptId current) {
          replacements.putIfAbsent(old, current);
        }
      };
    }

    List<Concept> taken() {
      return concepts.stream()
          .filter(
              concept ->
                  taken.contains(concept.id())
                      || concept.mappedTo().stream().anyMatch(taken::contains))
          .toList();
    }
  }
}
