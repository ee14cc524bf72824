package org.hyperlinker.model.tagging;

import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.model.token.Tokenizer;

/**
 * Finds spans in texts of any length: overlapping windows are scored apart, the scores of all words
 * put together, and the best sequence of tags over the whole text is taken. Spans are whole words.
 * Safe for many threads if the scores are.
 */
public final class PassageTagger {

  private final TagScheme scheme;
  private final int maxLength;
  private final Tokenizer tokenizer;
  private final TagScores scores;

  /**
   * A tagger.
   *
   * @param maxLength tokens of a window at most
   */
  public PassageTagger(TagScheme scheme, int maxLength, Tokenizer tokenizer, TagScores scores) {
    this.scheme = scheme;
    this.maxLength = maxLength;
    this.tokenizer = tokenizer;
    this.scores = scores;
  }

  /**
   * The spans of each text, in text order, without overlaps.
   *
   * @param marked for each text what a dictionary found there; empty where there is none
   */
  public List<List<TypedSpan>> tag(List<String> texts, List<List<TypedSpan>> marked) {
    List<PiecedText> pieced = new ArrayList<>();
    List<List<Window>> windows = new ArrayList<>();
    List<TaggerInput> inputs = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      PiecedText text = PiecedText.of(texts.get(i), tokenizer);
      int[] marks = text.numbers(marked.get(i), scheme::beginMark);
      pieced.add(text);
      windows.add(text.windows(maxLength));
      windows.getLast().forEach(window -> inputs.add(text.input(window, marks)));
    }
    List<float[][]> scored = inputs.isEmpty() ? List.of() : scores.of(inputs);
    List<List<TypedSpan>> spans = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < texts.size(); i++) {
      float[][] all = new float[pieced.get(i).size()][];
      for (Window window : windows.get(i)) {
        float[][] part = scored.get(next++);
        for (int word = window.keepFrom(); word < window.keepTo(); word++) {
          all[word] = part[word - window.first()];
        }
      }
      spans.add(pieced.get(i).spans(BioDecoder.decode(all), scheme));
    }
    return spans;
  }
}
