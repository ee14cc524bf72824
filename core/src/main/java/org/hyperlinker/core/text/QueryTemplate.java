package org.hyperlinker.core.text;

import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;

/**
 * How a mention becomes the text that the query encoder reads: {@code mention [SEP] window}, or the
 * mention alone where the window is empty. Tokenizers turn the literal {@code [SEP]} into the
 * special token.
 *
 * @param window the context
 */
public record QueryTemplate(ContextWindow window) {

  /** What stands between a text and its context or description. */
  public static final String SEPARATOR = " [SEP] ";

  /** The mention alone. */
  public static final QueryTemplate NAME_ONLY = new QueryTemplate(ContextWindow.NONE);

  /** The query text of a mention of this passage. */
  public String text(Passage passage, Mention mention) {
    return text(passage.text(), passage.within(mention.extent()), mention.text());
  }

  /**
   * The query text of a mention.
   *
   * @param context the running text
   * @param span where the mention stands in {@code context}
   * @param surface the mention as written; for a discontinuous one without what stands between
   */
  public String text(String context, Span span, String surface) {
    return window.empty() ? surface : surface + SEPARATOR + window.cut(context, span);
  }
}
