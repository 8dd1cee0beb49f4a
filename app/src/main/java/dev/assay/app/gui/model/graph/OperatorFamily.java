package dev.assay.app.gui.model.graph;

import dev.assay.model.GraphNode;
import java.util.Set;

/// What an operator is for, so that boxes of one kind look alike. The operator's name stands in its
/// box; the colour only helps.
enum OperatorFamily {
  INPUT("input"),
  OUTPUT("output"),
  WEIGHTED("layers with weights"),
  ACTIVATION("activations"),
  NORMALISATION("normalisation and pooling"),
  ARITHMETIC("arithmetic"),
  SHAPE("shape and selection"),
  TABULAR("trees and tabular"),
  QUANTISATION("quantisation"),
  CONTROL("control flow"),
  OTHER("other operators");

  private static final Set<String> WEIGHTS =
      Set.of(
          "MatMul",
          "Gemm",
          "Conv",
          "ConvTranspose",
          "DeformConv",
          "LSTM",
          "GRU",
          "RNN",
          "Einsum",
          "Attention",
          "MultiHeadAttention",
          "GroupQueryAttention",
          "FusedMatMul",
          "FusedGemm",
          "FusedConv",
          "EmbedLayerNormalization",
          "QAttention",
          "RotaryEmbedding");
  private static final Set<String> ACTIVATIONS =
      Set.of(
          "Relu",
          "LeakyRelu",
          "PRelu",
          "Elu",
          "Selu",
          "Celu",
          "Sigmoid",
          "HardSigmoid",
          "Tanh",
          "Softmax",
          "LogSoftmax",
          "Hardmax",
          "Softplus",
          "Softsign",
          "Gelu",
          "FastGelu",
          "BiasGelu",
          "QuickGelu",
          "Erf",
          "Swish",
          "HardSwish",
          "Mish",
          "ThresholdedRelu",
          "Clip",
          "Dropout");
  private static final Set<String> NORMALISATIONS =
      Set.of(
          "BatchNormalization",
          "LayerNormalization",
          "InstanceNormalization",
          "GroupNormalization",
          "SkipLayerNormalization",
          "SimplifiedLayerNormalization",
          "RMSNormalization",
          "LpNormalization",
          "MeanVarianceNormalization",
          "LRN",
          "MaxPool",
          "AveragePool",
          "LpPool",
          "GlobalMaxPool",
          "GlobalAveragePool",
          "GlobalLpPool");
  private static final Set<String> SHAPES =
      Set.of(
          "Reshape",
          "Transpose",
          "Squeeze",
          "Unsqueeze",
          "Flatten",
          "Concat",
          "Split",
          "Slice",
          "Gather",
          "GatherND",
          "GatherElements",
          "Scatter",
          "ScatterND",
          "ScatterElements",
          "Expand",
          "Tile",
          "Pad",
          "Shape",
          "Size",
          "Cast",
          "CastLike",
          "Identity",
          "Range",
          "ConstantOfShape",
          "Constant",
          "Resize",
          "Upsample",
          "DepthToSpace",
          "SpaceToDepth",
          "Where",
          "NonZero",
          "Compress",
          "OneHot",
          "TopK",
          "Unique",
          "ReverseSequence",
          "Trilu",
          "EyeLike");
  private static final Set<String> ARITHMETICS =
      Set.of(
          "Add",
          "Sub",
          "Mul",
          "Div",
          "Pow",
          "Sqrt",
          "Exp",
          "Log",
          "Abs",
          "Neg",
          "Reciprocal",
          "Sum",
          "Mean",
          "Min",
          "Max",
          "Mod",
          "Floor",
          "Ceil",
          "Round",
          "Sign",
          "Sin",
          "Cos",
          "Tan",
          "And",
          "Or",
          "Xor",
          "Not",
          "Equal",
          "Greater",
          "GreaterOrEqual",
          "Less",
          "LessOrEqual",
          "IsNaN",
          "IsInf",
          "ArgMax",
          "ArgMin",
          "CumSum",
          "BitShift",
          "Det");

  private final String words;

  OperatorFamily(String words) {
    this.words = words;
  }

  /// Name of the family, for the legend.
  String words() {
    return words;
  }

  /// The family of a box.
  static OperatorFamily of(GraphNode node) {
    return switch (node.kind()) {
      case INPUT -> INPUT;
      case OUTPUT -> OUTPUT;
      case OPERATOR -> ofOperator(node);
    };
  }

  private static OperatorFamily ofOperator(GraphNode node) {
    String operator = node.operator();
    if (!node.bodies().isEmpty() || Set.of("If", "Loop", "Scan").contains(operator)) {
      return CONTROL;
    }
    if (operator.contains("Quantize")
        || operator.endsWith("Integer")
        || operator.startsWith("QLinear")) {
      return QUANTISATION;
    }
    if (node.domain().equals("ai.onnx.ml")) {
      return TABULAR;
    }
    if (WEIGHTS.contains(operator)) {
      return WEIGHTED;
    }
    if (ACTIVATIONS.contains(operator)) {
      return ACTIVATION;
    }
    if (NORMALISATIONS.contains(operator)) {
      return NORMALISATION;
    }
    if (SHAPES.contains(operator)) {
      return SHAPE;
    }
    return ARITHMETICS.contains(operator) || operator.startsWith("Reduce") ? ARITHMETIC : OTHER;
  }
}
