package org.hyperlinker.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleItem;
import org.hyperlinker.core.example.ExampleQuery;
import org.hyperlinker.model.token.Tokenizer;
import org.hyperlinker.training.TinyEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run cannot use is found before its first step, whichever batch it would come in. */
class TrainingSetTest {

  @TempDir private Path folder;
  private Tokenizer tokenizer;

  @BeforeEach
  void open() throws IOException {
    tokenizer = Tokenizer.open(TinyEncoder.write(folder.resolve("base")));
  }

  @AfterEach
  void close() {
    tokenizer.close();
  }

  @Test
  void itemsOfAPositivesConceptAreNoNegatives() {
    TrainingSet set = set(sampling(0, true), example("q", "A", "B", "A", "C"));

    assertThat(set.rows(0, 0))
        .singleElement()
        .satisfies(row -> assertThat(row.itemIds()).containsExactly("A", "B", "C"));
  }

  @Test
  void tooFewNegativesAreRefusedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> set(sampling(2, false), example("good", "A", "B", "C"), example("bad", "A", "B")))
        .withMessageContaining("query 'bad' has 1 negative items, expected at least 2");
  }

  @Test
  void unequalNegativesCannotShareABatch() {
    TrainingSet unequal = set(sampling(0, true), example("q", "A", "B"), example("r", "A"));
    TrainingSet equal = set(sampling(0, true), example("q", "A", "B"), example("r", "B", "C"));

    assertThatIllegalArgumentException()
        .isThrownBy(unequal::requireEqualNegatives)
        .withMessageContaining("query 'r' has 0 negatives where the first query has 1");
    assertThatCode(equal::requireEqualNegatives).doesNotThrowAnyException();
  }

  @Test
  void anItemWithoutTeacherScoreIsNamed() {
    Example scored =
        new Example(
            new ExampleQuery("q", "pain"),
            List.of(new ExampleItem("A", "pain", OptionalDouble.of(0.5), "positive")));

    assertThatCode(set(sampling(0, false), scored)::requireScores).doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(set(sampling(0, false), scored, example("r", "A"))::requireScores)
        .withMessageContaining("query 'r' has an item without score");
  }

  private TrainingSet set(Sampling sampling, Example... examples) {
    return new TrainingSet(List.of(examples), sampling, tokenizer, 16, 16);
  }

  private static Sampling sampling(int negatives, boolean all) {
    return new Sampling(new PositiveFilter.First(), 1, false, negatives, all, true, 3);
  }

  /** An example whose first item is its positive. */
  private static Example example(String query, String... concepts) {
    return new Example(
        new ExampleQuery(query, "pain"),
        Stream.of(concepts)
            .map(concept -> new ExampleItem(concept, "pain", OptionalDouble.empty(), ""))
            .toList());
  }
}
