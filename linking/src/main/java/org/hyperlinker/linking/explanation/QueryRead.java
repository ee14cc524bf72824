package org.hyperlinker.linking.explanation;

import java.util.Optional;
import org.hyperlinker.core.text.ContextWindow;

/**
 * What the model read of a mention.
 *
 * @param text the query text; the model may read only its first tokens
 * @param window how much of the text around the mention is in it
 * @param expanded the mention with its abbreviations written out; empty if there are none
 */
public record QueryRead(String text, ContextWindow window, Optional<String> expanded) {}
