package org.hyperlinker.benchmarks.figures;

/**
 * The rows of an index in some storage.
 *
 * @param storage which
 * @param bytes of all rows
 * @param threads that scanned
 * @param scan one query of the corpus over all rows, from the q-net to the best 100
 * @param overlapTop100 the share of the 100 best rows in single precision that are among the 100
 *     best, the mean over the queries
 */
public record StorageFigure(
    String storage, long bytes, int threads, Latency scan, double overlapTop100) {}
