package dev.assay.model;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/// Whole numbers and truth values that a graph computes whatever its input: shapes, repeats, trip
/// counts. Only small ones are followed.
final class Constants {

  private static final int MOST_VALUES = 1024;

  private final Map<String, long[]> values = new HashMap<>();
  private final @Nullable Constants outer;

  private Constants(@Nullable Constants outer) {
    this.outer = outer;
  }

  static Constants of(GraphProto graph, @Nullable Constants outer) {
    Constants constants = new Constants(outer);
    for (TensorProto tensor : graph.getInitializerList()) {
      constants.put(tensor.getName(), read(tensor));
    }
    return constants;
  }

  /// The values of this name, null when they depend on the input or are not followed.
  long @Nullable [] get(String name) {
    long[] own = values.get(name);
    return own != null || outer == null ? own : outer.get(name);
  }

  /// The value of a single-element constant.
  @Nullable Long single(String name) {
    long[] found = get(name);
    return found != null && found.length == 1 ? (Long) found[0] : null;
  }

  /// Follows one node.
  void follow(NodeProto node) {
    if (!Nodes.domain(node.getDomain()).equals(Nodes.ONNX) || node.getOutputCount() == 0) {
      return;
    }
    put(node.getOutput(0), result(node));
  }

  private void put(String name, long @Nullable [] value) {
    if (value != null && !name.isEmpty()) {
      values.put(name, value);
    }
  }

  private long @Nullable [] result(NodeProto node) {
    return switch (node.getOpType()) {
      case "Constant" -> constant(node);
      case "Identity", "Cast", "Squeeze", "Unsqueeze", "Reshape", "Flatten", "Transpose" ->
          get(Nodes.input(node, 0));
      case "Concat" -> concat(node);
      case "Add" -> both(node, Sizes::plus);
      case "Mul" -> both(node, Sizes::times);
      case "Not" -> not(get(Nodes.input(node, 0)));
      default -> null;
    };
  }

  private static long @Nullable [] constant(NodeProto node) {
    var tensor = Nodes.attribute(node, "value");
    if (tensor.isPresent()) {
      return read(tensor.get().getT());
    }
    if (Nodes.attribute(node, "value_int").isPresent()) {
      return new long[] {Nodes.number(node, "value_int", 0)};
    }
    List<Long> ints = Nodes.numbers(node, "value_ints");
    return ints.isEmpty() ? null : ints.stream().mapToLong(Long::longValue).toArray();
  }

  private static long @Nullable [] not(long @Nullable [] value) {
    return value != null && value.length == 1 ? new long[] {value[0] == 0 ? 1 : 0} : null;
  }

  private long @Nullable [] concat(NodeProto node) {
    List<Long> joined = new ArrayList<>();
    for (String input : node.getInputList()) {
      long[] part = get(input);
      if (part == null || joined.size() + part.length > MOST_VALUES) {
        return null;
      }
      for (long value : part) {
        joined.add(value);
      }
    }
    return joined.stream().mapToLong(Long::longValue).toArray();
  }

  private long @Nullable [] both(NodeProto node, LongBinaryOperator operation) {
    long[] a = get(Nodes.input(node, 0));
    long[] b = get(Nodes.input(node, 1));
    if (a == null || b == null || (a.length != b.length && a.length != 1 && b.length != 1)) {
      return null;
    }
    int length = Math.max(a.length, b.length);
    long[] result = new long[length];
    for (int i = 0; i < length; i++) {
      long left = a[a.length == 1 ? 0 : i];
      long right = b[b.length == 1 ? 0 : i];
      // decision: sizes are what matters here; arithmetic below zero is not followed
      if (left < 0 || right < 0) {
        return null;
      }
      result[i] = operation.applyAsLong(left, right);
    }
    return result;
  }

  /// The whole numbers of a small tensor of INT64, INT32 or BOOL.
  static long @Nullable [] read(TensorProto tensor) {
    long elements = Sizes.elements(tensor.getDimsList());
    int type = tensor.getDataType();
    if (elements > MOST_VALUES || (type != 6 && type != 7 && type != 9)) {
      return null;
    }
    if (tensor.getRawData().size() > 0) {
      ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      return raw.remaining() == ElementBytes.bytes(type, elements) ? raw(raw, type) : null;
    }
    long[] values =
        type == 7
            ? tensor.getInt64DataList().stream().mapToLong(Long::longValue).toArray()
            : tensor.getInt32DataList().stream().mapToLong(Integer::longValue).toArray();
    return values.length == elements ? values : null;
  }

  private static long[] raw(ByteBuffer raw, int type) {
    if (type == 7) {
      LongBuffer longs = raw.asLongBuffer();
      long[] values = new long[longs.remaining()];
      longs.get(values);
      return values;
    }
    int width = type == 6 ? Integer.BYTES : 1;
    long[] values = new long[raw.remaining() / width];
    for (int i = 0; i < values.length; i++) {
      values[i] = type == 6 ? raw.getInt() : raw.get();
    }
    return values;
  }
}
