package org.hyperlinker.server.system;

import org.hyperlinker.linking.EntityLinker;
import org.hyperlinker.model.encoding.CachingModel;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexMetadata;

/**
 * A model with its index, open and ready to link. Safe for many threads; whoever opened it closes
 * it.
 *
 * @param model with the cache of its queries
 * @param index built with this model
 * @param linker of both
 * @param calibrated whether its links have probabilities
 */
public record ServedSystem(
    CachingModel model, EmbeddingIndex index, EntityLinker linker, boolean calibrated)
    implements AutoCloseable {

  /** What tells this model from others. */
  public String modelFingerprint() {
    return model.fingerprint();
  }

  /** What tells this index from others: its model, its ontology and what it holds. */
  public String indexFingerprint() {
    IndexMetadata metadata = index.metadata();
    return metadata.embeddingsSha256();
  }

  /** Characters or words of context that the model reads. */
  public int window() {
    return model.settings().query().window().size();
  }

  @Override
  public void close() {
    try (LinkingModel _ = model;
        EmbeddingIndex _ = index) {
      linker.close();
    }
  }
}
