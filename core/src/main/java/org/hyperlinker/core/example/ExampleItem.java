package org.hyperlinker.core.example;

import java.util.List;
import java.util.OptionalDouble;

/**
 * An item of a training example: for entity linking, a text of a concept.
 *
 * @param id the concept's (or document's) id; items of one concept share it
 * @param content the text that the item encoder reads
 * @param score relevance or teacher score, where the file gives one
 * @param type a label such as {@code positive}; empty where the file gives none
 * @param tokens token ids of {@code content} where the file brings them; empty otherwise
 */
public record ExampleItem(
    String id, String content, OptionalDouble score, String type, List<Integer> tokens) {

  /** Copies the tokens. */
  public ExampleItem {
    tokens = List.copyOf(tokens);
  }

  /** An item that is still to be tokenised. */
  public ExampleItem(String id, String content, OptionalDouble score, String type) {
    this(id, content, score, type, List.of());
  }
}
