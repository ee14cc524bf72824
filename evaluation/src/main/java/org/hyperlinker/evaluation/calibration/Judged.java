package org.hyperlinker.evaluation.calibration;

import org.hyperlinker.evaluation.protocol.Standing;

/**
 * A probability and what came of it.
 *
 * @param probability that the first candidate is right, 0 to 1
 * @param right whether it is; never where the mention has no concept or the index lacks it
 * @param standing what could be expected
 */
public record Judged(double probability, boolean right, Standing standing) {}
