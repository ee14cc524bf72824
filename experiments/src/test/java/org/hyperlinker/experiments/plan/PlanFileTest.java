package org.hyperlinker.experiments.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.hyperlinker.evaluation.expected.ExpectedResultsFile;
import org.hyperlinker.evaluation.protocol.Protocol;
import org.hyperlinker.search.index.RowKind;
import org.hyperlinker.training.config.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFileTest {

  private static final Path ROOT = Path.of(System.getProperty("hyperlinker.root"));

  private static final String PLAN =
      """
      title: Tiny
      axis: layers
      seeds: [1, 2]
      full_documents: 50
      systems:
        - name: one
          x: 2
          train:
            config: a.yaml
            set: {hyperlinker.seed: 3}
          index: {rows: concept, permuted_names: true, memory: true}
          trials:
            - {label: narrow, x: 4, window: 0, protocol: restricted, memory: false}
            - {rule: true, abbreviations: false}
          bench: {queries: 5}
          minutes: {train: 1.5}
        - name: two
          model: runs/two
          trials:
            - {}
      published:
        - {system: others, x: 2, metrics: {MRR: 0.5}, source: a paper}
      """;

  @TempDir Path folder;

  private ExperimentPlan plan(String yaml) throws IOException {
    return PlanFile.read(Files.writeString(folder.resolve("tiny.yaml"), yaml));
  }

  @Test
  void everyKeyHasItsPlace() throws IOException {
    ExperimentPlan plan = plan(PLAN);
    assertThat(plan.name()).isEqualTo("tiny");
    assertThat(plan.axis()).hasValue("layers");
    assertThat(plan.seeds()).containsExactly(1L, 2L);
    PlannedSystem one = plan.systems().getFirst();
    ModelSource.Trained trained = (ModelSource.Trained) one.model();
    assertThat(trained.config()).isEqualTo(Path.of("a.yaml"));
    assertThat(trained.changes()).containsEntry("hyperlinker.seed", 3);
    assertThat(one.index()).isEqualTo(new IndexChoice(RowKind.CONCEPT, true, true));
    Trial narrow = one.trials().getFirst();
    assertThat(narrow)
        .isEqualTo(
            new Trial(
                "narrow",
                OptionalDouble.of(4),
                Protocol.RESTRICTED,
                OptionalInt.empty(),
                OptionalInt.of(0),
                true,
                false,
                false));
    assertThat(one.label(narrow)).isEqualTo("one, narrow");
    assertThat(one.place(narrow)).hasValue(4);
    Trial wide = one.trials().getLast();
    assertThat(one.label(wide)).isEqualTo("one");
    assertThat(one.place(wide)).hasValue(2);
    assertThat(wide.documents()).hasValue(50);
    assertThat(wide.rule()).isTrue();
    assertThat(wide.protocol()).isEqualTo(Protocol.FULL);
    assertThat(one.bench().orElseThrow().queries()).isEqualTo(5);
    assertThat(one.minutes().train()).isEqualTo(1.5);
    assertThat(plan.systems().getLast().model())
        .isEqualTo(new ModelSource.Given(Path.of("runs/two")));
    assertThat(plan.published().getFirst().metrics()).containsEntry("MRR", 0.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "axis: layers | axes: layers | unknown key 'axes'",
        "model: runs/two | train: {config: b.yaml, sets: {}} | unknown key 'systems[1].train.sets'",
        "model: runs/two | index: {} | either 'train' or 'model'",
        "protocol: restricted | protocol: all | one of [restricted, full]",
        "full_documents: 50 | full_documents: 0 | at least 1 document",
        "window: 0 | window: wide | a whole number",
        "window: 0 | window: 64.7 | a whole number",
        "bench: {queries: 5} | bench: {queries: 9.9} | a whole number",
        "bench: {queries: 5} | bench: {queries: 0} | 1 query",
        "bench: {queries: 5} | bench: {threads: 0} | 1 thread",
        "bench: {queries: 5} | bench: {warm_up_ms: -1} | a warm-up of 0 or more",
        "rule: true | rule: often | true or false",
        "seeds: [1, 2] | seeds: [one] | a list of whole numbers",
        "name: one | label: one | systems[0].name",
        "label: narrow, x: 4, window: 0, protocol: restricted, memory | protocol: full, memory |"
            + " the same name",
      })
  void faultsNameFileAndKey(String good, String bad, String message) {
    assertThatThrownBy(() -> plan(PLAN.replace(good, bad)))
        .hasMessageContaining("tiny.yaml")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"context", "depth", "comparison", "cost", "ablation", "stages", "seeds"})
  void thePlansThatComeWithTheProjectFitTheirConfigurations(String name) throws IOException {
    ExperimentPlan plan = PlanFile.read(ROOT.resolve("experiments/plans/" + name + ".yaml"));
    for (PlannedSystem system : plan.systems()) {
      ModelSource.Trained trained = (ModelSource.Trained) system.model();
      TrainingConfig base = TrainingConfig.read(ROOT.resolve(trained.config()));
      assertThat(base.with(trained.changes()).remarks()).isEmpty();
      assertThat(system.minutes().train()).isPositive();
    }
  }

  @Test
  void theExpectedResultsThatComeWithTheProjectAreReadable() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(ROOT.resolve("experiments/expected"))) {
      files = all.toList();
    }
    assertThat(files).hasSizeGreaterThan(8);
    for (Path file : files) {
      // Of an evaluation the knowledge base as it was indexed, of an experiment the ontology's
      // file.
      assertThat(ExpectedResultsFile.read(file).provenance().keySet())
          .contains("corpus_sha256")
          .containsAnyOf("knowledge_base_sha256", "ontology_sha256");
    }
  }
}
