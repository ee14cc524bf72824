/** Scorers: from a q-net or a query vector and packed items to one score an item. */
package org.hyperlinker.model.scoring;
