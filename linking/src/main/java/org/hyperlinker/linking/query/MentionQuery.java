package org.hyperlinker.linking.query;

import java.util.List;
import org.hyperlinker.core.corpus.Mention;

/**
 * A mention as it is asked.
 *
 * @param mention the mention as the corpus marks it
 * @param surface what is sought: the mention's text, with abbreviations written out where they are
 *     known
 * @param text what the query encoder reads: {@code surface} with the mention's context
 * @param parts queries for the names of a coordination such as {@code breast and ovarian cancer},
 *     without parts of their own; empty for any other mention
 */
public record MentionQuery(Mention mention, String surface, String text, List<MentionQuery> parts) {

  /** Copies the parts. */
  public MentionQuery {
    parts = List.copyOf(parts);
  }

  /** Whether an abbreviation was written out. */
  public boolean expanded() {
    return !surface.equals(mention.text());
  }
}
