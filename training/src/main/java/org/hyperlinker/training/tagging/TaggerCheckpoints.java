package org.hyperlinker.training.tagging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hyperlinker.core.io.AtomicFiles;
import org.hyperlinker.model.weights.SafeTensors;
import org.hyperlinker.model.weights.SafeTensorsWriter;
import org.hyperlinker.model.weights.Tensor;
import org.hyperlinker.training.network.Parameters;
import org.hyperlinker.training.optimizer.AdamW;

/**
 * The folders {@code checkpoint-N} of a run, of which the newest stays: the weights, the
 * optimizer's moments and the run's digest. Each appears whole or not at all.
 */
final class TaggerCheckpoints {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIX = "checkpoint-";
  private static final String WEIGHTS = "model.safetensors";
  private static final String MOMENTS = "optimizer.safetensors";
  private static final String STATE = "state.json";

  private final Path run;
  private final String fingerprint;

  /**
   * The checkpoints in a run's folder.
   *
   * @param fingerprint of settings and data; a checkpoint of another run is refused
   */
  TaggerCheckpoints(Path run, String fingerprint) {
    this.run = run;
    this.fingerprint = fingerprint;
  }

  Path save(long step, Parameters parameters, AdamW optimizer) throws IOException {
    Path directory = run.resolve(PREFIX + step);
    AtomicFiles.writeDirectory(
        directory,
        partial -> {
          SafeTensorsWriter.write(partial.resolve(WEIGHTS), parameters.tensors(), Map.of());
          SafeTensorsWriter.write(partial.resolve(MOMENTS), optimizer.state(), Map.of());
          Files.write(
              partial.resolve(STATE),
              JSON.writeValueAsBytes(
                  JSON.createObjectNode().put("run", fingerprint).put("step", step)));
        });
    for (Path old : all()) {
      if (!old.equals(directory)) {
        AtomicFiles.delete(old);
      }
    }
    return directory;
  }

  /**
   * Brings network and optimizer back to the newest checkpoint.
   *
   * @return its step; empty if there is no checkpoint
   * @throws IOException if it is another run's
   */
  Optional<Long> restore(Parameters parameters, AdamW optimizer) throws IOException {
    List<Path> all = all();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Path newest = all.getLast();
    JsonNode state = JSON.readTree(newest.resolve(STATE).toFile());
    if (!state.path("run").asText().equals(fingerprint)) {
      throw new IOException(
          newest
              + " belongs to a run with other settings or data; choose another folder for this"
              + " run, or remove that one");
    }
    tensors(newest.resolve(WEIGHTS)).forEach(parameters::set);
    optimizer.restore(tensors(newest.resolve(MOMENTS)), state.get("step").asLong());
    return Optional.of(state.get("step").asLong());
  }

  private static Map<String, Tensor> tensors(Path file) throws IOException {
    try (SafeTensors read = SafeTensors.open(file)) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      read.names().forEach(name -> tensors.put(name, read.tensor(name)));
      return tensors;
    }
  }

  /** Oldest first. */
  private List<Path> all() throws IOException {
    try (Stream<Path> entries = Files.list(run)) {
      return entries
          .filter(path -> path.getFileName().toString().matches(PREFIX + "\\d+"))
          .filter(path -> Files.exists(path.resolve(STATE)))
          .sorted(Comparator.comparingLong(TaggerCheckpoints::step))
          .toList();
    }
  }

  private static long step(Path checkpoint) {
    return Long.parseLong(checkpoint.getFileName().toString().substring(PREFIX.length()));
  }
}
