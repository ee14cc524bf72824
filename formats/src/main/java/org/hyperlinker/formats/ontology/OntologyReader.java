package org.hyperlinker.formats.ontology;

import java.io.IOException;
import java.nio.file.Path;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.formats.Ledger;

/** Reads the concepts of one ontology format, one at a time. Stateless and thread-safe. */
public interface OntologyReader {

  /** What takes the concepts of a file. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes a concept.
     *
     * @param concept the concept
     * @param line where it starts in the file, 1-based
     * @throws FormatException if the concept contradicts an earlier one
     */
    void accept(Concept concept, long line) throws FormatException;

    /**
     * Takes what the ontology says of an id that is no concept any more.
     *
     * @param old the id that was given up
     * @param current the id of what stands in its place, which may be given up itself
     */
    default void replaced(ConceptId old, ConceptId current) {}
  }

  /**
   * Hands every concept of a file, gzipped or plain, to the sink, in file order.
   *
   * @return how many concepts were read and what was skipped
   * @throws FormatException with file and line, if the file breaks its format or holds no concept;
   *     concepts before the fault have reached the sink by then
   */
  Ledger read(Path file, Sink sink) throws IOException;
}
