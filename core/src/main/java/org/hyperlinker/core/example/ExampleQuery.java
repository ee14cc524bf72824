package org.hyperlinker.core.example;

import java.util.List;

/**
 * The query of a training example.
 *
 * @param id unique within its data set
 * @param content the text that the query encoder reads
 * @param tokens token ids of {@code content} where the file brings them; empty otherwise
 */
public record ExampleQuery(String id, String content, List<Integer> tokens) {

  /** Copies the tokens. */
  public ExampleQuery {
    tokens = List.copyOf(tokens);
  }

  /** A query that is still to be tokenised. */
  public ExampleQuery(String id, String content) {
    this(id, content, List.of());
  }
}
