package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.hyperlinker.experiments.Experiment;
import org.hyperlinker.experiments.plan.PlanFile;
import org.hyperlinker.experiments.result.ExperimentResult;
import org.hyperlinker.experiments.step.Budget;
import org.hyperlinker.experiments.step.Models;
import org.hyperlinker.experiments.step.Sources;
import org.hyperlinker.experiments.step.Step;
import org.hyperlinker.experiments.step.Watcher;
import org.hyperlinker.experiments.step.Workplace;
import org.hyperlinker.model.directory.ModelDirectory;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.training.run.TrainingInterruptedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code experiment}, on the demo's excerpts. */
@ExtendWith(TinyPipeline.Shared.class)
class ExperimentVerbTest {

  @TempDir Path folder;

  private static CommandRun experiment(TinyPipeline tiny, Path plan, Path dir, Object... more) {
    List<Object> words = new ArrayList<>(List.of("experiment", plan, "--dir", dir));
    Collections.addAll(words, "--ontology", tiny.knowledgeBase());
    Collections.addAll(words, "--corpus", TinyPipeline.TEST, "--train", TinyPipeline.TRAIN);
    Collections.addAll(words, more);
    return CommandRun.of(words.toArray());
  }

  /** A model at hand in two windows, and what it takes. */
  private Path ofAModelAtHand(TinyPipeline tiny) throws IOException {
    return Files.writeString(
        folder.resolve("windows.yaml"),
        """
        title: Windows
        axis: characters
        systems:
          - name: tiny
            model: %s
            index: {rows: concept, memory: true}
            trials:
              - {label: none, x: 0, window: 0, protocol: restricted}
              - {label: "64", x: 64, window: 64, protocol: restricted}
              - {label: ruled, protocol: full, rule: true}
            bench: {queries: 2, warm_up_ms: 1}
            minutes: {index: 1, rule: 2, restricted: 3}
        published:
          - {system: others, x: 64, metrics: {Accuracy@1: 0.5}, source: a paper}
        """
            .formatted(tiny.model()));
  }

  @Test
  void plansRunsTestsReportsAndRepeatsNothing(TinyPipeline tiny) throws IOException {
    Path plan = ofAModelAtHand(tiny);
    Path dir = folder.resolve("work");
    assertThat(experiment(tiny, plan, dir, "--dry-run").done().out())
        .contains("to do  1.0 min  index for tiny  (" + dir.resolve("cache").resolve("index-"))
        .contains("6 steps, 0 of them done; about 9 minutes left");
    assertThat(dir).doesNotExist();

    CommandRun late = experiment(tiny, plan, dir, "--max-minutes", "0");
    assertThat(late.code()).isEqualTo(1);
    assertThat(late.err()).contains("minutes were left before: index for tiny");

    CommandRun run = experiment(tiny, plan, dir);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("index for tiny", "evaluate tiny, 64, restricted");
    assertThat(run.out())
        .contains("tiny, none - tiny, 64")
        .contains("others, 64 ", "published: a paper")
        .contains("index, MB")
        .contains("6 of 6 steps done");

    CommandRun again = experiment(tiny, plan, dir).done();
    assertThat(again.out()).isEqualTo(run.out());
    assertThat(experiment(tiny, plan, dir, "--dry-run").out()).doesNotContain("to do");
    written(dir.resolve("results").resolve("windows.json"));
    reported(dir.resolve("results"));
  }

