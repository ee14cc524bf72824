package org.hyperlinker.linking.detection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.core.abbreviation.Abbreviations;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.lexical.NormalForm;
import org.hyperlinker.search.index.EmbeddingIndex;

/**
 * Finds the names of an index and its training mentions in text: the leftmost longest run of words
 * that is known and that, by what training showed, is more often a mention than not. Abbreviations
 * that a document defines are mentions where their long forms are, everywhere in the document.
 *
 * <p>Safe for many threads, as long as the index is open.
 */
public final class DictionaryDetector implements MentionDetector {

  /** How many occurrences the expectation by a name's class counts for. */
  private static final double PRIOR_WEIGHT = 1;

  /** How many names a class without evidence counts for. */
  private static final double CLASS_WEIGHT = 2;

  /** The least share of mentions among the occurrences of what is found. */
  private static final double LEAST_SHARE = 0.5;

  private final NamedSpans names;
  private final DetectionEvidence evidence;

  DictionaryDetector(EmbeddingIndex index, DetectionEvidence evidence) {
    this.names = new NamedSpans(index);
    this.evidence = evidence;
  }

  /**
   * A detector over an index, with the evidence that lies beside it; without such a file by its
   * training mentions and branches.
   *
   * @throws IOException naming the file, if it is no evidence
   */
  public static DictionaryDetector of(EmbeddingIndex index) throws IOException {
    Optional<DetectionEvidence> learned = DetectionFile.find(index.directory());
    return learned.isPresent() ? of(index, learned.get()) : unlearned(index);
  }

  /** A detector over an index with this evidence. */
  public static DictionaryDetector of(EmbeddingIndex index, DetectionEvidence evidence) {
    return new DictionaryDetector(index, evidence);
  }

  private static DictionaryDetector unlearned(EmbeddingIndex index) {
    var branches = index.branches();
    return of(
        index, DetectionEvidence.of(index.memory(), branches, BranchTypes.of(branches.values())));
  }

  @Override
  public List<List<Mention>> detect(Document document) {
    Abbreviations known = Abbreviations.of(Mentions.without(document));
    Map<String, Optional<String>> shortForms = new HashMap<>();
    known
        .longForms()
        .forEach((shortForm, longForm) -> shortForms.put(shortForm, typeOfLongForm(longForm)));
    return document.passages().stream().map(p -> detect(p, known, shortForms)).toList();
  }

  private List<Mention> detect(
      Passage passage, Abbreviations known, Map<String, Optional<String>> shortForms) {
    Words words = Words.of(passage.text());
    List<Mention> found = new ArrayList<>();
    int at = 0;
    while (at < words.words().size()) {
      int next = at + 1;
      int most = Math.min(words.words().size(), at + Words.LONGEST);
      for (int last = most - 1; last >= at; last--) {
        Optional<Mention> mention =
            words.joint(at, last)
                ? mention(passage, words, at, last, known, shortForms)
                : Optional.empty();
        if (mention.isPresent()) {
          found.add(mention.get());
          next = last + 1;
          break;
        }
      }
      at = next;
    }
    return found;
  }

  private Optional<Mention> mention(
      Passage passage,
      Words words,
      int first,
      int last,
      Abbreviations known,
      Map<String, Optional<String>> shortForms) {
    int start = words.words().get(first).start();
    int end = words.end(first, last);
    if (end < 0) {
      return Optional.empty();
    }
    String surface = passage.text().substring(start, end);
    Optional<String> type;
    if (shortForms.containsKey(surface)) {
      type = shortForms.get(surface);
    } else {
      type = type(surface, words.form(first, last), last == first);
      if (type.isEmpty() && !shortForms.isEmpty()) {
        type =
            known
                .expand(surface)
                .flatMap(long_ -> type(long_, NormalForm.of(long_).ordered(), false));
      }
    }
    return type.map(t -> Mentions.in(passage, new Span(start, end), t));
  }

  private Optional<String> typeOfLongForm(String longForm) {
    List<Words.Word> words = Words.of(longForm).words();
    return type(longForm, NormalForm.of(longForm).ordered(), words.size() == 1);
  }

  /** The type of a surface that is a mention; empty if it is none. */
  private Optional<String> type(String surface, String ordered, boolean oneWord) {
    if (ordered.isEmpty()) {
      return Optional.empty();
    }
    Occurrences seen = evidence.surfaces().get(Surfaces.key(surface, ordered));
    Optional<String> branches = names.branches(surface, ordered);
    if (seen == null && branches.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> usual = branches.flatMap(evidence.fallback()::of);
    double expected = usual.isPresent() ? 1 : 0;
    if (branches.isPresent()) {
      Occurrences alike = evidence.classes().get(Surfaces.nameClass(branches.get(), oneWord));
      if (alike != null) {
        expected = alike.share(expected, CLASS_WEIGHT);
        usual = alike.type().or(() -> branches.flatMap(evidence.fallback()::of));
      }
    }
    double share = seen == null ? expected : seen.share(expected, PRIOR_WEIGHT);
    if (share < LEAST_SHARE) {
      return Optional.empty();
    }
    Optional<String> type = seen == null ? Optional.empty() : seen.type();
    return type.isPresent() ? type : usual;
  }
}
