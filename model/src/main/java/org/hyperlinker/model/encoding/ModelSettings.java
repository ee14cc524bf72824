package org.hyperlinker.model.encoding;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.model.qnet.Similarity;

/**
 * How a model wants its texts, and where it comes from: the content of {@code hyperlinker.json} in
 * a model directory.
 *
 * @param query how a mention becomes a query text
 * @param item how a name becomes an item text
 * @param queryMaxLength longest query in tokens, special tokens included; longer ones are cut
 * @param itemMaxLength longest item in tokens, special tokens included; longer ones are cut
 * @param similarity how a bi-encoder's vectors are compared; with {@link Similarity#COSINE} a q-net
 *     sees item embeddings of length 1
 * @param provenance hashes of data and settings, code version, JVM, seed
 */
public record ModelSettings(
    QueryTemplate query,
    ItemTemplate item,
    int queryMaxLength,
    int itemMaxLength,
    Similarity similarity,
    Map<String, String> provenance) {

  /** For a model directory that brings no {@code hyperlinker.json}, such as an official one. */
  public static final ModelSettings PLAIN =
      new ModelSettings(
          QueryTemplate.NAME_ONLY,
          ItemTemplate.NAME_ONLY,
          64,
          512,
          Similarity.INNER_PRODUCT,
          Map.of());

  /** Sorts the provenance and refuses lengths without room for a token. */
  public ModelSettings {
    provenance = Collections.unmodifiableMap(new TreeMap<>(provenance));
    if (queryMaxLength < 3 || itemMaxLength < 3) {
      throw new IllegalArgumentException(
          "the longest query and item need at least 3 tokens, found: "
              + queryMaxLength
              + " and "
              + itemMaxLength);
    }
  }
}
