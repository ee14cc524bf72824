package org.hyperlinker.search.update;

import java.util.HashMap;
import java.util.Map;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.core.text.ItemTemplate.Description;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.KnownEmbeddings;

/** The embeddings of an index by the texts that they were made of, counting what is taken. */
final class IndexEmbeddings implements KnownEmbeddings {

  private final EmbeddingIndex index;
  private final Map<String, Integer> rows = new HashMap<>();
  private int taken;

  private IndexEmbeddings(EmbeddingIndex index) {
    this.index = index;
  }

  /**
   * Those of an index whose item texts are the names alone and whose embeddings are stored in full;
   * of another none: an index does not keep descriptions, and the codes of a compact one are
   * rounded with a scale that depends on all rows.
   *
   * @param alike whether they are what the model would give; none are taken otherwise
   */
  static IndexEmbeddings of(EmbeddingIndex index, boolean alike) {
    IndexEmbeddings embeddings = new IndexEmbeddings(index);
    ItemTemplate template = index.metadata().modelSettings().item();
    boolean names = template.description() == Description.NONE || template.limit() == 0;
    if (alike && names && !index.metadata().contents().compact()) {
      for (int row = 0; row < index.size(); row++) {
        embeddings.rows.putIfAbsent(index.row(row).name(), row);
      }
    }
    return embeddings;
  }

  /** How many rows took their embedding from here. */
  int taken() {
    return taken;
  }

  @Override
  public boolean copy(String text, float[] target) {
    Integer row = rows.get(text);
    if (row == null) {
      return false;
    }
    index.embedding(row, target);
    taken++;
    return true;
  }
}
