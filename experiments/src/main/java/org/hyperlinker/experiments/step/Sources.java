package org.hyperlinker.experiments.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.evaluation.protocol.Corpus;
import org.hyperlinker.formats.ontology.Ontologies;

/**
 * The files that an experiment is about.
 *
 * @param ontology whose concepts are linked to
 * @param ontologySha256 the files' digests
 * @param corpusFile where the corpus to measure on lies
 * @param corpus to measure on
 * @param training corpus, for training mentions, rules, and to tell seen from unseen
 */
public record Sources(
    List<Path> ontology,
    List<String> ontologySha256,
    Path corpusFile,
    Corpus corpus,
    Corpus training) {

  /** Copies the lists. */
  public Sources {
    ontology = List.copyOf(ontology);
    ontologySha256 = List.copyOf(ontologySha256);
  }

  /**
   * Reads the corpora, and of the ontology its digests only.
   *
   * @throws IOException naming the file that cannot be read
   */
  public static Sources read(List<Path> ontology, Path corpus, Path training) throws IOException {
    List<String> digests = new ArrayList<>();
    for (Path file : ontology) {
      digests.add(Sha256.of(file));
    }
    return new Sources(ontology, digests, corpus, Corpus.read(corpus), Corpus.read(training));
  }

  KnowledgeBase knowledgeBase() throws IOException {
    return Ontologies.read(ontology).knowledgeBase();
  }

  /** The digests by their names in results. */
  public SortedMap<String, String> provenance() {
    SortedMap<String, String> provenance = new TreeMap<>();
    provenance.put("corpus", corpus.name());
    provenance.put("corpus_sha256", corpus.sha256());
    provenance.put("training_corpus", training.name());
    provenance.put("training_corpus_sha256", training.sha256());
    provenance.put("ontology_sha256", String.join(" ", ontologySha256));
    return provenance;
  }
}
