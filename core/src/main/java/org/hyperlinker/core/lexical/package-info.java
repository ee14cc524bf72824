/** Names and mentions compared by their words: normal forms, likeness, coordinations. */
package org.hyperlinker.core.lexical;
