package org.hyperlinker.preparation;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.corpus.Corpora;
import org.hyperlinker.formats.corpus.CorpusFile;
import org.hyperlinker.formats.ontology.Ontologies;
import org.hyperlinker.formats.ontology.OntologyFiles;
import org.hyperlinker.preparation.progress.Progress;

/**
 * Everything that was read.
 *
 * @param knowledgeBase the ontology
 * @param splits documents by split, in the order of the options
 * @param ontologyFiles the ontology files, in order
 * @param corpusFiles the corpus files by split, in order
 * @param ontologyLedgers what the ontology readers read and skipped
 * @param corpusLedgers what the corpus readers read and skipped, by split
 */
record PreparedInputs(
    KnowledgeBase knowledgeBase,
    Map<String, List<Document>> splits,
    List<Input> ontologyFiles,
    Map<String, Input> corpusFiles,
    List<Ledger> ontologyLedgers,
    Map<String, Ledger> corpusLedgers) {

  /**
   * A file or folder as the manifest names it: without where it lies, which differs between
   * machines.
   */
  record Input(String name, long bytes, String sha256) {

    static Input of(Path file) throws IOException {
      return new Input(file.getFileName().toString(), bytes(file), Sha256.of(file));
    }

    private static long bytes(Path file) throws IOException {
      if (!Files.isDirectory(file)) {
        return Files.size(file);
      }
      long bytes = 0;
      try (DirectoryStream<Path> files = Files.newDirectoryStream(file, Files::isRegularFile)) {
        for (Path one : files) {
          bytes += Files.size(one);
        }
      }
      return bytes;
    }
  }

  static PreparedInputs read(PrepareOptions options, Progress progress) throws IOException {
    int files = options.corpora().size() + options.ontologies().size();
    progress.report("read inputs", 0, files);
    OntologyFiles ontology = Ontologies.read(options.ontologies(), options.filter());
    List<Input> ontologyFiles = new ArrayList<>();
    for (Path file : options.ontologies()) {
      ontologyFiles.add(Input.of(file));
    }
    progress.report("read inputs", ontologyFiles.size(), files);
    Map<String, List<Document>> splits = new LinkedHashMap<>();
    Map<String, Input> corpusFiles = new LinkedHashMap<>();
    Map<String, Ledger> corpusLedgers = new LinkedHashMap<>();
    for (CorpusSource corpus : options.corpora()) {
      CorpusFile read = Corpora.read(corpus.file());
      splits.put(corpus.split(), read.documents());
      corpusFiles.put(corpus.split(), Input.of(corpus.file()));
      corpusLedgers.put(corpus.split(), read.ledger());
      progress.report("read inputs", ontologyFiles.size() + corpusFiles.size(), files);
    }
    return new PreparedInputs(
        ontology.knowledgeBase(),
        splits,
        ontologyFiles,
        corpusFiles,
        ontology.ledgers(),
        corpusLedgers);
  }
}
