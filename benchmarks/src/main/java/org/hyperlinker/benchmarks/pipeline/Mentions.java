package org.hyperlinker.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.formats.corpus.Corpora;

/**
 * Mentions of a corpus to ask for.
 *
 * @param corpus the file's name
 * @param documents all of it
 */
record Mentions(String corpus, List<Document> documents) {

  /**
   * A mention with the passage around it.
   *
   * @param text of the passage
   * @param span where the mention stands in it
   */
  record InText(String text, Span span) {

    String words() {
      return text.substring(span.start(), span.end());
    }

    String query(QueryTemplate template) {
      return template.text(text, span, words());
    }
  }

  static Mentions read(Path file) throws IOException {
    Mentions read = new Mentions(file.getFileName().toString(), Corpora.read(file).documents());
    if (read.documents.stream().flatMap(Document::mentions).findAny().isEmpty()) {
      throw new IllegalArgumentException(
          file + ": no mention is marked in it; the bench needs a corpus with mentions");
    }
    return read;
  }

  /** Up to so many, no two with the same query text, drawn from all. */
  List<InText> sample(int count, QueryTemplate template, long seed) {
    List<InText> all = new ArrayList<>();
    for (Document document : documents) {
      for (Passage passage : document.passages()) {
        for (Mention mention : passage.mentions()) {
          all.add(new InText(passage.text(), passage.within(mention.extent())));
        }
      }
    }
    Collections.shuffle(all, new Random(seed));
    Map<String, InText> distinct = new LinkedHashMap<>();
    for (InText mention : all) {
      if (distinct.size() == count) {
        break;
      }
      distinct.putIfAbsent(mention.query(template), mention);
    }
    return List.copyOf(distinct.values());
  }

  /** Whole documents from the beginning, until they have so many mentions. */
  List<Document> beginning(int mentions) {
    List<Document> taken = new ArrayList<>();
    long found = 0;
    for (Document document : documents) {
      if (found >= mentions) {
        break;
      }
      taken.add(document);
      found += document.mentions().count();
    }
    return taken;
  }
}
