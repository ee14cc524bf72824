package org.hyperlinker.evaluation.protocol;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.linking.EntityLinker;
import org.hyperlinker.linking.LinkingOptions;
import org.hyperlinker.linking.Ranking;
import org.hyperlinker.linking.ranking.Progress;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.strategy.SearchStrategy;

/**
 * A model with its index, asked through the {@link EntityLinker} that users embed. A part of the
 * concepts, as in the restricted protocol, is always searched exactly. Owns neither.
 */
public final class IndexedCandidates implements CandidatePool {

  private final LinkingModel model;
  private final EmbeddingIndex index;
  private final LinkingOptions options;

  /** A pool of the index's concepts, searched exactly, with default evidence. */
  public IndexedCandidates(LinkingModel model, EmbeddingIndex index, int threads) {
    this(model, index, new LinkingOptions(LinkingOptions.DEFAULT_TOP_K, threads));
  }

  /**
   * A pool of the index's concepts.
   *
   * @param options how mentions are linked, but for the number of candidates; ranks of an
   *     approximate search count only what it found, and concepts it missed have none
   * @throws IllegalArgumentException if another model built the index, naming both fingerprints
   */
  public IndexedCandidates(LinkingModel model, EmbeddingIndex index, LinkingOptions options) {
    index.requireModel(model);
    this.model = model;
    this.index = index;
    this.options = options;
  }

  @Override
  public boolean contains(ConceptId concept) {
    return index.contains(concept);
  }

  @Override
  public MentionRanker all(int topK) {
    return new Ranker(EntityLinker.of(model, index, keeping(topK)), options.search().toString());
  }

  @Override
  public MentionRanker only(Set<ConceptId> concepts, int topK) {
    return new Ranker(
        EntityLinker.among(concepts, model, index, keeping(topK)),
        new SearchStrategy.Exact().toString());
  }

  private LinkingOptions keeping(int topK) {
    return new LinkingOptions(topK, options.threads(), options.search(), options.evidence());
  }

  @Override
  public Map<String, String> provenance() {
    Map<String, String> provenance = new TreeMap<>();
    provenance.putAll(EntityLinker.conditions(model, index, options.evidence()).fields());
    int remembered = index.remembered().cardinality();
    provenance.put("memory_rows", Integer.toString(options.evidence().memory() ? remembered : 0));
    provenance.put("hybrid", Boolean.toString(options.evidence().hybrid().isPresent()));
    options
        .evidence()
        .hybrid()
        .ifPresent(
            rule ->
                rule.provenance().forEach((key, value) -> provenance.put("hybrid_" + key, value)));
    provenance.put("knowledge_base_sha256", index.metadata().knowledgeBaseSha256());
    provenance.put("index_rows", Integer.toString(index.metadata().rows()));
    provenance.put("index_concepts", Integer.toString(index.metadata().concepts()));
    provenance.put("index_row_kind", index.metadata().contents().rows().name());
    index
        .metadata()
        .files()
        .forEach((file, content) -> provenance.put("index_sha256_" + file, content.sha256()));
    index.metadata().provenance().forEach((key, value) -> provenance.put("index_" + key, value));
    model.settings().provenance().forEach((key, value) -> provenance.put("model_" + key, value));
    return provenance;
  }

  private record Ranker(EntityLinker linker, String search) implements MentionRanker {

    @Override
    public int concepts() {
      return linker.concepts();
    }

    @Override
    public Ranking rank(List<Document> documents, int batch, Progress progress) {
      return linker.rank(documents, batch, progress);
    }

    @Override
    public void close() {
      linker.close();
    }
  }
}
