/**
 * Readers and writers of corpora, ontologies and examples: files become records once, at the edge.
 */
package org.hyperlinker.formats;
