package org.hyperlinker.model.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.hyperlinker.model.ModelFileException;

/**
 * One loaded graph. Runs may overlap; each has a set of buffers of its own, which later runs use
 * again. Not to be closed while a run goes on.
 */
final class EncoderSession implements AutoCloseable {

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final List<GraphOutput> outputs;
  private final Queue<RunBuffers> idleBuffers = new ConcurrentLinkedQueue<>();

  private EncoderSession(
      OrtEnvironment environment, OrtSession session, List<GraphOutput> outputs) {
    this.environment = environment;
    this.session = session;
    this.outputs = List.copyOf(outputs);
  }

  /**
   * Loads a graph.
   *
   * @param identity what its metadata must say
   * @param outputs all that it must give
   * @param threads within one operation, at least 1
   * @throws ModelFileException if it is missing, broken or another
   */
  static EncoderSession open(
      Path file, GraphIdentity identity, List<GraphOutput> outputs, int threads)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ModelFileException(
          file, "no such file; export the model, in this precision, or choose another runtime");
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = options(threads)) {
      OrtSession session = environment.createSession(file.toString(), options);
      try {
        identity.check(file, session.getMetadata().getCustomMetadata());
        Set<String> names = outputs.stream().map(GraphOutput::name).collect(Collectors.toSet());
        if (!session.getOutputNames().equals(names)) {
          throw new ModelFileException(
              file, "other outputs than the model's", names, session.getOutputNames());
        }
        return new EncoderSession(environment, session, outputs);
      } catch (IOException | RuntimeException | OrtException e) {
        session.close();
        throw e;
      }
    } catch (OrtException e) {
      throw new ModelFileException(file, "ONNX Runtime cannot load it (export the model again)", e);
    }
  }

  private static OrtSession.SessionOptions options(int threads) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
    options.setIntraOpNumThreads(threads);
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    // Between runs the cores belong to the search, not to idle workers that wait in a loop.
    options.addConfigEntry("session.force_spinning_stop", "1");
    return options;
  }

  /** How many numbers all outputs together hold for one sequence. */
  int floatsForEachSequence() {
    return outputs.stream().mapToInt(GraphOutput::floats).reduce(0, Math::addExact);
  }

  /**
   * Runs the graph on sequences padded to the longest of them.
   *
   * @param sequences at least one, none empty
   * @return {@code (outputs, sequences, floats)} in new arrays
   */
  float[][][] run(List<int[]> sequences, int padId) {
    RunBuffers idle = idleBuffers.poll();
    RunBuffers buffers = idle == null ? new RunBuffers(outputs) : idle;
    int tokens = buffers.fill(sequences, padId);
    long[] shape = {sequences.size(), tokens};
    Map<String, OnnxTensor> inputs = new HashMap<>();
    Map<String, OnnxValue> results = new HashMap<>();
    try {
      inputs.put(OnnxGraphs.INPUT_IDS, OnnxTensor.createTensor(environment, buffers.ids(), shape));
      inputs.put(
          OnnxGraphs.ATTENTION_MASK, OnnxTensor.createTensor(environment, buffers.mask(), shape));
      for (int output = 0; output < outputs.size(); output++) {
        results.put(
            outputs.get(output).name(),
            OnnxTensor.createTensor(
                environment,
                buffers.output(output),
                outputs.get(output).shapeOf(sequences.size())));
      }
      session.run(inputs, results).close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
      results.values().forEach(OnnxValue::close);
    }
    float[][][] rows = buffers.read(sequences.size());
    idleBuffers.add(buffers);
    return rows;
  }

  @Override
  public void close() {
    idleBuffers.clear();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot end: " + e.getMessage(), e);
    }
  }
}
