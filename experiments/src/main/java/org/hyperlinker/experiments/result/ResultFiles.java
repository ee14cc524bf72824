package org.hyperlinker.experiments.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.hyperlinker.benchmarks.figures.Latency;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.evaluation.comparison.ComparisonFiles;
import org.hyperlinker.experiments.plan.PublishedFigure;

/** Writes results as JSON, which {@code hyperlinker report} makes sections of. */
public final class ResultFiles {

  /** What {@code kind} says in the file. */
  public static final String KIND = "experiment";

  private static final ObjectMapper JSON = new ObjectMapper();

  private ResultFiles() {}

  /**
   * Writes one JSON object: {@code kind}, {@code name}, {@code title}, {@code axis}, {@code
   * complete}, {@code figures} with system, x, seeds, protocol, mentions, metrics and their
   * intervals, {@code published}, {@code comparisons} by protocol, {@code costs} and {@code
   * provenance}.
   *
   * @throws IOException naming the file, if it cannot be written
   */
  public static void write(Path file, ExperimentResult result) throws IOException {
    String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(result)) + "\n";
    AtomicFiles.write(file, stream -> stream.write(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static ObjectNode json(ExperimentResult result) {
    ObjectNode root = JSON.createObjectNode();
    root.put("kind", KIND).put("name", result.name()).put("title", result.title());
    result.axis().ifPresent(axis -> root.put("axis", axis));
    root.put("complete", result.complete());
    root.put("steps_done", result.done()).put("steps", result.steps());
    ArrayNode figures = root.putArray("figures");
    result.figures().forEach(figure -> put(figures.addObject(), figure));
    ArrayNode published = root.putArray("published");
    result.published().forEach(figure -> put(published.addObject(), figure));
    ObjectNode comparisons = root.putObject("comparisons");
    result
        .comparisons()
        .forEach(
            (protocol, comparison) ->
                comparisons.set(protocol.officialName(), ComparisonFiles.json(comparison)));
    ArrayNode costs = root.putArray("costs");
    result.costs().forEach(cost -> put(costs.addObject(), cost));
    result.provenance().forEach(root.putObject("provenance")::put);
    return root;
  }

  private static void put(ObjectNode node, ResultFigure figure) {
    node.put("system", figure.system());
    put(node, figure.x());
    figure.seeds().forEach(node.putArray("seeds")::add);
    node.put("protocol", figure.protocol().officialName()).put("mentions", figure.mentions());
    figure.metrics().forEach((name, interval) -> number(node, name, interval.estimate()));
    ObjectNode intervals = node.putObject("intervals");
    figure
        .metrics()
        .forEach(
            (name, interval) -> {
              if (interval.bounded()) {
                intervals.putArray(name).add(interval.low()).add(interval.high());
              }
            });
  }

  private static void number(ObjectNode node, String name, double value) {
    if (Double.isNaN(value)) {
      node.putNull(name);
    } else {
      node.put(name, value);
    }
  }

  private static void put(ObjectNode node, PublishedFigure figure) {
    node.put("system", figure.system());
    put(node, figure.x());
    node.put("protocol", figure.protocol().officialName());
    figure.metrics().forEach(node::put);
    node.put("source", figure.source());
  }

  private static void put(ObjectNode node, OptionalDouble x) {
    x.ifPresent(place -> node.put("x", place));
  }

  private static void put(ObjectNode node, CostFigure cost) {
    node.put("system", cost.system()).put("query", cost.query()).put("runtime", cost.runtime());
    node.put("threads", cost.threads()).put("rows", cost.rows());
    put(node, "usual", cost.usual());
    put(node, "exact", cost.exact());
    node.put("index_bytes", cost.footprint().indexBytes());
    node.put("heap_bytes", cost.footprint().heapBytes());
    node.put("private_bytes", cost.footprint().privateBytes());
    node.put("mapped_bytes", cost.footprint().mappedBytes());
  }

  private static void put(ObjectNode node, String name, Latency latency) {
    node.put(name + "_p50_ms", latency.p50()).put(name + "_p95_ms", latency.p95());
  }
}
