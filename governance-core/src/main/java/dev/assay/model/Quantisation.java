package dev.assay.model;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// In which precision a model keeps and computes, in words.
final class Quantisation {

  private static final Set<String> DYNAMIC =
      Set.of(
          "DynamicQuantizeLinear",
          "DynamicQuantizeMatMul",
          "DynamicQuantizeLSTM",
          "MatMulInteger",
          "ConvInteger",
          "MatMulIntegerToFloat",
          "QAttention");

  private Quantisation() {}

  /// "none", "float16", "bfloat16", "int8 dynamic", "int8 static (QDQ)", "int8 static (QOperator)",
  /// "int8 weights only", "4-bit weights".
  ///
  /// @param operators how often each operator occurs
  static String of(ModelProto model, Map<String, Integer> operators) {
    Set<String> names =
        operators.keySet().stream()
            .map(k -> k.substring(k.lastIndexOf(':') + 1))
            .collect(java.util.stream.Collectors.toSet());
    if (names.stream().anyMatch(n -> n.startsWith("MatMulNBits") || n.equals("MatMulBnb4"))) {
      return "4-bit weights";
    }
    if (names.stream().anyMatch(DYNAMIC::contains)) {
      return "int8 dynamic";
    }
    if (names.stream().anyMatch(n -> n.startsWith("QLinear") || n.equals("QGemm"))) {
      return "int8 static (QOperator)";
    }
    if (names.contains("DequantizeLinear")) {
      return names.contains("QuantizeLinear") ? "int8 static (QDQ)" : "int8 weights only";
    }
    return byWeights(model);
  }

  private static String byWeights(ModelProto model) {
    AtomicLong half = new AtomicLong();
    AtomicLong brain = new AtomicLong();
    AtomicLong full = new AtomicLong();
    Graphs.forEachTensor(
        model,
        tensor -> {
          long elements = Sizes.elements(tensor.getDimsList());
          switch (tensor.getDataType()) {
            case 10 -> half.addAndGet(elements);
            case 16 -> brain.addAndGet(elements);
            case 1, 11 -> full.addAndGet(elements);
            default -> {}
          }
        });
    if (half.get() > full.get() && half.get() >= brain.get()) {
      return "float16";
    }
    return brain.get() > full.get() ? "bfloat16" : "none";
  }
}
