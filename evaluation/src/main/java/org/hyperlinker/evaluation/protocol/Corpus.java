package org.hyperlinker.evaluation.protocol;

import java.util.List;
import org.hyperlinker.core.corpus.Document;

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
}
