package org.hyperlinker.evaluation.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hyperlinker.evaluation.calibration.CalibrationFiles;
import org.hyperlinker.evaluation.comparison.ComparisonFiles;
import org.hyperlinker.evaluation.errors.ErrorFiles;

/** The results that lie in a directory and below it, told by what they say, not by their names. */
final class Findings {

  /**
   * A result.
   *
   * @param name its path below the directory, without ending; of an evaluation its system
   * @param json what it says; for a training log an array of its lines
   */
  record Finding(String name, JsonNode json) {}

  private static final String SERIES = "series";

  /** What {@code hyperlinker experiment} writes. */
  private static final String PLANNED = "experiment";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LARGEST = 64L << 20;

  private final List<Finding> evaluations = new ArrayList<>();
  private final List<Finding> comparisons = new ArrayList<>();
  private final List<Finding> calibrations = new ArrayList<>();
  private final List<Finding> errors = new ArrayList<>();
  private final List<Finding> experiments = new ArrayList<>();
  private final List<Finding> planned = new ArrayList<>();
  private final List<Finding> logs = new ArrayList<>();

  private Findings() {}

  /**
   * Looks through a directory in the order of paths. Files that are no results are passed over.
   *
   * @throws IOException if a file cannot be read
   */
  static Findings in(Path directory) throws IOException {
    Findings findings = new Findings();
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = directory.relativize(file).toString().replace('\\', '/');
      if (name.endsWith(".json") && Files.size(file) < LARGEST) {
        findings.sort(new Finding(stem(name), parsed(file)));
      } else if (name.endsWith(".jsonl")) {
        findings.log(file, stem(name));
      }
    }
    return findings;
  }

  private static String stem(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  /** The folder that holds a system's results, or its file's name without the protocol. */
  private static String system(String name, String protocol) {
    String ending = "." + protocol;
    String bare = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
    return bare.endsWith("/evaluation")
        ? bare.substring(0, bare.length() - "/evaluation".length())
        : bare;
  }

  private static JsonNode parsed(Path file) throws IOException {
    try {
      return JSON.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private void sort(Finding finding) {
    JsonNode json = finding.json();
    if (json.has("protocol") && json.path("results").isArray()) {
      evaluations.add(new Finding(system(finding.name(), json.path("protocol").asText()), json));
      return;
    }
    switch (json.path("kind").asText()) {
      case ComparisonFiles.KIND -> comparisons.add(finding);
      case CalibrationFiles.KIND -> calibrations.add(finding);
      case ErrorFiles.KIND -> errors.add(finding);
      case SERIES -> experiments.add(finding);
      case PLANNED -> {
        planned.add(finding);
        for (var protocol : json.path("comparisons").properties()) {
          String name = json.path("title").asText() + ", " + protocol.getKey();
          comparisons.add(new Finding(name, protocol.getValue()));
        }
      }
      default -> {
        // Not a result.
      }
    }
  }

  /** Takes a file of lines if its first line is one of a training log. */
  private void log(Path file, String name) throws IOException {
    var lines = JSON.createArrayNode();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        JsonNode json = JSON.readTree(line);
        if (!json.has("step")) {
          return;
        }
        lines.add(json);
      }
    } catch (JsonProcessingException e) {
      return;
    }
    if (!lines.isEmpty()) {
      logs.add(new Finding(name, lines));
    }
  }

  List<Finding> evaluations() {
    return evaluations;
  }

  List<Finding> comparisons() {
    return comparisons;
  }

  List<Finding> calibrations() {
    return calibrations;
  }

  List<Finding> errors() {
    return errors;
  }

  List<Finding> experiments() {
    return experiments;
  }

  /** Experiments that were carried out by a plan; their tests are among the comparisons. */
  List<Finding> planned() {
    return planned;
  }

  List<Finding> logs() {
    return logs;
  }

  boolean isEmpty() {
    return Stream.of(evaluations, comparisons, calibrations, errors, experiments, planned, logs)
        .allMatch(List::isEmpty);
  }
}
