package org.hyperlinker.recipe.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleItem;
import org.hyperlinker.core.example.ExampleQuery;
import org.hyperlinker.formats.example.ExampleReader;
import org.hyperlinker.formats.example.ExampleWriter;
import org.hyperlinker.preparation.progress.Progress;
import org.hyperlinker.recipe.LookAlikeModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleScorerTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-5);

  private static final List<Example> EXAMPLES =
      List.of(
          example("a", "chest pain", "Chest Pain", "Back Pain", "Zoster"),
          example("b", "zoster", "Zoster", "Back Pain"),
          example("c", "chest pain", "Chest Pain", "Chest Paint", "Cheese"));

  @TempDir Path folder;
  private Path in;
  private Path out;

  @BeforeEach
  void write() throws IOException {
    in = folder.resolve("mined.jsonl");
    out = folder.resolve("scored.jsonl.gz");
    ExampleWriter.write(in, EXAMPLES);
  }

  @Test
  void aSingleTeachersScoresStayAsTheyAreAndEachTextIsEncodedOnce() throws IOException {
    LookAlikeModel teacher = new LookAlikeModel("t", 3);
    ScoreReport report = score(settings(ScoreScale.FILE, 1), teacher);
    List<Example> scored = ExampleReader.readAll(out);
    assertThat(teacher.queries()).isEqualTo(2);
    assertThat(teacher.items()).isEqualTo(5);
    assertThat(report.queries()).isEqualTo(2);
    assertThat(report.items()).isEqualTo(5);
    assertThat(report.agreement()).isEqualTo(1);
    for (int example = 0; example < EXAMPLES.size(); example++) {
      for (int item = 0; item < EXAMPLES.get(example).items().size(); item++) {
        ExampleItem before = EXAMPLES.get(example).items().get(item);
        ExampleItem after = scored.get(example).items().get(item);
        assertThat(after.score().orElseThrow())
            .isCloseTo(
                3 * cosine(EXAMPLES.get(example).query().content(), before.content()), CLOSE);
        assertThat(after.type()).isEqualTo(before.type());
        assertThat(after.id()).isEqualTo(before.id());
      }
    }
  }

  @Test
  void aTeacherInAnotherUnitChangesNoMarginByFileScale() throws IOException {
    score(settings(ScoreScale.FILE, 1), new LookAlikeModel("t", 1));
    List<Double> alone = scores();
    score(settings(ScoreScale.FILE, 1), new LookAlikeModel("t", 1), new LookAlikeModel("u", 40));
    assertSame(scores(), alone, 1);
    score(settings(ScoreScale.NONE, 1), new LookAlikeModel("t", 1), new LookAlikeModel("u", 40));
    assertSame(scores(), alone, 20.5);
    score(settings(ScoreScale.FILE, 0.5), new LookAlikeModel("t", 1));
    assertSame(scores(), alone, 0.5);
  }

  @Test
  void byQueryScaleEveryQueryHasMeanZeroAndDeviationOne() throws IOException {
    score(settings(ScoreScale.QUERY, 1), new LookAlikeModel("t", 1), new LookAlikeModel("u", 40));
    for (Example example : ExampleReader.readAll(out)) {
      double sum = 0;
      double squares = 0;
      for (ExampleItem item : example.items()) {
        sum += item.score().orElseThrow();
        squares += item.score().orElseThrow() * item.score().orElseThrow();
      }
      assertThat(sum).isCloseTo(0, CLOSE);
      assertThat(squares / example.items().size()).isCloseTo(1, CLOSE);
    }
  }

  @Test
  void aTeacherThatTellsNothingApartHasNoScale() {
    LookAlikeModel indifferent = new LookAlikeModel("u", 0);
    assertThatThrownBy(
            () -> score(settings(ScoreScale.FILE, 1), new LookAlikeModel("t", 1), indifferent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("teacher 2");
    assertThat(out).doesNotExist();
  }

  @Test
  void queryScaleOfEqualScoresIsZero() {
    assertThat(new TeacherScores(new float[][] {{2, 2}, {1, 3}}).standardised(0))
        .containsExactly(0, 0);
    assertThat(new TeacherScores(new float[][] {{2, 2}, {1, 3}}).standardised(1))
        .containsExactly(-1, 1);
    assertThat(new TeacherScores(new float[][] {{2, 2}, {1, 3}}).spread())
        .isCloseTo(Math.sqrt(0.5), CLOSE);
  }

  private ScoreReport score(ScoreSettings settings, LookAlikeModel... models) throws IOException {
    List<Teacher> teachers = new ArrayList<>();
    for (LookAlikeModel model : models) {
      teachers.add(() -> model);
    }
    return new ExampleScorer(teachers, settings, Progress.SILENT).score(in, out);
  }

  private List<Double> scores() throws IOException {
    return ExampleReader.readAll(out).stream()
        .flatMap(example -> example.items().stream())
        .map(item -> item.score().orElseThrow())
        .toList();
  }

  private static void assertSame(List<Double> found, List<Double> expected, double factor) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i)).isCloseTo(factor * expected.get(i), Offset.offset(1e-4));
    }
  }

  private static ScoreSettings settings(ScoreScale scale, double factor) {
    return new ScoreSettings(scale, factor, 2);
  }

  private static double cosine(String one, String other) {
    float[][] embedded = new LookAlikeModel("m", 1).encodeItems(List.of(one, other));
    double product = 0;
    for (int i = 0; i < embedded[0].length; i++) {
      product += embedded[0][i] * embedded[1][i];
    }
    return product;
  }

  private static Example example(String id, String query, String... items) {
    List<ExampleItem> all = new ArrayList<>();
    for (String item : items) {
      String type = all.isEmpty() ? "positive" : "negative";
      all.add(new ExampleItem("D" + item.hashCode(), item, OptionalDouble.empty(), type));
    }
    return new Example(new ExampleQuery(id, query), all);
  }
}
