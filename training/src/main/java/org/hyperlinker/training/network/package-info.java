/**
 * BERT, the hyper-head, q-nets in a batch and the two dual encoders, written as functions over
 * named parameters. Tensor names and arithmetic are the official ones, so that published weights
 * fit.
 */
package org.hyperlinker.training.network;
