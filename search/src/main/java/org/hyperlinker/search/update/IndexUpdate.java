package org.hyperlinker.search.update;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hyperlinker.core.memory.MentionMemory;
import org.hyperlinker.core.memory.RememberedMention;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.search.index.EmbeddingIndex;
import org.hyperlinker.search.index.IndexBuilder;
import org.hyperlinker.search.index.IndexMetadata;
import org.hyperlinker.search.index.IndexSettings;
import org.hyperlinker.search.index.IndexSource;
import org.hyperlinker.search.index.Progress;

/**
 * Brings an index to a new version of its ontology. The result is what a fresh build of that
 * version with the same contents would be, provenance aside; names that had a row keep their
 * embedding, as far as the index has it in full and in the arithmetic of the new ones, and only the
 * others are encoded.
 */
public final class IndexUpdate {

  /** Provenance of an updated index: the digest of the knowledge base before. */
  public static final String FROM = "updated_from_knowledge_base_sha256";

  /** Provenance: what encoded the rows. */
  public static final String RUNTIME = "runtime";

  private static final String EIGHT_BITS = "int8";

  private IndexUpdate() {}

  /**
   * Updates an index in its place. It appears whole or not at all, while those who have the old
   * version open keep it.
   *
   * @param model the model that made it
   * @param batch item texts encoded together, at least 1
   * @param threads how many build the graph, at least 1
   * @throws IllegalArgumentException if the index was made with another model, naming both; or if
   *     an id that the user gave for another leads to no concept
   * @throws IOException if there is no index, or it cannot be written
   */
  public static UpdateReport update(
      LinkingModel model,
      Path directory,
      NewOntology ontology,
      int batch,
      int threads,
      Progress progress)
      throws IOException {
    try (EmbeddingIndex index = EmbeddingIndex.open(directory)) {
      index.requireModel(model);
      requireWhereabouts(ontology);
      OntologyChanges changes = OntologyChanges.between(index, ontology);
      MentionMemory memory = ontology.memory().orElseGet(() -> moved(index.memory(), changes));
      IndexMetadata before = index.metadata();
      IndexEmbeddings known = IndexEmbeddings.of(index, alike(before, ontology));
      IndexMetadata after =
          IndexBuilder.build(
              model,
              new IndexSource(ontology.knowledgeBase(), memory, provenance(before, ontology)),
              known,
              new IndexSettings(before.contents(), batch, threads),
              directory,
              progress);
      return new UpdateReport(before, after, known.taken(), changes);
    }
  }

  /**
   * Whether new rows would have the arithmetic of the old ones, as far as both are known:
   * embeddings of 8-bit graphs are not those of the others.
   */
  private static boolean alike(IndexMetadata before, NewOntology ontology) {
    String old = before.provenance().get(RUNTIME);
    String now = ontology.provenance().get(RUNTIME);
    return old == null || now == null || old.endsWith(EIGHT_BITS) == now.endsWith(EIGHT_BITS);
  }

  private static void requireWhereabouts(NewOntology ontology) {
    List<ConceptId> lost = new ConceptMoves(ontology).lost();
    if (!lost.isEmpty()) {
      throw new IllegalArgumentException(
          lost.size()
              + " of the "
              + ontology.given().size()
              + " ids given for others lead to no concept of the new version, among them: "
              + lost.stream()
                  .limit(5)
                  .map(from -> from + " -> " + ontology.given().get(from))
                  .collect(Collectors.joining(", ")));
    }
  }

  private static SortedMap<String, String> provenance(IndexMetadata before, NewOntology ontology) {
    SortedMap<String, String> provenance = new TreeMap<>(ontology.provenance());
    provenance.put(FROM, before.knowledgeBaseSha256());
    if (ontology.memory().isEmpty()) {
      before
          .provenance()
          .forEach(
              (name, value) -> {
                if (name.startsWith("memory_")) {
                  provenance.putIfAbsent(name, value);
                }
              });
    }
    return provenance;
  }

  /** Training mentions with their concepts' new ids; the counts of those that meet are added. */
  private static MentionMemory moved(MentionMemory memory, OntologyChanges changes) {
    Map<ConceptId, ConceptId> ids = changes.ids();
    Map<String, RememberedMention> mentions = new LinkedHashMap<>();
    for (RememberedMention mention : memory.mentions()) {
      ConceptId id = ids.getOrDefault(mention.concept(), mention.concept());
      mentions.merge(
          id + " " + mention.surface().toLowerCase(Locale.ROOT),
          new RememberedMention(mention.surface(), id, mention.count()),
          (a, b) -> new RememberedMention(a.surface(), id, a.count() + b.count()));
    }
    return new MentionMemory(List.copyOf(mentions.values()));
  }
}
