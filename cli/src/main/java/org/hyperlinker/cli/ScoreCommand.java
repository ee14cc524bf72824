package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hyperlinker.cli.console.ProgressDisplay;
import org.hyperlinker.recipe.scoring.ExampleScorer;
import org.hyperlinker.recipe.scoring.ScoreReport;
import org.hyperlinker.recipe.scoring.ScoreScale;
import org.hyperlinker.recipe.scoring.ScoreSettings;
import org.hyperlinker.recipe.scoring.Teacher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hyperlinker score}. */
@Command(
    name = "score",
    header = "Write teacher scores into training examples, for margin-MSE.",
    description = {
      "A teacher is a trained model directory, hypencoder or bi-encoder; a cross-encoder cannot be"
          + " one. Several make an ensemble: the mean of their scores, made comparable by --scale."
          + " Every item's score is replaced; train with loss_type: margin_mse and label_key: score.",
      "Scales: file multiplies each teacher's scores by one factor, so that their spread within"
          + " queries is that of the first teacher (a single teacher's scores stay as they are);"
          + " query standardises each teacher's scores for each query; none takes them as they are."
    },
    footer = {
      "  hyperlinker score --model runs/teacher/model --examples runs/names/mined.jsonl \\",
      "      --out runs/names/scored.jsonl",
      "  hyperlinker score --model runs/a/model --model runs/b/model --scale query \\",
      "      --examples mined.jsonl.gz --out scored.jsonl.gz"
    })
final class ScoreCommand extends Verb {

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description = "A teacher; may be repeated.")
  List<Path> models;

  @Option(
      names = "--examples",
      required = true,
      paramLabel = "FILE",
      description = "Training examples as JSONL, also .gz, such as mine writes.")
  Path examples;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write.")
  Path out;

  @Option(
      names = "--scale",
      paramLabel = "HOW",
      defaultValue = "file",
      description = "file, query or none. Default: ${DEFAULT-VALUE}.")
  ScoreScale scale;

  @Option(
      names = "--factor",
      paramLabel = "X",
      defaultValue = "1",
      description =
          "Of the written scores; fits the teachers' unit to the student's. Default:"
              + " ${DEFAULT-VALUE}.")
  double factor;

  @Mixin RuntimeOption serving;

  @Option(names = "--threads", paramLabel = "N", description = "Default: one for each processor.")
  int threads = Runtime.getRuntime().availableProcessors();

  private static final int BATCH = 1024;

  ScoreCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    ScoreSettings settings = usage(() -> new ScoreSettings(scale, factor, BATCH));
    List<Teacher> teachers =
        models.stream().<Teacher>map(model -> () -> serving.runtime.open(model, threads)).toList();
    ScoreReport report;
    try (ProgressDisplay progress = session.progress()) {
      report = new ExampleScorer(teachers, settings, progress::report).score(examples, out);
    }
    say(
        "%s: %,d examples, %,d queries, %,d item texts",
        out, report.examples(), report.queries(), report.items());
    for (int i = 0; i < models.size(); i++) {
      ScoreReport.TeacherFigures figures = report.teachers().get(i);
      say(
          "  %s: spread within queries %.4f, first item scored highest in %.1f %%",
          models.get(i), figures.spread(), 100 * figures.agreement());
    }
    say("  as written: first item scored highest in %.1f %%", 100 * report.agreement());
  }
}
