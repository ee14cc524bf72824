/** Closeness of names by the characters they share. */
package org.hyperlinker.preparation.lexical;
