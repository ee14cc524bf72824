package org.hyperlinker.evaluation.comparison;

import org.hyperlinker.evaluation.statistics.Interval;

/**
 * How far one figure of two systems lies apart.
 *
 * @param interval of first minus second, over the documents drawn for both
 * @param p of the paired randomisation test by document
 * @param corrected the same after Holm's correction for every pair and figure of the comparison
 */
public record Difference(Interval interval, double p, double corrected) {}
