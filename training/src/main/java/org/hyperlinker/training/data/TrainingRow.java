package org.hyperlinker.training.data;

import java.util.List;
import java.util.Optional;

/**
 * A query with the items chosen for it this time.
 *
 * @param queryId the query's id, for messages
 * @param query token ids
 * @param itemIds concept of each item, the positive first
 * @param items token ids of each item
 * @param scores teacher score of each item, where the data has them
 */
public record TrainingRow(
    String queryId,
    int[] query,
    List<String> itemIds,
    List<int[]> items,
    Optional<float[]> scores) {}
