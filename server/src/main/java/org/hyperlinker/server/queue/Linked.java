package org.hyperlinker.server.queue;

import java.util.List;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.link.Link;

/**
 * A document with its links.
 *
 * @param document with the mentions that were linked
 * @param links one for each mention, in document order
 */
public record Linked(Document document, List<Link> links) {

  /** Copies the list. */
  public Linked {
    links = List.copyOf(links);
  }
}
