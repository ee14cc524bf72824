/** AdamW, gradient clipping and learning-rate schedules. */
package org.hyperlinker.training.optimizer;
