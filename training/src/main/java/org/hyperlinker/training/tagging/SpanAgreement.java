package org.hyperlinker.training.tagging;

import java.util.List;
import org.hyperlinker.model.tagging.PassageTagger;

/**
 * How many spans of held-out documents are found exactly.
 *
 * @param right spans found with their type
 * @param found spans found
 * @param gold annotated spans
 */
record SpanAgreement(int right, int found, int gold) {

  static SpanAgreement of(PassageTagger tagger, List<MarkedDocument> documents) {
    int right = 0;
    int found = 0;
    int gold = 0;
    for (MarkedDocument document : documents) {
      for (int i = 0; i < document.marks().size(); i++) {
        var spans =
            tagger
                .tag(
                    List.of(document.document().passages().get(i).text()),
                    List.of(document.marked(i)))
                .getFirst();
        right += (int) spans.stream().filter(document.gold(i)::contains).count();
        found += spans.size();
        gold += document.gold(i).size();
      }
    }
    return new SpanAgreement(right, found, gold);
  }

  /** The harmonic mean of precision and recall, 0 to 1; 0 if nothing was found or sought. */
  double f1() {
    return found + gold == 0 ? 0 : 2.0 * right / (found + gold);
  }
}
