package org.hyperlinker.core.text;

/** In what a context window is measured. */
public enum WindowUnit {
  /** UTF-16 units; words at the edges are cut, as in the earlier study. */
  CHARACTERS,
  /** UTF-16 units at most; a word that would be cut is left out. */
  WHOLE_WORDS,
  /** Words and single punctuation marks, the pieces that a BERT tokenizer splits first. */
  TOKENS
}
