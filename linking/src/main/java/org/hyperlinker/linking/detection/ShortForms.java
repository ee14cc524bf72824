package org.hyperlinker.linking.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hyperlinker.core.abbreviation.Abbreviations;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;

/**
 * Brings what was found of abbreviations and their long forms together: where either was found
 * once, both are mentions of its type everywhere in the document. Mentions that were found stay as
 * they are.
 */
final class ShortForms {

  private final List<Passage> passages;
  private final List<List<Mention>> found;

  private ShortForms(List<Passage> passages, List<List<Mention>> found) {
    this.passages = passages;
    this.found = found;
  }

  /**
   * The mentions with those that abbreviations add.
   *
   * @param document without mentions
   * @param found for each passage, in text order
   */
  static List<List<Mention>> complete(Document document, List<List<Mention>> found) {
    List<List<Mention>> completed = new ArrayList<>();
    found.forEach(mentions -> completed.add(new ArrayList<>(mentions)));
    ShortForms forms = new ShortForms(document.passages(), completed);
    Abbreviations.of(document).longForms().forEach(forms::complete);
    completed.forEach(mentions -> mentions.sort(Comparator.comparing(Mention::extent)));
    return completed;
  }

  private void complete(String shortForm, String longForm) {
    String ending = longForm.toLowerCase(Locale.ROOT);
    Optional<String> type =
        usualType(surface -> surface.toLowerCase(Locale.ROOT).endsWith(ending))
            .or(() -> usualType(shortForm::equals));
    if (type.isPresent()) {
      add(longForm, type.get());
      add(shortForm, type.get());
    }
  }

  /** The most frequent type of the mentions with these surfaces; of equals the first by name. */
  private Optional<String> usualType(Predicate<String> surfaces) {
    Map<String, Long> counts =
        found.stream()
            .flatMap(List::stream)
            .filter(mention -> surfaces.test(mention.text()))
            .collect(Collectors.groupingBy(Mention::type, Collectors.counting()));
    return counts.entrySet().stream()
        .min(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  private void add(String words, String type) {
    for (int i = 0; i < passages.size(); i++) {
      String text = passages.get(i).text();
      for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
        int end = at + words.length();
        if (isBorder(text, at) && isBorder(text, end)) {
          add(found.get(i), passages.get(i), new Span(at, end), type);
        }
      }
    }
  }

  private static void add(List<Mention> mentions, Passage passage, Span local, String type) {
    Mention mention = Mentions.in(passage, local, type);
    if (mentions.stream().noneMatch(known -> known.extent().overlaps(mention.extent()))) {
      mentions.add(mention);
    }
  }

  /** Whether no word goes on across this place. */
  private static boolean isBorder(String text, int at) {
    return at == 0
        || at == text.length()
        || !Character.isLetterOrDigit(text.codePointBefore(at))
        || !Character.isLetterOrDigit(text.codePointAt(at));
  }
}
