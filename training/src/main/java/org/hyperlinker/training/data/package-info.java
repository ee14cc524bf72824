/** From example files to batches: positive filters, sampling, ordering, padding. */
package org.hyperlinker.training.data;
