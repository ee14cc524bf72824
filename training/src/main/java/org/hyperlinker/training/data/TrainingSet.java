package org.hyperlinker.training.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleItem;
import org.hyperlinker.core.example.ExampleQuery;
import org.hyperlinker.model.token.Tokenizer;

/**
 * Examples with their tokens, ready to be drawn from. What is drawn depends on the seed, the epoch
 * and the example alone, so that a resumed run sees what an undisturbed one would have seen.
 */
public final class TrainingSet {

  private static final int TOKENIZER_BATCH = 4096;

  private final List<Example> examples;
  private final Sampling sampling;
  private final Map<String, int[]> queryTokens;
  private final Map<String, int[]> itemTokens;

  /**
   * Tokenises every different text once. Tokens that a file brings are used as they are.
   *
   * @param maxQuery longest query in tokens
   * @param maxItem longest item in tokens
   * @throws IllegalArgumentException naming the query of an example with too few positives or
   *     negatives
   */
  public TrainingSet(
      List<Example> examples, Sampling sampling, Tokenizer tokenizer, int maxQuery, int maxItem) {
    this.examples = List.copyOf(examples);
    this.sampling = sampling;
    this.examples.forEach(this::requireEnough);
    Set<String> queries = new HashSet<>();
    Set<String> items = new HashSet<>();
    for (Example example : this.examples) {
      if (example.query().tokens().isEmpty()) {
        queries.add(example.query().content());
      }
      for (ExampleItem item : example.items()) {
        if (item.tokens().isEmpty()) {
          items.add(item.content());
        }
      }
    }
    this.queryTokens = tokenize(queries, tokenizer, maxQuery);
    this.itemTokens = tokenize(items, tokenizer, maxItem);
  }

  private static Map<String, int[]> tokenize(Set<String> texts, Tokenizer tokenizer, int longest) {
    Map<String, int[]> tokens = HashMap.newHashMap(texts.size());
    List<String> sorted = texts.stream().sorted().toList();
    for (int from = 0; from < sorted.size(); from += TOKENIZER_BATCH) {
      List<String> part = sorted.subList(from, Math.min(sorted.size(), from + TOKENIZER_BATCH));
      List<int[]> encoded = tokenizer.encode(part, longest);
      for (int i = 0; i < part.size(); i++) {
        tokens.put(part.get(i), encoded.get(i));
      }
    }
    return tokens;
  }

  /** The number of examples. */
  public int size() {
    return examples.size();
  }

  /**
   * Refuses an item without teacher score, unless it is never drawn.
   *
   * @throws IllegalArgumentException naming the query
   */
  public void requireScores() {
    for (Example example : examples) {
      ItemSplit split = ItemSplit.of(example, sampling.filter());
      if (Stream.concat(split.positives().stream(), split.negatives().stream())
          .anyMatch(item -> example.items().get(item).score().isEmpty())) {
        throw new IllegalArgumentException(
            "query '"
                + example.query().id()
                + "' has an item without score; margin_mse needs one for each (hyperlinker score)");
      }
    }
  }

  /**
   * Refuses examples that cannot share a batch because all their negatives are taken.
   *
   * @throws IllegalArgumentException naming a query
   */
  public void requireEqualNegatives() {
    OptionalInt first = OptionalInt.empty();
    for (Example example : examples) {
      int found = ItemSplit.of(example, sampling.filter()).negatives().size();
      if (first.isEmpty()) {
        first = OptionalInt.of(found);
      }
      if (found != first.getAsInt()) {
        throw new IllegalArgumentException(
            "query '%s' has %d negatives where the first query has %d;"
                    .formatted(example.query().id(), found, first.getAsInt())
                + " negative_sampler: all needs equal numbers");
      }
    }
  }

  /** The length in tokens of an example's query, for bucketing. */
  public int queryLength(int example) {
    return tokens(examples.get(example).query()).length;
  }

  /** The rows of an example for one epoch. */
  public List<TrainingRow> rows(int index, int epoch) {
    Example example = examples.get(index);
    Random random = new Random(mix(sampling.seed(), epoch, index));
    ItemSplit split = ItemSplit.of(example, sampling.filter());
    List<Integer> positives = split.positives();
    List<Integer> negatives = split.negatives();
    int wanted = sampling.allNegatives() ? negatives.size() : sampling.negatives();
    int rowsWanted = sampling.allPositives() ? positives.size() : sampling.positives();
    if (!sampling.allPositives()) {
      Collections.shuffle(positives, random);
    }
    List<TrainingRow> rows = new ArrayList<>();
    for (int positive : positives.subList(0, rowsWanted)) {
      if (!sampling.allNegatives()) {
        Collections.shuffle(negatives, random);
      }
      List<Integer> chosen = new ArrayList<>();
      chosen.add(positive);
      chosen.addAll(negatives.subList(0, wanted));
      rows.add(row(example, chosen));
    }
    return rows;
  }

  private void requireEnough(Example example) {
    ItemSplit split = ItemSplit.of(example, sampling.filter());
    int positives = sampling.allPositives() ? 1 : sampling.positives();
    requireEnough(example, "positive", split.positives().size(), positives);
    int negatives = sampling.allNegatives() ? 0 : sampling.negatives();
    requireEnough(example, "negative", split.negatives().size(), negatives);
  }

  private static void requireEnough(Example example, String what, int found, int wanted) {
    if (found < wanted) {
      throw new IllegalArgumentException(
          "query '"
              + example.query().id()
              + "' has "
              + found
              + " "
              + what
              + " items, expected at least "
              + wanted
              + " (num_"
              + what
              + "s_to_sample)");
    }
  }

  private TrainingRow row(Example example, List<Integer> chosen) {
    List<ExampleItem> items = chosen.stream().map(example.items()::get).toList();
    boolean scored =
        sampling.useScores() && items.stream().allMatch(item -> item.score().isPresent());
    float[] scores = new float[scored ? items.size() : 0];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) items.get(i).score().getAsDouble();
    }
    return new TrainingRow(
        example.query().id(),
        tokens(example.query()),
        items.stream().map(ExampleItem::id).toList(),
        items.stream().map(this::tokens).toList(),
        scored ? Optional.of(scores) : Optional.empty());
  }

  private int[] tokens(ExampleQuery query) {
    return query.tokens().isEmpty()
        ? queryTokens.get(query.content())
        : query.tokens().stream().mapToInt(Integer::intValue).toArray();
  }

  private int[] tokens(ExampleItem item) {
    return item.tokens().isEmpty()
        ? itemTokens.get(item.content())
        : item.tokens().stream().mapToInt(Integer::intValue).toArray();
  }

  /** Spreads seed, epoch and index over all bits, so that neighbours draw independently. */
  static long mix(long seed, int epoch, int index) {
    long x = seed * 0x9E3779B97F4A7C15L + ((long) epoch << 32) + index;
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
