package org.hyperlinker.search.index;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.model.encoding.ModelSettings;

/**
 * What {@code index.json} says of an index.
 *
 * @param generation the folder, beside {@code index.json}, that holds this version
 * @param modelFingerprint the model whose item encoder made the embeddings
 * @param modelSettings that model's settings
 * @param knowledgeBaseSha256 digest of the ids, kinds, names and definitions of the concepts
 * @param concepts how many concepts have rows
 * @param rows how many rows there are
 * @param dimension the width of the embeddings
 * @param contents what is stored of them
 * @param codes how a compact index codes its embeddings; empty for another
 * @param provenance what else the builder said
 * @param files the files of the generation by their path in it, with slashes
 */
public record IndexMetadata(
    String generation,
    String modelFingerprint,
    ModelSettings modelSettings,
    String knowledgeBaseSha256,
    int concepts,
    int rows,
    int dimension,
    IndexContents contents,
    Optional<EmbeddingCodes> codes,
    SortedMap<String, String> provenance,
    SortedMap<String, Content> files) {

  /** The version of the directory's format, as this code writes and reads it. */
  public static final int FORMAT_VERSION = 3;

  /** The version of a compact index, which code that knows only the other must not open. */
  public static final int COMPACT_VERSION = 4;

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

  /** The digest of what an exact search reads: equal ones give equal exact answers. */
  public String embeddingsSha256() {
    return codes.map(EmbeddingCodes::sha256).orElseGet(() -> files.get(IndexFiles.PACKED).sha256());
  }

  IndexMetadata with(Optional<EmbeddingCodes> coded, Map<String, Content> written) {
    return new IndexMetadata(
        generation,
        modelFingerprint,
        modelSettings,
        knowledgeBaseSha256,
        concepts,
        rows,
        dimension,
        contents,
        coded,
        provenance,
        new TreeMap<>(written));
  }
}