  private static void written(Path file) throws IOException {
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.path("complete").asBoolean()).isTrue();
    assertThat(json.path("figures")).hasSize(3);
    JsonNode none = json.at("/figures/0");
    assertThat(none.path("system").asText()).isEqualTo("tiny, none");
    assertThat(none.path("Accuracy@1").asDouble()).isBetween(0.1, 1.0);
    assertThat(none.at("/intervals/Accuracy@1/0").asDouble())
        .isLessThan(none.path("Accuracy@1").asDouble());
    // Another window is another text, and another answer to some of the mentions.
    assertThat(none.path("MRR")).isNotEqualTo(json.at("/figures/1/MRR"));
    assertThat(json.at("/comparisons/restricted/pairs/0/differences/MRR/p_holm").asDouble())
        .isBetween(0.0, 1.0);
    assertThat(json.at("/costs/0/usual_p50_ms").asDouble()).isPositive();
    assertThat(json.at("/costs/0/index_bytes").asLong()).isPositive();
    assertThat(json.at("/provenance/corpus_sha256").asText()).hasSize(64);
  }

  private void reported(Path results) throws IOException {
    Path page = folder.resolve("report.html");
    assertThat(CommandRun.of("report", results, "--out", page).done().out())
        .contains("Context, depth and other questions")
        .contains("Which system is better")
        .contains("Quality against cost, mention by mention");
    assertThat(Files.readString(page)).contains("others (published)", "a paper");
  }

  /** A training of two steps with a checkpoint after each. */
  private Path ofATraining(TinyPipeline tiny) throws IOException {
    return Files.writeString(
        folder.resolve("trained.yaml"),
        """
        systems:
          - name: trained
            train:
              config: %s
              set: {trainer_config.hf_trainer_config.learning_rate: 1.0e-4}
            index: {rows: concept}
            trials: [{protocol: restricted}]
        """
            .formatted(tiny.folder().resolve("tiny.yaml")));
  }

  @Test
  void whatWasCutGoesOnAndEndsAsIfItHadNotBeen(TinyPipeline tiny) throws IOException {
    Path plan = ofATraining(tiny);
    Path dir = folder.resolve("cut");
    Heard first = new Heard(stage -> Thread.currentThread().interrupt());
    assertThatThrownBy(() -> run(tiny, plan, dir, first))
        .isInstanceOf(TrainingInterruptedException.class)
        .hasMessageContaining("after step 1");
    Heard second =
        new Heard(
            stage -> {
              if (stage.equals("encode characters")) {
                throw new IllegalStateException("cut");
              }
            });
    assertThatThrownBy(() -> run(tiny, plan, dir, second)).hasMessage("cut");
    assertThat(second.begun)
        .containsExactly("train trained, seed 42, 2 steps", "index for trained");
    assertThat(second.remarks).anyMatch(line -> line.startsWith("resumed from "));

    Heard third = new Heard(stage -> {});
    ExperimentResult result = run(tiny, plan, dir, third);
    assertThat(third.begun).containsExactly("index for trained", "evaluate trained, restricted");
    assertThat(result.complete()).isTrue();

    Path undisturbed = folder.resolve("undisturbed");
    run(tiny, plan, undisturbed, new Heard(stage -> {}));
    assertThat(fingerprint(undisturbed)).isEqualTo(fingerprint(dir));
  }

  private static ExperimentResult run(TinyPipeline tiny, Path plan, Path dir, Watcher watcher)
      throws IOException {
    Workplace place =
        new Workplace(
            dir,
            Sources.read(List.of(tiny.knowledgeBase()), TinyPipeline.TEST, TinyPipeline.TRAIN),
            new Models() {
              @Override
              public LinkingModel open(Path model, int threads) throws IOException {
                return ServingRuntime.AUTO.open(model, threads);
              }

              @Override
              public String runtime(Path model) {
                return "auto";
              }
            },
            2,
            watcher,
            Budget.ENDLESS);
    return Experiment.of(PlanFile.read(plan), OptionalInt.empty(), place).run();
  }

  private static String fingerprint(Path cache) throws IOException {
    try (var folders = Files.list(cache)) {
      Path trained =
          folders.filter(f -> f.getFileName().toString().startsWith("model-")).findFirst().get();
      try (ModelDirectory model = ModelDirectory.open(trained.resolve("model"))) {
        return model.fingerprint();
      }
    }
  }

  /** Remembers what it is told, and may cut the run at a stage. */
  private static final class Heard implements Watcher {

    private final List<String> begun = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Consumer<String> cut;

    Heard(Consumer<String> cut) {
      this.cut = cut;
    }

    @Override
    public void begun(Step step) {
      begun.add(step.what());
    }

    @Override
    public void progress(String stage, long done, long total, String remark) {
      cut.accept(stage);
    }

    @Override
    public void remark(String line) {
      remarks.add(line);
    }
  }
}
