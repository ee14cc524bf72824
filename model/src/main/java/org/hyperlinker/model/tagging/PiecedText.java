package org.hyperlinker.model.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.hyperlinker.model.token.Tokenizer;

/** A text as words and their word pieces. A word that has no pieces is no word. Immutable. */
public final class PiecedText {

  /** Pieces of a word that count; a longer one is no name. */
  private static final int MOST_PIECES = 16;

  /** The share of a window that it has in common with the next. */
  private static final int OVERLAP_PART = 4;

  private final int[] starts;
  private final int[] ends;
  private final int[][] pieces;
  private final BitSet sentences;
  private final Tokenizer tokenizer;

  private PiecedText(
      int[] starts, int[] ends, int[][] pieces, BitSet sentences, Tokenizer tokenizer) {
    this.starts = starts;
    this.ends = ends;
    this.pieces = pieces;
    this.sentences = sentences;
    this.tokenizer = tokenizer;
  }

  /** Cuts a text. */
  public static PiecedText of(String text, Tokenizer tokenizer) {
    TextWords words = TextWords.of(text);
    List<String> surfaces = new ArrayList<>();
    for (int word = 0; word < words.starts().size(); word++) {
      surfaces.add(text.substring(words.starts().get(word), words.ends().get(word)));
    }
    List<int[]> encoded = tokenizer.pieces(surfaces);
    int[] kept =
        IntStream.range(0, encoded.size()).filter(word -> encoded.get(word).length > 0).toArray();
    BitSet sentences = new BitSet();
    for (int place = 0; place < kept.length; place++) {
      sentences.set(place, words.sentences().get(kept[place]));
    }
    return new PiecedText(
        Arrays.stream(kept).map(words.starts()::get).toArray(),
        Arrays.stream(kept).map(words.ends()::get).toArray(),
        Arrays.stream(kept).mapToObj(word -> shortened(encoded.get(word))).toArray(int[][]::new),
        sentences,
        tokenizer);
  }

  private static int[] shortened(int[] pieces) {
    return pieces.length > MOST_PIECES ? Arrays.copyOf(pieces, MOST_PIECES) : pieces;
  }

  /** How many words there are. */
  public int size() {
    return starts.length;
  }

  /**
   * The windows in which an encoder reads the text.
   *
   * @param maxLength tokens of an input at most, special tokens included
   */
  public List<Window> windows(int maxLength) {
    int capacity = maxLength - tokenizer.specials();
    int[] sizes = Arrays.stream(pieces).mapToInt(word -> word.length).toArray();
    int overlap = Math.min(capacity / OVERLAP_PART, Math.max(0, capacity - MOST_PIECES));
    return Window.over(sizes, sentences, capacity, overlap);
  }

  /**
   * A number for each word: 0, or that of the span that it belongs to. Of overlapping spans the
   * longest counts.
   *
   * @param begin the number of a type's first word; that of the others is one more
   */
  public int[] numbers(List<TypedSpan> spans, ToIntFunction<String> begin) {
    int[] numbers = new int[size()];
    List<TypedSpan> longestFirst =
        spans.stream()
            .sorted(
                Comparator.<TypedSpan>comparingInt(span -> span.start() - span.end())
                    .thenComparingInt(TypedSpan::start))
            .toList();
    for (TypedSpan span : longestFirst) {
      int first = 0;
      while (first < size() && ends[first] <= span.start()) {
        first++;
      }
      int end = first;
      boolean free = true;
      while (end < size() && starts[end] < span.end()) {
        free &= numbers[end++] == 0;
      }
      if (free && end > first) {
        int number = begin.applyAsInt(span.type());
        Arrays.fill(numbers, first, end, number + 1);
        numbers[first] = number;
      }
    }
    return numbers;
  }

  /** The spans of tags for all words. */
  List<TypedSpan> spans(int[] tags, TagScheme scheme) {
    List<TypedSpan> spans = new ArrayList<>();
    for (int word = 0; word < tags.length; word++) {
      if (tags[word] != TagScheme.OUTSIDE) {
        int last = word;
        while (last + 1 < tags.length && TagScheme.isInside(tags[last + 1])) {
          last++;
        }
        spans.add(new TypedSpan(starts[word], ends[last], scheme.type(tags[word])));
        word = last;
      }
    }
    return spans;
  }

  /**
   * A window as an encoder reads it.
   *
   * @param marks of all words of the text
   */
  public TaggerInput input(Window window, int[] marks) {
    int before = tokenizer.specialsBefore();
    int size = tokenizer.specials();
    for (int word = window.first(); word < window.end(); word++) {
      size += pieces[word].length;
    }
    int[] inner = new int[size - tokenizer.specials()];
    int[] marked = new int[size];
    int[] places = new int[window.end() - window.first()];
    int at = 0;
    for (int word = window.first(); word < window.end(); word++) {
      int length = pieces[word].length;
      places[word - window.first()] = before + at;
      System.arraycopy(pieces[word], 0, inner, at, length);
      Arrays.fill(marked, before + at, before + at + length, marks[word]);
      at += length;
    }
    return new TaggerInput(tokenizer.enclosed(inner), marked, places);
  }
}
