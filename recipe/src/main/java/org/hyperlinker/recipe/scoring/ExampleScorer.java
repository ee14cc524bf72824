package org.hyperlinker.recipe.scoring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hyperlinker.core.example.Example;
import org.hyperlinker.core.example.ExampleItem;
import org.hyperlinker.formats.example.ExampleReader;
import org.hyperlinker.formats.example.ExampleWriter;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.preparation.progress.Progress;
import org.hyperlinker.recipe.scoring.ScoreReport.TeacherFigures;

/**
 * Writes teacher scores into examples, for margin-MSE: one trained dual encoder's, or the mean of
 * several. Every item's score is replaced. A cross-encoder, which reads query and item together,
 * cannot be a teacher here: there is none in this project yet.
 *
 * <p>Teachers read the texts of the file as they stand, so they should have been trained on queries
 * and items of the same templates. One teacher is open at a time.
 */
public final class ExampleScorer {

  private final List<Teacher> teachers;
  private final ScoreSettings settings;
  private final Progress progress;

  /** A scorer with at least one teacher. */
  public ExampleScorer(List<Teacher> teachers, ScoreSettings settings, Progress progress) {
    this.teachers = List.copyOf(teachers);
    this.settings = settings;
    this.progress = progress;
    if (this.teachers.isEmpty()) {
      throw new IllegalArgumentException("name at least one model as teacher");
    }
  }

  /**
   * Reads examples and writes them with the teachers' scores; the output appears whole or not at
   * all.
   *
   * @param in examples in the official format; gzipped if the name ends in {@code .gz}
   * @throws IOException naming file and line, if the input cannot be read, a teacher cannot be
   *     opened, or the output cannot be written
   * @throws IllegalArgumentException if a teacher's scores have no scale
   */
  public ScoreReport score(Path in, Path out) throws IOException {
    List<Example> examples = ExampleReader.readAll(in);
    List<TeacherScores> scored = new ArrayList<>();
    List<TeacherFigures> figures = new ArrayList<>();
    for (Teacher teacher : teachers) {
      String name = "teacher " + (scored.size() + 1);
      try (LinkingModel model = teacher.open()) {
        TeacherScores own = new ItemScorer(model, settings.batch(), name, progress).score(examples);
        scored.add(own);
        figures.add(new TeacherFigures(model.fingerprint(), own.spread(), agreement(own)));
      }
    }
    double[][] scores = new Ensemble(scored, settings).scores();
    ExampleWriter.write(
        out,
        () ->
            IntStream.range(0, scores.length)
                .mapToObj(i -> with(examples.get(i), scores[i]))
                .iterator());
    return new ScoreReport(
        examples.size(),
        examples.stream().map(example -> example.query().content()).distinct().count(),
        ItemScorer.itemTexts(examples).count(),
        figures,
        share(scores.length, i -> firstIsBest(scores[i])));
  }

  private static Example with(Example example, double[] scores) {
    List<ExampleItem> items = new ArrayList<>(scores.length);
    for (int i = 0; i < scores.length; i++) {
      ExampleItem item = example.items().get(i);
      // In the fewest digits that tell the score from other floats, which is what training reads.
      double score = Double.parseDouble(Float.toString((float) scores[i]));
      items.add(
          new ExampleItem(
              item.id(), item.content(), OptionalDouble.of(score), item.type(), item.tokens()));
    }
    return new Example(example.query(), items);
  }

  private static double agreement(TeacherScores teacher) {
    float[][] scores = teacher.scores();
    return share(
        scores.length,
        i ->
            firstIsBest(
                IntStream.range(0, scores[i].length).mapToDouble(j -> scores[i][j]).toArray()));
  }

  private static double share(int count, IntPredicate holds) {
    return count == 0 ? 0 : (double) IntStream.range(0, count).filter(holds).count() / count;
  }

  private static boolean firstIsBest(double[] scores) {
    return IntStream.range(1, scores.length).allMatch(i -> scores[i] < scores[0]);
  }
}
