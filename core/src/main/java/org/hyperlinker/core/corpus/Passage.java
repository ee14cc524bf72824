package org.hyperlinker.core.corpus;

import java.util.List;
import java.util.Map;

/**
 * A stretch of running text with its mentions.
 *
 * @param type the role of the passage, such as {@code title} or {@code abstract}; may be empty
 * @param offset where the passage starts in its document, in UTF-16 units
 * @param text the text
 * @param mentions in corpus order; their spans are document offsets
 * @param attributes whatever else the format says, in order
 */
public record Passage(
    String type, int offset, String text, List<Mention> mentions, Map<String, String> attributes) {

  /** Copies the collections. */
  public Passage {
    mentions = List.copyOf(mentions);
    attributes = Attributes.copy(attributes);
  }

  /** Where the passage ends in its document, exclusive. */
  public int end() {
    return offset + text.length();
  }

  /** The span moved from document offsets to offsets within {@link #text}. */
  public Span local(Span span) {
    return new Span(span.start() - offset, span.end() - offset);
  }

  /** Whether a span, in document offsets, lies within this passage. */
  public boolean holds(Span span) {
    return span.start() >= offset && span.end() <= end();
  }

  /** Whether a part of a span, in document offsets, lies within this passage. */
  public boolean holdsPartOf(Span span) {
    return span.start() < end() && span.end() > offset;
  }

  /**
   * The part of a span that lies within this passage, as offsets within {@link #text}; a mention
   * may go on in the next passage.
   *
   * @throws IllegalArgumentException if no part of it does
   */
  public Span within(Span span) {
    return local(new Span(Math.max(span.start(), offset), Math.min(span.end(), end())));
  }

  /** The same passage with other mentions. */
  public Passage withMentions(List<Mention> replaced) {
    return new Passage(type, offset, text, replaced, attributes);
  }
}
