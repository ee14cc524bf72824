package org.hyperlinker.benchmarks.figures;

import java.util.List;

/**
 * A model with its index.
 *
 * @param name as the caller calls it
 * @param runtime what ran the encoders
 * @param modelFingerprint SHA-256 of what decides the model's output
 * @param indexFingerprint SHA-256 of the packed embeddings
 * @param query what a mention becomes: a q-net's shape, or a vector
 * @param rows of the index
 * @param concepts of the index
 * @param storage of its packed embeddings
 * @param corpus the file that the mentions are from
 * @param meanTokens of the query texts
 * @param footprint what it takes
 * @param parts for each number of threads
 * @param searches every search, setting and number of threads
 * @param bulk every kind of search and number of threads
 * @param storages the index's rows in each storage
 */
public record SystemFigures(
    String name,
    String runtime,
    String modelFingerprint,
    String indexFingerprint,
    String query,
    int rows,
    int concepts,
    String storage,
    String corpus,
    double meanTokens,
    Footprint footprint,
    List<PartTimes> parts,
    List<SearchFigure> searches,
    List<BulkFigure> bulk,
    List<StorageFigure> storages) {

  /** Copies the lists. */
  public SystemFigures {
    parts = List.copyOf(parts);
    searches = List.copyOf(searches);
    bulk = List.copyOf(bulk);
    storages = List.copyOf(storages);
  }
}
