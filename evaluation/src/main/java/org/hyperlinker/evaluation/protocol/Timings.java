package org.hyperlinker.evaluation.protocol;

/**
 * Where the time went.
 *
 * @param queries distinct query texts, the only ones that were computed
 * @param encodeSeconds spent making queries of texts
 * @param searchSeconds spent scoring and sorting
 * @param mentionsPerSecond ranked mentions over both times together
 */
public record Timings(
    int queries, double encodeSeconds, double searchSeconds, double mentionsPerSecond) {}
