package org.hyperlinker.preparation;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hyperlinker.formats.ontology.OntologyFilter;
import org.hyperlinker.preparation.example.ExampleSettings;
import org.hyperlinker.preparation.example.NamePairSettings;

/**
 * What to prepare, and how.
 *
 * @param corpora the corpus files, each a split of its own name; may be empty
 * @param ontologies the ontology files that make up one knowledge base, at least one
 * @param filter what of the ontologies is read
 * @param output the directory to write; an earlier result there is replaced
 * @param examples how mentions become examples
 * @param namePairs how the ontology's names become examples; empty for not at all
 * @param studyFormats whether the earlier study's {@code bc5cdr_<split>.bioc.xml.gz} and {@code
 *     mesh2015.json.gz} are written too
 */
public record PrepareOptions(
    List<CorpusSource> corpora,
    List<Path> ontologies,
    OntologyFilter filter,
    Path output,
    ExampleSettings examples,
    Optional<NamePairSettings> namePairs,
    boolean studyFormats) {

  /** Copies the lists and checks that splits differ and no input would be overwritten. */
  public PrepareOptions {
    corpora = List.copyOf(corpora);
    ontologies = List.copyOf(ontologies);
    if (ontologies.isEmpty()) {
      throw new IllegalArgumentException("name at least one ontology file");
    }
    Set<String> splits = new HashSet<>();
    for (CorpusSource corpus : corpora) {
      if (!splits.add(corpus.split())) {
        throw new IllegalArgumentException(
            "two corpora are called '" + corpus.split() + "'; each split needs its own name");
      }
      requireOutside(corpus.file(), output);
    }
    for (Path ontology : ontologies) {
      requireOutside(ontology, output);
    }
  }

  /** The same of whole ontologies. */
  public PrepareOptions(
      List<CorpusSource> corpora,
      List<Path> ontologies,
      Path output,
      ExampleSettings examples,
      Optional<NamePairSettings> namePairs,
      boolean studyFormats) {
    this(corpora, ontologies, OntologyFilter.NONE, output, examples, namePairs, studyFormats);
  }

  private static void requireOutside(Path input, Path output) {
    Path inside = input.toAbsolutePath().normalize();
    if (inside.startsWith(output.toAbsolutePath().normalize())) {
      throw new IllegalArgumentException(
          "the input "
              + input
              + " lies in the output directory "
              + output
              + ", which is replaced as a whole; choose another directory");
    }
  }
}
