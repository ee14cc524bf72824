package org.hyperlinker.evaluation.protocol;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.formats.corpus.Corpora;

/**
 * Documents and where they come from.
 *
 * @param name what reports call it, such as the file name
 * @param sha256 digest of the file
 * @param documents in file order
 */
public record Corpus(String name, String sha256, List<Document> documents) {

  /** Copies the documents. */
  public Corpus {
    documents = List.copyOf(documents);
  }

  /**
   * A corpus file with its name and digest.
   *
   * @throws IOException with file and line, if it cannot be read
   */
  public static Corpus read(Path file) throws IOException {
    return new Corpus(
        file.getFileName().toString(), Sha256.of(file), Corpora.read(file).documents());
  }
}
