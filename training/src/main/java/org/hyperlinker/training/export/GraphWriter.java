package org.hyperlinker.training.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnx.proto.OnnxMl.Version;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * An ONNX graph in the making. Values are known by their names; every operation gives its output a
 * new one.
 */
final class GraphWriter {

  /** The operator set: the first with Gelu, and LayerNormalization before it. */
  private static final int OPSET = 20;

  /** An output's axis with one place for each token. */
  static final long TOKENS = -1;

  private final GraphProto.Builder graph;

  GraphWriter(String name) {
    graph = GraphProto.newBuilder().setName(name);
  }

  /** An int64 input {@code (batch, tokens)} of any size. */
  String tokensInput(String name) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setDimParam("batch");
    shape.addDimBuilder().setDimParam("tokens");
    graph.addInput(value(name, TensorProto.DataType.INT64, shape));
    return name;
  }

  /**
   * Makes an operation's output one of the graph.
   *
   * @param value not yet read by another operation
   * @param axes those behind the batch's; {@link #TOKENS} for that of the tokens
   */
  void output(String name, String value, long... axes) {
    NodeProto.Builder node =
        graph.getNodeBuilderList().stream()
            .filter(made -> made.getOutput(0).equals(value))
            .findFirst()
            .orElseThrow();
    node.setOutput(0, name);
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setDimParam("batch");
    for (long axis : axes) {
      if (axis == TOKENS) {
        shape.addDimBuilder().setDimParam("tokens");
      } else {
        shape.addDimBuilder().setDimValue(axis);
      }
    }
    graph.addOutput(value(name, TensorProto.DataType.FLOAT, shape));
  }

  /** Adds an operation with one output. */
  String add(String operator, List<String> inputs, AttributeProto... attributes) {
    return add(operator, 1, inputs, attributes).getFirst();
  }

  /** Adds an operation with several outputs. */
  List<String> add(
      String operator, int outputs, List<String> inputs, AttributeProto... attributes) {
    String name = operator + "_" + graph.getNodeCount();
    List<String> names =
        LongStream.range(0, outputs).mapToObj(at -> outputs == 1 ? name : name + "." + at).toList();
    graph
        .addNodeBuilder()
        .setName(name)
        .setOpType(operator)
        .addAllInput(inputs)
        .addAllOutput(names)
        .addAllAttribute(Arrays.asList(attributes));
    return names;
  }

  /** A constant of floats; without axes a single number. */
  String floats(String name, float[] values, long... shape) {
    ByteBuffer bytes = littleEndian(values.length * (long) Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return constant(name, TensorProto.DataType.FLOAT, bytes, shape);
  }

  /** A constant of floats in half precision. */
  String halves(String name, float[] values, long... shape) {
    ByteBuffer bytes = littleEndian(values.length * (long) Short.BYTES);
    for (int at = 0; at < values.length; at++) {
      bytes.putShort(at * Short.BYTES, Float.floatToFloat16(values[at]));
    }
    return constant(name, TensorProto.DataType.FLOAT16, bytes, shape);
  }

  /** A constant of int64 in one axis. */
  String longs(String name, long... values) {
    ByteBuffer bytes = littleEndian(values.length * (long) Long.BYTES);
    bytes.asLongBuffer().put(values);
    return constant(name, TensorProto.DataType.INT64, bytes, values.length);
  }

  /** The int64 number 0, which as an index takes an axis away. */
  String first() {
    return constant("first", TensorProto.DataType.INT64, littleEndian(Long.BYTES));
  }

  /** A constant of int8. */
  String bytes(String name, byte[] values, long... shape) {
    return constant(name, TensorProto.DataType.INT8, ByteBuffer.wrap(values), shape);
  }

  private String constant(String name, TensorProto.DataType type, ByteBuffer bytes, long... shape) {
    boolean known =
        graph.getInitializerBuilderList().stream().anyMatch(made -> made.getName().equals(name));
    if (!known) {
      ByteString raw = UnsafeByteOperations.unsafeWrap(bytes);
      graph
          .addInitializerBuilder()
          .setName(name)
          .setDataType(type.getNumber())
          .addAllDims(Arrays.stream(shape).boxed().toList())
          .setRawData(raw);
    }
    return name;
  }

  /** The finished model with its metadata. */
  ModelProto model(Map<String, String> metadata) {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(Version.IR_VERSION_2023_5_5_VALUE)
            .setProducerName("hyperlinker")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
            .setGraph(graph);
    metadata.forEach(
        (key, text) ->
            model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(text)));
    return model.build();
  }

  private static ValueInfoProto.Builder value(
      String name, TensorProto.DataType type, TensorShapeProto.Builder shape) {
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)));
  }

  private static ByteBuffer littleEndian(long size) {
    return ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
