/** The network in training: encoder, hyper-head, losses, trainer and checkpoints. */
package org.hyperlinker.training;
