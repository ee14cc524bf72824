/** Training of taggers, which find the mentions of a text. */
package org.hyperlinker.training.tagging;
