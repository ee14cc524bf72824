/** Confidence learned from answers, and how well it keeps what it says. */
package org.hyperlinker.evaluation.calibration;
