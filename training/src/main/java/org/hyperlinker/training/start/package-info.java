/** What a network starts from: a pretrained encoder and a new hyper-head, or a checkpoint. */
package org.hyperlinker.training.start;
