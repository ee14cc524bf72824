/** The official losses over a batch's similarities: cross-entropy in three forms, margin-MSE. */
package org.hyperlinker.training.loss;
