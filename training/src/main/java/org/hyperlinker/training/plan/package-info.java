/** A whole training run, resolved: what to start from, what to learn from, how long and how. */
package org.hyperlinker.training.plan;
