package org.hyperlinker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hyperlinker.evaluation.calibration.CalibrationFiles;
import org.hyperlinker.evaluation.calibration.CalibrationReport;
import org.hyperlinker.evaluation.calibration.CalibrationSettings;
import org.hyperlinker.evaluation.calibration.CalibrationTable;
import org.hyperlinker.evaluation.calibration.Calibrator;
import org.hyperlinker.evaluation.calibration.EvaluatedRun;
import org.hyperlinker.evaluation.protocol.EvaluationFiles;
import org.hyperlinker.evaluation.protocol.MentionResult;
import org.hyperlinker.linking.confidence.CalibrationFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hyperlinker calibrate}. */
@Command(
    name = "calibrate",
    header = "Learn from evaluated answers how sure a link is.",
    description = {
      "RESULTS is what evaluate --protocol full --mentions wrote: its mentions without a concept,"
          + " or with one that the index lacks, teach when not to link. The quality is that on"
          + " documents not learned from: cross-fitted by document, or on --test.",
      "Laid into the model's or the index's directory as calibration.json, link uses it."
    },
    footer = {
      "  hyperlinker calibrate mentions.full.jsonl --report evaluation.full.json \\",
      "      --out runs/study-hypencoder/index/calibration.json --json calibration-report.json"
    })
final class CalibrateCommand extends Verb {

  @Parameters(paramLabel = "RESULTS", description = "The answers to learn from.")
  Path results;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The calibration, for link.")
  Path out;

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description =
          "Answers on other documents to judge the calibration, its threshold included, by.")
  Path test;

  @Option(
      names = "--test-report",
      paramLabel = "FILE",
      description =
          "The figures that evaluate --json wrote with these answers, which must have been made"
              + " under the same conditions. Goes with --test.")
  Path testReport;

  @Option(
      names = "--report",
      required = true,
      paramLabel = "FILE",
      description =
          "The figures that evaluate --json wrote of the same run, by the full protocol. They say"
              + " under which conditions the calibration holds: model, names, abbreviations,"
              + " training mentions and rule; link refuses it under others.")
  Path report;

  @Option(
      names = "--method",
      paramLabel = "HOW",
      defaultValue = "logistic",
      description =
          "logistic, or isotonic: the logistic probability straightened by isotonic regression."
              + " Default: ${DEFAULT-VALUE}.")
  CalibrationSettings.Method method;

  @Option(
      names = "--precision",
      paramLabel = "SHARE",
      defaultValue = "0.95",
      description = "Wanted of the links from the threshold on. Default: ${DEFAULT-VALUE}.")
  double precision;

  @Option(
      names = "--candidates",
      paramLabel = "K",
      defaultValue = "10",
      description =
          "Candidates that are looked at, no more than evaluate kept. Default: ${DEFAULT-VALUE}.")
  int candidates;

  @Option(
      names = "--folds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Parts of the documents. Default: ${DEFAULT-VALUE}.")
  int folds;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "Of the parting. Default: ${DEFAULT-VALUE}.")
  long seed;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the quality as JSON.")
  Path json;

  CalibrateCommand(Session session) {
    super(session);
  }

  /** Answers to judge by, made under the conditions of those that are learned from. */
  private List<MentionResult> others(EvaluatedRun learnedFrom) throws IOException {
    EvaluatedRun judged = EvaluatedRun.read(testReport);
    learnedFrom
        .conditions()
        .difference(judged.conditions())
        .ifPresent(
            difference -> {
              throw new IllegalArgumentException(
                  report
                      + " and "
                      + testReport
                      + " are of different conditions: the answers to learn from were made "
                      + difference);
            });
    List<MentionResult> others = EvaluationFiles.readMentions(test);
    judged.require(test, others.size(), candidates);
    return others;
  }

  @Override
  void run() throws IOException {
    if ((test == null) != (testReport == null)) {
      throw misuse("--test and --test-report go together");
    }
    EvaluatedRun run = EvaluatedRun.read(report);
    Calibrator calibrator =
        new Calibrator(
            usage(
                () ->
                    new CalibrationSettings(
                        method, folds, seed, precision, candidates, run.conditions())));
    List<MentionResult> answers = EvaluationFiles.readMentions(results);
    run.require(results, answers.size(), candidates);
    CalibrationReport learned =
        test == null
            ? calibrator.crossFit(answers)
            : calibrator.heldOut(answers, others(run), test.getFileName().toString());
    say("%s", CalibrationTable.text(learned));
    CalibrationFile.write(out, learned.calibration());
    if (json != null) {
      CalibrationFiles.write(json, results.getFileName().toString(), learned);
    }
  }
}
