package org.hyperlinker.model.encoding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hyperlinker.model.qnet.QNet;
import org.hyperlinker.model.qnet.QueryRepresentation;
import org.hyperlinker.model.qnet.QueryVector;

/**
 * A model that remembers the queries it made lately, by their text, and computes equal texts of a
 * call once. Safe for many threads if the model behind it is; two that ask for a new text at the
 * same moment may both compute it. Closing it closes that model.
 */
public final class CachingModel extends ForwardingModel {

  /** About 2,500 q-nets of shape [384, 64, 1], or 200 of [384, 384, 384, 1]. */
  public static final long DEFAULT_BYTES = 256L << 20;

  /** What an entry takes besides its numbers, about. */
  private static final int OVERHEAD = 256;

  private final Cache<String, QueryRepresentation> queries;

  /**
   * A cache before a model.
   *
   * @param bytes what the remembered queries may take, about; 0 remembers nothing
   */
  public CachingModel(LinkingModel model, long bytes) {
    super(model);
    this.queries =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .<String, QueryRepresentation>weigher((text, query) -> weight(text, query))
            .executor(Runnable::run)
            .recordStats()
            .build();
  }

  /** How many query texts were found remembered. */
  public long hits() {
    return queries.stats().hitCount();
  }

  /** How many were not, and were computed. */
  public long misses() {
    return queries.stats().missCount();
  }

  private static int weight(String text, QueryRepresentation query) {
    long numbers =
        switch (query) {
          case QNet net ->
              net.weights().stream().mapToLong(w -> w.length).sum()
                  + net.biases().stream().mapToLong(b -> b.length).sum();
          case QueryVector vector -> vector.values().length;
        };
    long bytes = numbers * Float.BYTES + 2L * text.length() + OVERHEAD;
    return (int) Math.min(Integer.MAX_VALUE, bytes);
  }

  @Override
  public List<QueryRepresentation> encodeQueries(List<String> texts) {
    Map<String, QueryRepresentation> all =
        queries.getAll(new LinkedHashSet<>(texts), this::computed);
    return texts.stream().map(all::get).toList();
  }

  private Map<String, QueryRepresentation> computed(Set<? extends String> missing) {
    List<String> texts = List.copyOf(missing);
    List<QueryRepresentation> made = super.encodeQueries(texts);
    Map<String, QueryRepresentation> byText = LinkedHashMap.newLinkedHashMap(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      byText.put(texts.get(i), made.get(i));
    }
    return byText;
  }
}
