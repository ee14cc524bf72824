package org.hyperlinker.model.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import java.io.IOException;
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

  private final LoadedGraph graph;
  private final List<GraphOutput> outputs;
  private final Queue<RunBuffers> idleBuffers = new ConcurrentLinkedQueue<>();

  private EncoderSession(LoadedGraph graph, List<GraphOutput> outputs) {
    this.graph = graph;
    this.outputs = List.copyOf(outputs);
  }

  /**
   * A graph that computes what is expected of it, to be closed with the session; closed at once if
   * it is another.
   *
   * @param identity what its metadata must say
   * @param outputs all that it must give
   * @throws ModelFileException if it is another
   */
  static EncoderSession of(LoadedGraph graph, GraphIdentity identity, List<GraphOutput> outputs)
      throws IOException {
    try {
      identity.check(graph.file(), graph.session().getMetadata().getCustomMetadata());
      Set<String> names = outputs.stream().map(GraphOutput::name).collect(Collectors.toSet());
      if (!graph.session().getOutputNames().equals(names)) {
        throw new ModelFileException(
            graph.file(),
            "other outputs than the model's",
            names,
            graph.session().getOutputNames());
      }
      return new EncoderSession(graph, outputs);
    } catch (IOException | RuntimeException e) {
      graph.close();
      throw e;
    } catch (OrtException e) {
      graph.close();
      throw LoadedGraph.broken(graph.file(), e);
    }
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
      inputs.put(
          OnnxGraphs.INPUT_IDS, OnnxTensor.createTensor(graph.environment(), buffers.ids(), shape));
      inputs.put(
          OnnxGraphs.ATTENTION_MASK,
          OnnxTensor.createTensor(graph.environment(), buffers.mask(), shape));
      for (int output = 0; output < outputs.size(); output++) {
        results.put(
            outputs.get(output).name(),
            OnnxTensor.createTensor(
                graph.environment(),
                buffers.output(output),
                outputs.get(output).shapeOf(sequences.size())));
      }
      graph.session().run(inputs, results).close();
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
    graph.close();
  }
}
