/** The seam to the encoders: from texts to q-nets, query vectors and item embeddings. */
package org.hyperlinker.model.encoding;
