/** Annotated corpora in the formats of {@link org.hyperlinker.formats.corpus.CorpusFormat}. */
package org.hyperlinker.formats.corpus;
