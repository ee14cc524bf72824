package org.hyperlinker.linking.query;

import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.core.abbreviation.Abbreviations;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.lexical.Coordination;
import org.hyperlinker.core.text.QueryTemplate;

/**
 * Makes queries of a document's mentions. Linking and evaluation both read mentions by this class,
 * so that what is measured is what is done. Gold concepts are not looked at.
 *
 * @param template how a surface and its context become a text
 * @param abbreviations whether abbreviations that the document defines are written out; the context
 *     stays as it is
 */
public record MentionReader(QueryTemplate template, boolean abbreviations) {

  /**
   * The queries of all mentions, in document order.
   *
   * @throws IllegalArgumentException naming the document, if no part of a mention lies in its
   *     passage, or a part of it behind the document's end
   */
  public List<MentionQuery> read(Document document) {
    Abbreviations known = abbreviations ? Abbreviations.of(document) : Abbreviations.NONE;
    List<MentionQuery> queries = new ArrayList<>();
    for (Passage passage : document.passages()) {
      for (Mention mention : passage.mentions()) {
        requirePart(document, passage, mention);
        queries.add(query(passage, mention, known));
      }
    }
    return queries;
  }

  private MentionQuery query(Passage passage, Mention mention, Abbreviations known) {
    String surface = known.expand(mention.text()).orElse(mention.text());
    List<MentionQuery> parts = new ArrayList<>();
    List<String> names = Coordination.split(mention.text());
    if (names.size() > 1) {
      for (String name : names) {
        String part = known.expand(name).orElse(name);
        parts.add(new MentionQuery(mention, part, text(passage, mention, part), List.of()));
      }
    }
    return new MentionQuery(mention, surface, text(passage, mention, surface), parts);
  }

  private String text(Passage passage, Mention mention, String surface) {
    return template.text(passage.text(), passage.within(mention.extent()), surface);
  }

  /** A mention may go on in the next passage. */
  private static void requirePart(Document document, Passage passage, Mention mention) {
    Span extent = mention.extent();
    if (!passage.holdsPartOf(extent) || extent.end() > document.end()) {
      throw new IllegalArgumentException(
          "document "
              + document.id()
              + ": mention '"
              + mention.text()
              + "' at "
              + extent
              + " lies outside its passage "
              + passage.offset()
              + ".."
              + passage.end());
    }
  }
}
