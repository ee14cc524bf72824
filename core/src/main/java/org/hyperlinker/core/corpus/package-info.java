/** Documents with passages and annotated mentions, as a corpus gives them. */
package org.hyperlinker.core.corpus;
