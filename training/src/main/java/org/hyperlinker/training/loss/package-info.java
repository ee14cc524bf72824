/**
 * Losses over a batch's similarities: the official cross-entropy in three forms and margin-MSE, and
 * the multi-similarity loss.
 */
package org.hyperlinker.training.loss;
