package org.hyperlinker.search.strategy;

import java.util.SortedMap;

/**
 * How much of the exact answer a search finds, and at which cost.
 *
 * @param queries how many were asked
 * @param recall k to the mean share of the k best concepts that are among the k found; a concept
 *     that only ties with one of them counts as missed
 * @param rowsScored mean number of scores for a query
 * @param share that number over the rows of the index
 */
public record RecallReport(
    int queries, SortedMap<Integer, Double> recall, double rowsScored, double share) {}
