package org.hyperlinker.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.hyperlinker.core.lexical.NormalForm;

/**
 * Rows whose names look like a text: the same name first, then shared words and trigrams, weighted
 * by BM25. Safe for many threads, as long as the index is open.
 */
public final class Lexicon {

  /** Above every sum of BM25 weights that a name can reach. */
  private static final float SAME_NAME = 1e4f;

  private final LeafReader segment;
  private final TermKeys keys;
  private final IndexSearcher searcher;

  Lexicon(LeafReader segment, TermKeys keys) {
    this.segment = segment;
    this.keys = keys;
    this.searcher = new IndexSearcher(segment);
    searcher.setQueryCache(null);
  }

  /**
   * The rows whose names look most like this text.
   *
   * @param text such as a mention; it may have no letter at all
   * @param most how many rows at most, at least 1
   * @return best first; empty if nothing is shared
   */
  public int[] lookAlikes(String text, int most) {
    LexicalForm form = LexicalForm.of(text);
    BooleanQuery.Builder query = sameNameOrWords(form);
    add(query, Fields.GRAMS, form.grams());
    return best(query, most);
  }

  /**
   * As {@link #lookAlikes}, but by trigrams, which take most of the time, only if no word is
   * shared: for those who need some good rows and not the best.
   */
  public int[] relatives(String text, int most) {
    LexicalForm form = LexicalForm.of(text);
    int[] found = best(sameNameOrWords(form), most);
    return found.length > 0 ? found : lookAlikes(text, most);
  }

  private BooleanQuery.Builder sameNameOrWords(LexicalForm form) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(
        new BoostQuery(
            new ConstantScoreQuery(new TermQuery(new Term(Fields.EXACT, keys.of(form.text())))),
            SAME_NAME),
        BooleanClause.Occur.SHOULD);
    add(query, Fields.WORDS, form.words());
    return query;
  }

  private int[] best(BooleanQuery.Builder query, int most) {
    try {
      // Nobody asks how many names share something, so the search may skip from the first on.
      TopScoreDocCollectorManager best = new TopScoreDocCollectorManager(most, most);
      return Arrays.stream(searcher.search(query.build(), best).scoreDocs)
          .mapToInt(hit -> hit.doc)
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The rows whose names have the same ordered normal form as a text.
   *
   * @return ascending row numbers; empty if there are none
   */
  public int[] sameForm(NormalForm form) {
    return rows(Fields.SAME, form.ordered());
  }

  /**
   * The rows whose names have the same bag of words as a text; among them those of {@link
   * #sameForm}.
   *
   * @return ascending row numbers; empty if there are none
   */
  public int[] sameBag(NormalForm form) {
    return rows(Fields.BAG, form.bag());
  }

  private int[] rows(String field, String term) {
    if (term.isEmpty()) {
      return new int[0];
    }
    try {
      PostingsEnum postings = segment.postings(new Term(field, keys.of(term)), PostingsEnum.NONE);
      IntStream.Builder rows = IntStream.builder();
      if (postings != null) {
        for (int row = postings.nextDoc();
            row != DocIdSetIterator.NO_MORE_DOCS;
            row = postings.nextDoc()) {
          rows.add(row);
        }
      }
      return rows.build().toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(BooleanQuery.Builder query, String field, List<String> terms) {
    for (String term : new HashSet<>(terms)) {
      query.add(new TermQuery(new Term(field, term)), BooleanClause.Occur.SHOULD);
    }
  }
}
