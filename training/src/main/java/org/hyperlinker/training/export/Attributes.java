package org.hyperlinker.training.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Arrays;

/** Attributes of ONNX operations. */
final class Attributes {

  private Attributes() {}

  static AttributeProto axis(long axis) {
    return whole("axis", axis);
  }

  static AttributeProto whole(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto number(String name, double value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF((float) value)
        .build();
  }

  /** Which input axis each output axis is. */
  static AttributeProto permutation(long... axes) {
    return AttributeProto.newBuilder()
        .setName("perm")
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(Arrays.stream(axes).boxed().toList())
        .build();
  }

  /** What a Cast gives. */
  static AttributeProto toFloat() {
    return whole("to", TensorProto.DataType.FLOAT.getNumber());
  }
}
