/** The training loop, its checkpoints and its log. */
package org.hyperlinker.training.run;
