package org.hyperlinker.experiments.plan;

import java.time.Duration;

/**
 * How speed is measured.
 *
 * @param queries mentions linked one by one, at least 1
 * @param threads of encoder and search, at least 1
 * @param warmUp of each search
 */
public record BenchChoice(int queries, int threads, Duration warmUp) {}
