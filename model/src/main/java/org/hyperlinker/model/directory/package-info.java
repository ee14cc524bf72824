/** Model directories in the style of Hugging Face: configuration, weights, tokenizer, settings. */
package org.hyperlinker.model.directory;
