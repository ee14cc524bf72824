package org.hyperlinker.preparation.example;

import org.hyperlinker.core.text.ContextWindow;
import org.hyperlinker.core.text.ItemTemplate;
import org.hyperlinker.core.text.QueryTemplate;
import org.hyperlinker.core.text.WindowUnit;

/**
 * How mentions become training examples.
 *
 * @param query the text of a query
 * @param item the text of an item
 * @param positives which names are positive items
 * @param deduplication which mentions count as repetitions
 * @param compositeMentions whether a mention of several concepts gives an example with one positive
 *     for each; otherwise it is left out and counted
 * @param negatives the negative items
 */
public record ExampleSettings(
    QueryTemplate query,
    ItemTemplate item,
    Positives positives,
    Deduplication deduplication,
    boolean compositeMentions,
    Negatives negatives) {

  private static final int STUDY_WINDOW = 128;

  /**
   * The earlier study's settings (upstream 2.7): 128 characters of window, the preferred name with
   * up to 128 characters of definition, unique triples, no negatives.
   */
  public static final ExampleSettings STUDY =
      new ExampleSettings(
          new QueryTemplate(new ContextWindow(STUDY_WINDOW, WindowUnit.CHARACTERS)),
          new ItemTemplate(ItemTemplate.Description.DEFINITION, STUDY_WINDOW),
          Positives.PREFERRED_NAME,
          Deduplication.UNIQUE_TRIPLES,
          false,
          new Negatives.None());

  /** The same with other negatives. */
  public ExampleSettings withNegatives(Negatives other) {
    return new ExampleSettings(query, item, positives, deduplication, compositeMentions, other);
  }

  /** The same with other positives. */
  public ExampleSettings withPositives(Positives other) {
    return new ExampleSettings(query, item, other, deduplication, compositeMentions, negatives);
  }

  /** The same with another rule of repetition. */
  public ExampleSettings withDeduplication(Deduplication other) {
    return new ExampleSettings(query, item, positives, other, compositeMentions, negatives);
  }
}
