package org.hyperlinker.training.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.core.io.AtomicFiles;

/** A run's numbers: {@code metrics.jsonl}, one line a logged step or evaluation. */
final class RunLog {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  RunLog(Path output) {
    this.file = output.resolve("metrics.jsonl");
  }

  /** Drops what a run logged after the step from which it is resumed. */
  void rewindTo(long step) throws IOException {
    List<String> kept = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        if (JSON.readTree(line).path("step").asLong() <= step) {
          kept.add(line + "\n");
        }
      }
    }
    AtomicFiles.write(
        file, stream -> stream.write(String.join("", kept).getBytes(StandardCharsets.UTF_8)));
  }

  void step(StepReport report) throws IOException {
    ObjectNode line = JSON.createObjectNode();
    line.put("step", report.step());
    line.put("epoch", report.epoch());
    line.put("loss", report.loss());
    line.put("gradient_norm", report.gradientNorm());
    line.put("learning_rate", report.learningRate());
    line.put("examples_per_second", report.examplesPerSecond());
    append(line);
  }

  void validated(long step, double loss) throws IOException {
    ObjectNode line = JSON.createObjectNode();
    line.put("step", step);
    line.put("validation_loss", loss);
    append(line);
  }

  private void append(JsonNode line) throws IOException {
    Files.writeString(
        file,
        JSON.writeValueAsString(line) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
