package org.hyperlinker.training.tagging;

import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.model.tagging.PiecedText;
import org.hyperlinker.model.tagging.TagScheme;
import org.hyperlinker.model.tagging.TaggerInput;
import org.hyperlinker.model.tagging.Window;
import org.hyperlinker.model.token.Tokenizer;

/**
 * A window with its tags.
 *
 * @param input the window
 * @param tags of each of its words; {@link #ELSEWHERE} for those that another window teaches
 */
record TaggerExample(TaggerInput input, int[] tags) {

  /** No tag. */
  static final int ELSEWHERE = -1;

  /** The windows of documents. */
  static List<TaggerExample> of(
      List<MarkedDocument> documents, TagScheme scheme, int maxLength, Tokenizer tokenizer) {
    List<TaggerExample> examples = new ArrayList<>();
    for (MarkedDocument document : documents) {
      for (int i = 0; i < document.marks().size(); i++) {
        PiecedText text = PiecedText.of(document.document().passages().get(i).text(), tokenizer);
        int[] tags = text.numbers(document.gold(i), scheme::begin);
        int[] marks = text.numbers(document.marked(i), scheme::beginMark);
        for (Window window : text.windows(maxLength)) {
          examples.add(new TaggerExample(text.input(window, marks), within(window, tags)));
        }
      }
    }
    return examples;
  }

  private static int[] within(Window window, int[] tags) {
    int[] within = new int[window.end() - window.first()];
    for (int word = window.first(); word < window.end(); word++) {
      boolean kept = word >= window.keepFrom() && word < window.keepTo();
      within[word - window.first()] = kept ? tags[word] : ELSEWHERE;
    }
    return within;
  }
}
