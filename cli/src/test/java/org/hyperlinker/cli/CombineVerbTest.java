package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code combine}, and what holds no longer after it. */
@ExtendWith(TinyPipeline.Shared.class)
class CombineVerbTest {

  @TempDir Path folder;

  @Test
  void combinesEvidenceSwitchesItOffAndEndsACalibration(TinyPipeline tiny) throws IOException {
    Path index = folder.resolve("remembering");
    tiny.index(index, "--memory", TinyPipeline.TRAIN).done();
    calibrate(tiny, index);
    assertThat(tiny.link(index).done().out()).contains("  p ");

    combine(tiny, index);
    aFoundCalibrationIsLeftOutAndOneThatIsAskedForRefused(tiny, index);
    evidenceIsSwitchedOff(tiny, index);
  }

  private void calibrate(TinyPipeline tiny, Path index) {
    Path figures = folder.resolve("evaluation.json");
    Path answers = folder.resolve("mentions.jsonl");
    tiny.evaluate(index, "full", "--json", figures, "--mentions", answers).done();
    Path calibration = index.resolve("calibration.json");
    CommandRun.of("calibrate", answers, "--report", figures, "--folds", "2", "--out", calibration)
        .done();
  }

  private static void combine(TinyPipeline tiny, Path index) {
    CommandRun combined =
        CommandRun.of(
                "combine",
                "--model",
                tiny.model(),
                "--index",
                index,
                "--corpus",
                TinyPipeline.TRAIN,
                "--folds",
                3)
            .done();
    assertThat(combined.out())
        .contains("cross-validated over documents in 3 folds")
        .contains("without memory")
        .contains("model alone")
        .contains("same_name");
    assertThat(index.resolve("hybrid.json")).isNotEmptyFile();
  }

  private static void aFoundCalibrationIsLeftOutAndOneThatIsAskedForRefused(
      TinyPipeline tiny, Path index) {
    CommandRun found = tiny.link(index);
    assertThat(found.code()).isZero();
    assertThat(found.out()).contains("Lidocaine").doesNotContain("  p ");
    assertThat(found.complaints())
        .singleElement()
        .asString()
        .startsWith("no probabilities: ")
        .contains("calibration.json does not hold here: it was learned with rule none, not rule ");
    assertThat(tiny.link(index, "--min-probability", "0.5").complaint())
        .contains("does not hold here")
        .contains("evaluate and calibrate again");
    assertThat(tiny.link(index, "--calibration", index.resolve("calibration.json")).complaint())
        .contains("does not hold here");
    assertThat(tiny.link(index, "--no-hybrid").done().out()).contains("  p ");
    assertThat(tiny.link(index, "--no-hybrid", "--without-memory").err())
        .contains("not training mentions none");
  }

  private static void evidenceIsSwitchedOff(TinyPipeline tiny, Path index) {
    assertThat(tiny.evaluate(index, "full").done().out())
        .contains("abbreviations written out")
        .contains("hybrid rule")
        .doesNotContain(" 0 rows of training mentions");
    assertThat(
            tiny.evaluate(index, "full", "--no-abbreviations", "--without-memory", "--no-hybrid")
                .done()
                .out())
        .contains("abbreviations as written, 0 rows of training mentions, the model's score alone");
  }
}
