/** Annotated corpora: PubTator and BioC XML. */
package org.hyperlinker.formats.corpus;
