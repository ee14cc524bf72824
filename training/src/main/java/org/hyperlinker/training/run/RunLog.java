package org.hyperlinker.training.run;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.Map;
import java.util.Optional;
import org.hyperlinker.core.io.AtomicFiles;

/**
 * A run's numbers: {@code metrics.jsonl}, one line a logged step or evaluation, and event files for
 * TensorBoard where the run wants them.
 */
final class RunLog {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Optional<TensorBoardEvents> events;

  RunLog(Path output, Optional<Path> tensorBoard) throws IOException {
    this.file = output.resolve("metrics.jsonl");
    this.events =
        tensorBoard.isPresent()
            ? Optional.of(TensorBoardEvents.create(tensorBoard.get()))
            : Optional.empty();
  }

  /** Drops what a run logged after the step from which it is resumed. */
  void rewindTo(long step) throws IOException {
    List<String> kept = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        if (stepOf(line) <= step) {
          kept.add(line + "\n");
        }
      }
    }
    AtomicFiles.write(
        file, stream -> stream.write(String.join("", kept).getBytes(StandardCharsets.UTF_8)));
  }

  /** The step of a line; of one that was cut, as by a full disk, one behind all others. */
  private static long stepOf(String line) {
    try {
      return JSON.readTree(line).path("step").asLong();
    } catch (JsonProcessingException e) {
      return Long.MAX_VALUE;
    }
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

  private void append(ObjectNode line) throws IOException {
    if (events.isPresent()) {
      for (Map.Entry<String, JsonNode> value : line.properties()) {
        if (!value.getKey().equals("step")) {
          events
              .get()
              .scalar(
                  "train/" + value.getKey(),
                  line.get("step").asLong(),
                  (float) value.getValue().asDouble());
        }
      }
    }
    Files.writeString(
        file,
        JSON.writeValueAsString(line) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
