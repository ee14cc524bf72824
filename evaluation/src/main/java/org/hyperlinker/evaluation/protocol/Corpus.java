package org.hyperlinker.evaluation.protocol;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.formats.Ledger;
import org.hyperlinker.formats.corpus.Corpora;
import org.hyperlinker.formats.corpus.CorpusFile;

/**
 * Documents and where they come from.
 *
 * @param name what reports call it, such as the file name
 * @param sha256 digest of the file, or of the folder's files
 * @param documents in file order
 */
public record Corpus(String name, String sha256, List<Document> documents) {

  private static final long SAMPLE_SEED = 42;

  /** Copies the documents. */
  public Corpus {
    documents = List.copyOf(documents);
  }

  /**
   * Some of the documents, in their order; always the same ones of a corpus.
   *
   * @param size at least 1; all are kept if there are no more
   */
  public Corpus sample(int size) {
    List<Integer> places = new ArrayList<>(IntStream.range(0, documents.size()).boxed().toList());
    Collections.shuffle(places, new Random(SAMPLE_SEED));
    List<Document> drawn = places.stream().limit(size).sorted().map(documents::get).toList();
    return new Corpus(name, sha256, drawn);
  }

  /**
   * A corpus file or folder with its name and digest.
   *
   * @throws IOException with file and line, if it cannot be read
   */
  public static Corpus read(Path file) throws IOException {
    return read(file, ledger -> {});
  }

  /**
   * The same.
   *
   * @param account told what was read and skipped
   * @throws IOException with file and line, if it cannot be read
   */
  public static Corpus read(Path file, Consumer<Ledger> account) throws IOException {
    CorpusFile read = Corpora.read(file);
    account.accept(read.ledger());
    return new Corpus(file.getFileName().toString(), Sha256.of(file), read.documents());
  }
}
