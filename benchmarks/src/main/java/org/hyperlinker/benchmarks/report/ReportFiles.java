package org.hyperlinker.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hyperlinker.benchmarks.figures.BenchReport;
import org.hyperlinker.core.io.AtomicFiles;

/** A run's figures as a JSON file, whose keys are the records' components in snake case. */
public final class ReportFiles {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private ReportFiles() {}

  /**
   * Writes a report, whole or not at all.
   *
   * @throws IOException naming the file
   */
  public static void write(Path file, BenchReport report) throws IOException {
    String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    AtomicFiles.write(file, stream -> stream.write(json.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Reads a report.
   *
   * @throws IOException naming the file, if it is missing or has other keys than this version's
   */
  public static BenchReport read(Path file) throws IOException {
    try {
      return JSON.readValue(Files.readString(file), BenchReport.class);
    } catch (JsonProcessingException e) {
      throw new IOException(
          file
              + ": no figures of this version's bench ("
              + e.getOriginalMessage()
              + "); run 'hyperlinker bench --json' again",
          e);
    }
  }
}
