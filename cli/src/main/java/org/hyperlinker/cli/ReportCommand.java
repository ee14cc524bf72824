package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hyperlinker.evaluation.page.ReportPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hyperlinker report}. */
@Command(
    name = "report",
    header = "Turn results into one HTML page that needs nothing but itself.",
    description = {
      "Takes from RESULT_DIR and below what evaluate, compare, calibrate and errors wrote with"
          + " --json, the results of experiment, the metrics.jsonl of trainings, and JSON of kind"
          + " \"series\" with title, x, y and series of points [x, y] or [x, y, low, high]. Files are"
          + " told by what they say. What has no input is left out and named at the end."
    },
    footer = {
      "  hyperlinker report runs/results --out report.html",
      "  hyperlinker report runs/experiments/results --out experiments.html",
      "  hyperlinker report runs/results --title \"Full MeSH, November\" --out report.html"
    })
final class ReportCommand extends Verb {

  @Parameters(paramLabel = "RESULT_DIR", description = "Where the results lie.")
  Path directory;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The page.")
  Path out;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      defaultValue = "Entity linking: results",
      description = "The page's heading. Default: ${DEFAULT-VALUE}.")
  String title;

  ReportCommand(Session session) {
    super(session);
  }

  @Override
  void run() throws IOException {
    if (!Files.isDirectory(directory)) {
      throw misuse(directory + " is no directory");
    }
    ReportPage page = ReportPage.of(directory, title);
    page.write(out);
    say("%s: %s", out, String.join(", ", page.sections()));
    if (!page.missing().isEmpty()) {
      say("left out, no input: %s", String.join("; ", page.missing()));
    }
  }
}
