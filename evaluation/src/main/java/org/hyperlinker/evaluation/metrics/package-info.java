/** Measures of linking and retrieval; pure functions. */
package org.hyperlinker.evaluation.metrics;
