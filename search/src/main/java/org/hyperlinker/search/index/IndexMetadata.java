package org.hyperlinker.search.index;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.model.encoding.ModelSettings;

/**
 * What {@code index.json} says of an index.
 *
 * @param modelFingerprint the model whose item encoder made the embeddings
 * @param modelSettings that model's settings
 * @param knowledgeBaseSha256 digest of the ids, kinds, names and definitions of the concepts
 * @param concepts how many concepts have rows
 * @param rows how many rows there are
 * @param dimension the width of the embeddings
 * @param rowKind what a row stands for
 * @param skipPermuted whether mechanical inversions were left out
 * @param provenance what else the builder said
 * @param files the other files by name
 */
public record IndexMetadata(
    String modelFingerprint,
    ModelSettings modelSettings,
    String knowledgeBaseSha256,
    int concepts,
    int rows,
    int dimension,
    RowKind rowKind,
    boolean skipPermuted,
    SortedMap<String, String> provenance,
    SortedMap<String, Content> files) {

  /** The version of the directory's format that this code writes and reads. */
  public static final int FORMAT_VERSION = 1;

  /** Copies the maps. */
  public IndexMetadata {
    provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * What a file must hold.
   *
   * @param bytes its size
   * @param sha256 its digest
   */
  public record Content(long bytes, String sha256) {}

  IndexMetadata withFiles(Map<String, Content> written) {
    return new IndexMetadata(
        modelFingerprint,
        modelSettings,
        knowledgeBaseSha256,
        concepts,
        rows,
        dimension,
        rowKind,
        skipPermuted,
        provenance,
        new TreeMap<>(written));
  }
}
