package org.hyperlinker.training.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.hyperlinker.model.directory.DualEncoderConfig;
import org.hyperlinker.model.directory.ModelDirectory;
import org.hyperlinker.model.encoding.ModelSettings;
import org.hyperlinker.model.token.Tokenizer;
import org.hyperlinker.model.weights.SafeTensors;
import org.hyperlinker.model.weights.SafeTensorsWriter;
import org.hyperlinker.model.weights.Tensor;
import org.hyperlinker.training.network.DualEncoder;
import org.hyperlinker.training.optimizer.AdamW;

/**
 * The folder of a run: {@code checkpoint-N/} with a complete model directory {@code model/}, the
 * optimizer's moments and the run's state, and {@code model/}, the result. Each appears whole or
 * not at all. No generator's state is kept: what is drawn at a step follows from seed and step.
 */
final class CheckpointStore {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIX = "checkpoint-";
  private static final String MODEL = "model";
  private static final String OPTIMIZER = "optimizer.safetensors";
  private static final String STATE = "state.json";

  private final Path output;
  private final DualEncoderConfig config;
  private final ModelSettings settings;
  private final Tokenizer tokenizer;
  private final String runFingerprint;

  /**
   * A store in a run's folder.
   *
   * @param runFingerprint of settings and data; a checkpoint of another run is refused
   */
  CheckpointStore(
      Path output,
      DualEncoderConfig config,
      ModelSettings settings,
      Tokenizer tokenizer,
      String runFingerprint) {
    this.output = output;
    this.config = config;
    this.settings = settings;
    this.tokenizer = tokenizer;
    this.runFingerprint = runFingerprint;
  }

  /** Saves everything that a resumed run needs. */
  Path save(Progress progress, DualEncoder network, AdamW optimizer) throws IOException {
    Path directory = output.resolve(PREFIX + progress.step());
    AtomicFiles.writeDirectory(
        directory,
        partial -> {
          ModelDirectory.write(
              partial.resolve(MODEL), config, settings, network.tensors(), tokenizer);
          SafeTensorsWriter.write(partial.resolve(OPTIMIZER), optimizer.state(), Map.of());
          Files.write(partial.resolve(STATE), JSON.writeValueAsBytes(state(progress)));
        });
    return directory;
  }

  private ObjectNode state(Progress progress) {
    ObjectNode state = JSON.createObjectNode();
    state.put("run", runFingerprint);
    state.put("step", progress.step());
    if (progress.bestStep() != Progress.NONE) {
      state.put("best_loss", progress.bestLoss());
      state.put("best_step", progress.bestStep());
    }
    state.put("evaluations_without_gain", progress.evaluationsWithoutGain());
    state.put("seconds", progress.seconds());
    return state;
  }

  /** Brings network and optimizer back to a checkpoint. */
  Progress restore(Path directory, DualEncoder network, AdamW optimizer) throws IOException {
    JsonNode state = JSON.readTree(directory.resolve(STATE).toFile());
    if (!state.path("run").asText().equals(runFingerprint)) {
      throw new IOException(
          directory
              + " belongs to a run with other settings or data; choose another output_dir, or set"
              + " resume_from_checkpoint: false and overwrite_output_dir: true");
    }
    Progress progress =
        new Progress(
            state.get("step").asLong(),
            state.path("best_loss").asDouble(Double.POSITIVE_INFINITY),
            state.path("best_step").asLong(Progress.NONE),
            state.path("evaluations_without_gain").asInt(),
            state.path("seconds").asDouble());
    try (ModelDirectory model = ModelDirectory.open(directory.resolve(MODEL))) {
      for (String name : network.parameters().names()) {
        network.parameters().set(name, model.weights().tensor(name));
      }
    }
    try (SafeTensors moments = SafeTensors.open(directory.resolve(OPTIMIZER))) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      moments.names().forEach(name -> tensors.put(name, moments.tensor(name)));
      optimizer.restore(tensors, progress.step());
    }
    return progress;
  }

  /** The checkpoints there are, oldest first. */
  List<Path> checkpoints() throws IOException {
    if (!Files.isDirectory(output)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(output)) {
      return entries
          .filter(path -> path.getFileName().toString().matches(PREFIX + "\\d+"))
          .filter(path -> Files.exists(path.resolve(STATE)))
          .sorted(Comparator.comparingLong(CheckpointStore::step))
          .toList();
    }
  }

  /** The newest checkpoint. */
  Optional<Path> newest() throws IOException {
    return checkpoints().stream().reduce((earlier, later) -> later);
  }

  /** Removes old checkpoints; those of {@code bestStep} and of {@code saved} stay. */
  void prune(int keep, long bestStep, long saved) throws IOException {
    List<Path> all = checkpoints();
    if (keep <= 0) {
      return;
    }
    for (Path old : all.subList(0, Math.max(0, all.size() - keep))) {
      // A run resumed from an earlier one saves before those of its former life.
      if (step(old) != bestStep && step(old) != saved) {
        AtomicFiles.delete(old);
      }
    }
  }

  private static long step(Path checkpoint) {
    return Long.parseLong(checkpoint.getFileName().toString().substring(PREFIX.length()));
  }

  /** Writes the run's result. */
  Path writeModel(DualEncoder network) throws IOException {
    Path directory = output.resolve(MODEL);
    ModelDirectory.write(directory, config, settings, network.tensors(), tokenizer);
    return directory;
  }

  /** Makes the best checkpoint's model the network's numbers, if that checkpoint is there. */
  boolean loadBest(long bestStep, DualEncoder network) throws IOException {
    Path directory = output.resolve(PREFIX + bestStep);
    if (!Files.exists(directory.resolve(STATE))) {
      return false;
    }
    try (ModelDirectory model = ModelDirectory.open(directory.resolve(MODEL))) {
      for (String name : network.parameters().names()) {
        network.parameters().set(name, model.weights().tensor(name));
      }
    }
    return true;
  }
}
