package org.hyperlinker.training.base;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperlinker.model.directory.BertConfig;
import org.hyperlinker.model.directory.ModelTensors;
import org.hyperlinker.model.qnet.Activation;
import org.hyperlinker.model.weights.InMemoryWeights;
import org.hyperlinker.model.weights.Tensor;
import org.hyperlinker.model.weights.Weights;

/**
 * A BERT encoder out of an ONNX file that PyTorch exported. Embeddings, biases and norms carry
 * their Hugging Face names there. The matrices of linear layers are anonymous and transposed; the
 * name of the node that multiplies by one, such as {@code
 * /encoder/layer.0/attention/self/query/MatMul}, tells which it is.
 *
 * @param config sizes read from tensors and graph
 * @param weights with Hugging Face names and shapes
 */
record OnnxBert(BertConfig config, Weights weights) {

  private static final Pattern LINEAR = Pattern.compile("/(encoder/layer\\.\\d+/.+)/MatMul");
  private static final Pattern LAYER = Pattern.compile("encoder\\.layer\\.(\\d+)\\..*");

  /**
   * Reads a file.
   *
   * @param name what errors name
   */
  static OnnxBert read(String name, InputStream stream) throws IOException {
    GraphProto graph = ModelProto.parseFrom(stream).getGraph();
    Map<String, TensorProto> initializers = new HashMap<>();
    graph.getInitializerList().forEach(tensor -> initializers.put(tensor.getName(), tensor));
    Map<String, NodeProto> nodes = new HashMap<>();
    Map<String, TensorProto> constants = new HashMap<>();
    SortedMap<String, TensorProto> linear = new TreeMap<>();
    for (NodeProto node : graph.getNodeList()) {
      nodes.put(node.getName(), node);
      if (node.getOpType().equals("Constant")) {
        constants.put(node.getOutput(0), node.getAttribute(0).getT());
      }
      Matcher matcher = LINEAR.matcher(node.getName());
      if (matcher.matches() && initializers.containsKey(node.getInput(1))) {
        linear.put(
            matcher.group(1).replace('/', '.') + ".weight", initializers.get(node.getInput(1)));
      }
    }
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    for (Map.Entry<String, TensorProto> entry : initializers.entrySet()) {
      String tensor = entry.getKey();
      if (tensor.startsWith("embeddings.") || tensor.startsWith("encoder.")) {
        if (entry.getValue().getDataType() == TensorProto.DataType.FLOAT.getNumber()) {
          tensors.put(tensor, tensor(name, entry.getValue()));
        }
      }
    }
    for (Map.Entry<String, TensorProto> entry : linear.entrySet()) {
      tensors.put(entry.getKey(), transposed(tensor(name, entry.getValue())));
    }
    double epsilon = operand(name, nodes, constants, "/embeddings/LayerNorm/Add");
    double scale = operand(name, nodes, constants, "/encoder/layer.0/attention/self/Div");
    BertConfig config = config(name, tensors, Math.round(scale * scale), epsilon);
    check(name, ModelTensors.of(config), tensors);
    return new OnnxBert(config, new InMemoryWeights(tensors));
  }

  /** The dropout, which an exported graph no longer has, is BERT's usual one. */
  private static BertConfig config(
      String name, SortedMap<String, Tensor> tensors, long headWidth, double epsilon)
      throws IOException {
    long[] words = shape(name, tensors, "embeddings.word_embeddings.weight");
    int layers =
        1
            + tensors.keySet().stream()
                .map(LAYER::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .max()
                .orElse(-1);
    return new BertConfig(
        Math.toIntExact(words[0]),
        Math.toIntExact(words[1]),
        layers,
        Math.toIntExact(words[1] / headWidth),
        Math.toIntExact(shape(name, tensors, "encoder.layer.0.intermediate.dense.bias")[0]),
        Math.toIntExact(shape(name, tensors, "embeddings.position_embeddings.weight")[0]),
        Math.toIntExact(shape(name, tensors, "embeddings.token_type_embeddings.weight")[0]),
        epsilon,
        Activation.GELU,
        0.1,
        0.1,
        0);
  }

  private static long[] shape(String name, SortedMap<String, Tensor> tensors, String tensor)
      throws IOException {
    if (!tensors.containsKey(tensor)) {
      throw new IOException(name + ": not the ONNX file of a BERT encoder: no tensor " + tensor);
    }
    return tensors.get(tensor).shape();
  }

  /** The constant that is the second operand of a node. */
  private static double operand(
      String name, Map<String, NodeProto> nodes, Map<String, TensorProto> constants, String node)
      throws IOException {
    TensorProto constant =
        nodes.containsKey(node) ? constants.get(nodes.get(node).getInput(1)) : null;
    if (constant == null) {
      throw new IOException(
          name + ": not the ONNX file of a BERT encoder: no constant operand at node " + node);
    }
    return Double.parseDouble(Float.toString(tensor(name, constant).values()[0]));
  }

  private static Tensor tensor(String name, TensorProto proto) throws IOException {
    if (proto.getDataType() != TensorProto.DataType.FLOAT.getNumber()) {
      throw new IOException(
          name
              + ": tensor "
              + proto.getName()
              + " is quantized or of another type; expected FLOAT, found type "
              + proto.getDataType());
    }
    long[] shape = proto.getDimsList().stream().mapToLong(Long::longValue).toArray();
    float[] values = new float[proto.getRawData().size() / Float.BYTES];
    proto
        .getRawData()
        .asReadOnlyByteBuffer()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    return new Tensor(shape, values);
  }

  /** From (in, out) to (out, in). */
  private static Tensor transposed(Tensor tensor) {
    int in = Math.toIntExact(tensor.shape()[0]);
    int out = Math.toIntExact(tensor.shape()[1]);
    float[] values = new float[in * out];
    for (int i = 0; i < in; i++) {
      for (int o = 0; o < out; o++) {
        values[o * in + i] = tensor.values()[i * out + o];
      }
    }
    return Tensor.of(values, out, in);
  }

  private static void check(
      String name, SortedMap<String, long[]> expected, SortedMap<String, Tensor> tensors)
      throws IOException {
    for (Map.Entry<String, long[]> entry : expected.entrySet()) {
      long[] found = shape(name, tensors, entry.getKey());
      if (!Arrays.equals(found, entry.getValue())) {
        throw new IOException(
            name
                + ": shape of tensor "
                + entry.getKey()
                + "; expected "
                + Arrays.toString(entry.getValue())
                + ", found "
                + Arrays.toString(found));
      }
    }
    if (tensors.size() != expected.size()) {
      tensors.keySet().removeAll(expected.keySet());
      throw new IOException(name + ": tensors without a place in BERT: " + tensors.keySet());
    }
  }
}
