package org.hyperlinker.evaluation.retrieval;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hyperlinker.evaluation.metrics.IrEvaluation;

/** Writes figures as upstream names them. */
final class MetricFiles {

  static final String FOLDER = "metrics";

  private static final ObjectMapper JSON = new ObjectMapper();

  private MetricFiles() {}

  /** Fills {@code metrics} below the directory. */
  static void write(Path directory, IrEvaluation figures) throws IOException {
    Path metrics = Files.createDirectory(directory.resolve(FOLDER));
    json(metrics.resolve("aggregated_metrics.json"), figures.aggregated());
    json(metrics.resolve("per_query_metrics.json"), figures.perQuery());
    String values =
        figures.aggregated().values().stream()
            .map(value -> String.format(Locale.ROOT, "%.2f", 100 * value))
            .collect(Collectors.joining(","));
    Files.writeString(
        metrics.resolve("aggregated_metrics.txt"),
        String.join(",", figures.aggregated().keySet()) + "\n" + values + "\n");
  }

  private static void json(Path file, Object values) throws IOException {
    Files.writeString(
        file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(values) + "\n");
  }
}
