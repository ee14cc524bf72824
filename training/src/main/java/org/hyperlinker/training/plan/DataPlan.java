package org.hyperlinker.training.plan;

import java.nio.file.Path;
import java.util.Optional;
import org.hyperlinker.training.data.Sampling;

/**
 * What to learn from.
 *
 * @param training examples in the official JSONL
 * @param validation examples whose loss is watched
 * @param sampling how items are drawn from an example
 * @param batchSize examples in a training batch
 * @param validationBatchSize examples in a validation batch
 * @param dropLast whether an epoch's smaller last batch is left out
 * @param bucketed whether batches hold examples of like length
 */
public record DataPlan(
    Path training,
    Optional<Path> validation,
    Sampling sampling,
    int batchSize,
    int validationBatchSize,
    boolean dropLast,
    boolean bucketed) {}
