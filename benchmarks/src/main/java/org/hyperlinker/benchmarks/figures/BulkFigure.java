package org.hyperlinker.benchmarks.figures;

/**
 * Many mentions at once.
 *
 * @param search its kind
 * @param threads of encoder and search
 * @param mentions linked
 * @param queries distinct query texts among them; only these are computed
 * @param mentionsPerSecond all together
 * @param encoderShare share of the time spent in tokeniser, encoder and hyper-head
 */
public record BulkFigure(
    String search,
    int threads,
    int mentions,
    int queries,
    double mentionsPerSecond,
    double encoderShare) {}
