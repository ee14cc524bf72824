/** Figures that a rerun has to reach again. */
package org.hyperlinker.evaluation.expected;
