package org.hyperlinker.experiments.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.hyperlinker.evaluation.protocol.Protocol;
import org.hyperlinker.formats.FormatException;
import org.hyperlinker.search.index.RowKind;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads plans from YAML:
 *
 * <pre>{@code
 * title: Context at test time
 * axis: characters of context
 * seeds: [42]
 * full_documents: 50              # sample of the full protocol; without it, the whole corpus
 * systems:
 *   - name: hypencoder
 *     train:                      # or  model: runs/mine/model
 *       config: configs/minilm/study-hypencoder.yaml
 *       set: {hyperlinker.max_query_length: 512}
 *     index: {rows: concept}      # also permuted_names, memory
 *     trials:
 *       - {label: 64 characters, x: 64, window: 64, protocol: restricted}
 *     bench: {queries: 200, threads: 1}
 *     minutes: {train: 12, index: 2, restricted: 2}
 * published:
 *   - {system: the study, x: 64, protocol: restricted, metrics: {Accuracy@1: 0.87}, source: ...}
 * }</pre>
 *
 * <p>Paths are as on the command line. Unknown keys are faults.
 */
public final class PlanFile {

  private static final int QUERIES = 200;
  private static final int WARM_UP = 1000;

  private PlanFile() {}

  /**
   * Reads a plan; its name is that of the file without ending.
   *
   * @throws FormatException naming file and key, if something is missing, unknown or of the wrong
   *     kind
   */
  public static ExperimentPlan read(Path file) throws IOException {
    PlanSection root = new PlanSection(file, "", parsed(file));
    String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    String title = root.optionalText("title").orElse(name);
    Optional<String> axis = root.optionalText("axis");
    List<Long> seeds = root.wholeNumbers("seeds");
    OptionalInt sample = root.wholeNumber("full_documents");
    if (sample.isPresent() && sample.getAsInt() < 1) {
      throw root.fault(
          "'full_documents' is too small", "at least 1 document", sample.getAsInt() + "");
    }
    List<PlannedSystem> systems = new ArrayList<>();
    for (PlanSection system : root.sections("systems")) {
      systems.add(system(system, sample));
    }
    List<PublishedFigure> published = new ArrayList<>();
    for (PlanSection figure : root.sections("published")) {
      published.add(published(figure));
    }
    root.finish();
    try {
      return new ExperimentPlan(
          name, title, axis, seeds.isEmpty() ? List.of(42L) : seeds, systems, published);
    } catch (IllegalArgumentException e) {
      throw root.fault("not an experiment", "systems with trials", e.getMessage());
    }
  }

  private static Object parsed(Path file) throws IOException {
    try {
      return new Load(LoadSettings.builder().setLabel(file.toString()).build())
          .loadFromString(Files.readString(file));
    } catch (YamlEngineException e) {
      throw new FormatException(file, 0, "this is not YAML", "YAML", e.getMessage(), e);
    }
  }

  private static PlannedSystem system(PlanSection section, OptionalInt sample)
      throws FormatException {
    PlanSection index = section.optionalSection("index");
    List<Trial> trials = new ArrayList<>();
    for (PlanSection trial : section.sections("trials")) {
      trials.add(trial(trial, sample));
    }
    PlannedSystem system =
        new PlannedSystem(
            section.text("name"),
            section.number("x"),
            model(section),
            new IndexChoice(
                index.choice("rows", RowKind.class, RowKind.NAME),
                index.flag("permuted_names", false),
                index.flag("memory", false)),
            trials,
            section.has("bench") ? Optional.of(bench(section.section("bench"))) : Optional.empty(),
            minutes(section.optionalSection("minutes")));
    index.finish();
    section.finish();
    return system;
  }

  private static ModelSource model(PlanSection section) throws FormatException {
    if (section.has("train") == section.has("model")) {
      throw section.fault(
          "a system needs one model", "either 'train' or 'model'", "both of them or none");
    }
    if (section.has("model")) {
      return new ModelSource.Given(Path.of(section.text("model")));
    }
    PlanSection train = section.section("train");
    ModelSource.Trained trained =
        new ModelSource.Trained(Path.of(train.text("config")), train.optionalSection("set").all());
    train.finish();
    return trained;
  }

  private static Trial trial(PlanSection section, OptionalInt sample) throws FormatException {
    Protocol protocol = section.choice("protocol", Protocol.class, Protocol.FULL);
    Trial trial =
        new Trial(
            section.optionalText("label").orElse(""),
            section.number("x"),
            protocol,
            protocol == Protocol.FULL ? sample : OptionalInt.empty(),
            section.wholeNumber("window"),
            section.flag("abbreviations", true),
            section.flag("memory", true),
            section.flag("rule", false));
    section.finish();
    return trial;
  }

  private static BenchChoice bench(PlanSection section) throws FormatException {
    int queries = section.wholeNumber("queries").orElse(QUERIES);
    int threads = section.wholeNumber("threads").orElse(1);
    Duration warmUp = Duration.ofMillis(section.wholeNumber("warm_up_ms").orElse(WARM_UP));
    section.finish();
    try {
      return new BenchChoice(queries, threads, warmUp);
    } catch (IllegalArgumentException e) {
      throw section.fault("'bench' cannot be measured", "a bench", e.getMessage());
    }
  }

  private static Minutes minutes(PlanSection section) throws FormatException {
    Minutes minutes =
        new Minutes(
            section.number("train").orElse(0),
            section.number("index").orElse(0),
            section.number("rule").orElse(0),
            section.number("restricted").orElse(0),
            section.number("full").orElse(0),
            section.number("bench").orElse(0));
    section.finish();
    return minutes;
  }

  private static PublishedFigure published(PlanSection section) throws FormatException {
    PlanSection metrics = section.section("metrics");
    SequencedMap<String, Double> values = new LinkedHashMap<>();
    for (Map.Entry<String, Object> metric : metrics.all().entrySet()) {
      values.put(metric.getKey(), metrics.number(metric.getKey()).orElseThrow());
    }
    PublishedFigure figure =
        new PublishedFigure(
            section.text("system"),
            section.number("x"),
            section.choice("protocol", Protocol.class, Protocol.RESTRICTED),
            values,
            section.text("source"));
    section.finish();
    return figure;
  }
}
