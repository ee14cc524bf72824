/** Intervals and tests for figures over mentions, which are not independent within a document. */
package org.hyperlinker.evaluation.statistics;
