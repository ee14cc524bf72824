package org.hyperlinker.model.directory;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperlinker.model.tagging.TagScheme;

/**
 * What a tagger is: an encoder, an embedding for each mark that is added to the words', and a
 * linear layer that scores the tags.
 *
 * @param bert the encoder's sizes
 * @param scheme the tags
 * @param maxLength tokens of a window at most, special tokens included, at least {@value
 *     #LEAST_LENGTH}
 * @param marked whether it was trained with what a dictionary found, and wants it
 * @param provenance what it was made of
 */
public record TaggerConfig(
    BertConfig bert,
    TagScheme scheme,
    int maxLength,
    boolean marked,
    Map<String, String> provenance) {

  /** The shortest window: the longest word that counts, and special tokens. */
  public static final int LEAST_LENGTH = 24;

  /** The embeddings of marks: {@code (marks, hidden)}. */
  public static final String MARKS = "marks.weight";

  /** The linear layer's name, with a weight {@code (tags, hidden)} and a bias. */
  public static final String HEAD = "tags";

  /** Sorts the provenance and refuses windows that the encoder cannot read. */
  public TaggerConfig {
    provenance = new TreeMap<>(provenance);
    if (maxLength < LEAST_LENGTH || maxLength > bert.maxPositions()) {
      throw new IllegalArgumentException(
          "a tagger's windows have from "
              + LEAST_LENGTH
              + " to the encoder's "
              + bert.maxPositions()
              + " tokens, found: "
              + maxLength);
    }
  }

  /** The names and shapes of all tensors. */
  public SortedMap<String, long[]> tensors() {
    SortedMap<String, long[]> shapes = new TreeMap<>(ModelTensors.of(bert));
    shapes.put(MARKS, new long[] {scheme.marks(), bert.hiddenSize()});
    shapes.put(HEAD + ".weight", new long[] {scheme.tags(), bert.hiddenSize()});
    shapes.put(HEAD + ".bias", new long[] {scheme.tags()});
    return shapes;
  }
}
