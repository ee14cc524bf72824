package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code evaluate}, and what its answers are turned into. */
@ExtendWith(TinyPipeline.Shared.class)
class EvaluateVerbTest {

  @TempDir Path folder;

  @Test
  void evaluatesByBothProtocolsAndJudgesTheAnswers(TinyPipeline tiny) throws IOException {
    CommandRun run =
        tiny.evaluate(
                tiny.index(),
                "both",
                "--train",
                TinyPipeline.TRAIN,
                "--json",
                folder.resolve("evaluation.json"),
                "--mentions",
                folder.resolve("mentions.jsonl"))
            .done();
    assertThat(run.out()).contains("restricted").contains("full").contains("unseen");
    assertThat(Files.readString(folder.resolve("evaluation.full.json")))
        .contains("model_fingerprint");
    assertThat(folder.resolve("mentions.restricted.jsonl")).isNotEmptyFile();
    compares();
    sortsErrors(tiny);
    calibrates();
    refusesToCalibrateOnWhatTheReportIsNotOf();
    reports();
    linksOnlyWhatIsSure(tiny);
  }

  private Path answers() {
    return folder.resolve("mentions.full.jsonl");
  }

  private void compares() {
    assertThat(
            CommandRun.of(
                    "compare",
                    "one=" + answers(),
                    "same=" + answers(),
                    "--resamples",
                    "200",
                    "--json",
                    folder.resolve("comparison.json"))
                .done()
                .out())
        .contains("one - same")
        .contains("+0.0000");
  }

  private void sortsErrors(TinyPipeline tiny) {
    assertThat(
            CommandRun.of(
                    "errors",
                    answers(),
                    "--ontology",
                    tiny.knowledgeBase(),
                    "--corpus",
                    TinyPipeline.TEST,
                    "--json",
                    folder.resolve("errors.json"))
                .done()
                .out())
        .contains("too general")
        .contains("first candidates are wrong");
  }

  private void calibrates() {
    assertThat(
            CommandRun.of(
                    "calibrate",
                    answers(),
                    "--report",
                    folder.resolve("evaluation.full.json"),
                    "--folds",
                    "2",
                    "--out",
                    folder.resolve("calibration.json"),
                    "--json",
                    folder.resolve("calibration-report.json"))
                .done()
                .out())
        .contains("expected calibration error");
  }

  private void refusesToCalibrateOnWhatTheReportIsNotOf() throws IOException {
    Path out = folder.resolve("no-calibration.json");
    String full = folder.resolve("evaluation.full.json").toString();
    Path some = folder.resolve("some.jsonl");
    Files.write(some, Files.readAllLines(answers()).subList(0, 20));
    assertThat(calibration(answers(), full, out, "--candidates", "11").complaint())
        .contains("would look at 11 candidates where the evaluation kept 10");
    assertThat(calibration(some, full, out).complaint()).contains("but the results are 20");
    List<String> swapped = new ArrayList<>(Files.readAllLines(answers()));
    Collections.reverse(swapped);
    Files.write(some, swapped);
    assertThat(calibration(some, full, out).complaint()).contains("the report of other answers");
    CommandRun half = calibration(answers(), full, out, "--test", answers());
    assertThat(half.code()).isEqualTo(2);
    assertThat(half.err()).contains("--test and --test-report go together");
    assertThat(calibration(answers(), full.replace("full", "restricted"), out).complaint())
        .contains("evaluation.restricted.json", "a report of another protocol", "expected full");
    assertThat(out).doesNotExist();
  }

  private static CommandRun calibration(Path results, String report, Path out, Object... more) {
    List<Object> words = new ArrayList<>(List.of("calibrate", results, "--report", report));
    Collections.addAll(words, "--folds", "2", "--out", out);
    Collections.addAll(words, more);
    return CommandRun.of(words.toArray());
  }

  private void reports() throws IOException {
    Path page = folder.resolve("report.html");
    assertThat(CommandRun.of("report", folder, "--out", page, "--title", "Tiny").done().out())
        .contains("Confidence", "What goes wrong", "Provenance");
    assertThat(Files.readString(page)).contains("<h1>Tiny</h1>");
  }

  private void linksOnlyWhatIsSure(TinyPipeline tiny) {
    Object[] sure = {"--calibration", folder.resolve("calibration.json"), "--min-probability", "1"};
    assertThat(tiny.link(tiny.index(), sure).done().out())
        .contains("no concept; the nearest:")
        .contains("  p 0.");
    sure[3] = "0";
    assertThat(tiny.link(tiny.index(), sure).out()).doesNotContain("no concept");

    List<Object> measure = List.of("evaluate", "--corpus", TinyPipeline.TEST, "--end-to-end");
    String linked = "linked: span and concept +\\d+ +[1-9]";
    assertThat(tiny.with(tiny.index(), measure, sure).done().out()).containsPattern(linked);
    sure[3] = "1";
    assertThat(tiny.with(tiny.index(), measure, sure).done().out())
        .containsPattern("linked: span and concept +\\d+ +0 ")
        .doesNotContainPattern(linked);
    CommandRun given = tiny.evaluate(tiny.index(), "full", sure);
    assertThat(given.code()).isEqualTo(2);
    assertThat(given.err()).contains("--min-probability go with --end-to-end");
  }

  @Test
  void aFolderIsACorpus(TinyPipeline tiny) {
    Path brat = folder.resolve("brat");
    CommandRun.of("convert", TinyPipeline.TEST, brat, "--to", "brat");
    List<Object> words = List.of("evaluate", "--corpus", brat, "--protocol", "full");
    CommandRun run = tiny.with(tiny.index(), words);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("brat, full: every mention");
  }

  @Test
  void evaluatesByTheGraph(TinyPipeline tiny) {
    assertThat(tiny.evaluate(tiny.index(), "full", "--search", "graph").done().out())
        .contains("full");
  }
}
