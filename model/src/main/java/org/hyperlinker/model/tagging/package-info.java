/** Marking spans of text by a tag for each word: words, windows, inputs and decoding. */
package org.hyperlinker.model.tagging;
