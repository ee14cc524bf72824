package org.hyperlinker.training.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HalfArithmeticTest {

  private static GraphProto product(float... values) {
    GraphWriter graph = new GraphWriter("a product");
    new HalfArithmetic(graph).multiply("input", new Matrix("matrix", 1, values.length, values));
    return graph.model(Map.of()).getGraph();
  }

  @Test
  void aMatrixLiesInHalfPrecisionAndIsMultipliedInSingle() {
    GraphProto graph = product(0.5f, -1f / 3);
    TensorProto stored = graph.getInitializer(0);
    assertThat(stored.getDataType()).isEqualTo(TensorProto.DataType.FLOAT16.getNumber());
    ShortBuffer halves =
        stored.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    assertThat(Float.float16ToFloat(halves.get(0))).isEqualTo(0.5f);
    assertThat(Float.float16ToFloat(halves.get(1)))
        .isEqualTo(Float.float16ToFloat(Float.floatToFloat16(-1f / 3)));
    assertThat(graph.getNodeList())
        .extracting(NodeProto::getOpType)
        .isEqualTo(List.of("Cast", "MatMul"));
  }

  @Test
  void aMatrixBeyondHalfPrecisionStaysAsItIs() {
    GraphProto graph = product(70_000);
    assertThat(graph.getInitializer(0).getDataType())
        .isEqualTo(TensorProto.DataType.FLOAT.getNumber());
    assertThat(graph.getNodeList()).extracting(NodeProto::getOpType).isEqualTo(List.of("MatMul"));
  }
}
