package dev.assay.model;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A small file must not ask for a large amount of memory. Sizes are followed from what the graph
/// states, as lower bounds with one row of input; what depends on the data is left to the limits of
/// the worker.
final class GrowthRule implements ScanRule {

  /// One value may not be larger than this.
  private static final long MOST_BYTES = 1L << 30;

  /// Inputs that are a list of dimensions or axes, by operator.
  private static final Map<String, Integer> DIMENSION_LISTS =
      Map.ofEntries(
          Map.entry("ConstantOfShape", 0),
          Map.entry("Reshape", 1),
          Map.entry("Expand", 1),
          Map.entry("Tile", 1),
          Map.entry("Pad", 1),
          Map.entry("Squeeze", 1),
          Map.entry("Unsqueeze", 1),
          Map.entry("Slice", 1),
          Map.entry("ReduceSum", 1),
          Map.entry("ReduceMean", 1),
          Map.entry("ReduceMax", 1),
          Map.entry("ReduceMin", 1),
          Map.entry("ReduceProd", 1),
          Map.entry("Resize", 3),
          Map.entry("CenterCropPad", 1));

  @Override
  public void look(ModelFile file, Findings findings) {
    look(file.proto().getGraph(), null, new HashMap<>(), findings);
    file.proto()
        .getFunctionsList()
        .forEach(
            f ->
                look(
                    GraphProto.newBuilder().addAllNode(f.getNodeList()).build(),
                    null,
                    new HashMap<>(),
                    findings));
  }

  private void look(
      GraphProto graph, @Nullable Constants outer, Map<String, Extent> sizes, Findings findings) {
    Constants constants = Constants.of(graph, outer);
    graph.getInputList().forEach(i -> declare(i, sizes));
    graph.getValueInfoList().forEach(i -> declare(i, sizes));
    graph.getInitializerList().forEach(t -> sizes.put(t.getName(), Extent.of(t)));
    for (NodeProto node : graph.getNodeList()) {
      constants.follow(node);
      Nodes.subgraphs(node).forEach(g -> look(g, constants, sizes, findings));
      if (Nodes.domain(node.getDomain()).equals(Nodes.ONNX)) {
        dimensions(node, sizes, findings);
        grow(node, constants, sizes, findings);
      }
    }
  }

  private static void declare(ValueInfoProto value, Map<String, Extent> sizes) {
    ValueInfo info = ValueInfos.of(value);
    if (info.form() == ValueInfo.Form.TENSOR && !info.shape().isEmpty()) {
      int bits = ElementBytes.bits(value.getType().getTensorType().getElemType());
      sizes.put(value.getName(), new Extent(Sizes.elements(info.shape()), Math.max(bits, 8) / 8));
    }
  }

  private static void dimensions(NodeProto node, Map<String, Extent> sizes, Findings findings) {
    Integer place = DIMENSION_LISTS.get(node.getOpType());
    if (place == null) {
      return;
    }
    Extent list = sizes.get(Nodes.input(node, place));
    if (list != null && list.elements() > 2L * SignatureRule.MOST_DIMENSIONS) {
      findings.refuse(
          "MODEL-RANK",
          "In the model, "
              + Nodes.named(node)
              + " takes a list of "
              + list.elements()
              + " dimensions; no tensor has more than "
              + SignatureRule.MOST_DIMENSIONS
              + ", and loading it would use up the memory.",
          "Export the model again; as it is, it cannot be a real model.");
    }
  }

  private static void grow(
      NodeProto node, Constants constants, Map<String, Extent> sizes, Findings findings) {
    if (node.getOutputCount() == 0) {
      return;
    }
    Extent first = sizes.getOrDefault(Nodes.input(node, 0), Extent.ONE);
    Extent grown = grown(node, constants, sizes, first);
    if (grown != null) {
      if (grown.bytes() > MOST_BYTES) {
        findings.refuse(
            "MODEL-MEMORY",
            "In the model, "
                + Nodes.named(node)
                + " makes a value of at least "
                + Sizes.shown(grown.bytes())
                + " whatever the data.",
            "Export the model again; as it is, no machine should run it.");
      }
      sizes.put(node.getOutput(0), grown);
    } else {
      Extent kept = kept(node, sizes, first);
      if (kept != null) {
        sizes.putIfAbsent(node.getOutput(0), kept);
      }
    }
  }

  private static @Nullable Extent grown(
      NodeProto node, Constants constants, Map<String, Extent> sizes, Extent first) {
    long[] second = constants.get(Nodes.input(node, 1));
    return switch (node.getOpType()) {
      case "ConstantOfShape" -> {
        long[] shape = constants.get(Nodes.input(node, 0));
        yield shape == null ? null : new Extent(product(shape), valueWidth(node));
      }
      case "Tile" -> second == null ? first : first.times(product(second));
      case "Expand" -> second == null ? first : first.atLeast(product(second));
      case "Pad" -> second == null ? first : first.atLeast(largestPadding(second));
      case "OneHot" -> {
        Long depth = constants.single(Nodes.input(node, 1));
        yield depth == null ? first : first.times(Math.max(depth, 1));
      }
      case "Range" -> range(node, constants);
      case "Resize" -> {
        long[] target = constants.get(Nodes.input(node, 3));
        yield target == null ? first : first.atLeast(product(target));
      }
      case "RandomNormal", "RandomUniform" -> {
        List<Long> shape = Nodes.numbers(node, "shape");
        yield new Extent(Sizes.elements(shape), Float.BYTES);
      }
      case "HannWindow", "HammingWindow", "BlackmanWindow" -> {
        Long size = constants.single(Nodes.input(node, 0));
        yield size == null ? null : new Extent(Math.max(size, 1), Float.BYTES);
      }
      case "Concat" -> {
        long sum = 0;
        for (String input : node.getInputList()) {
          sum = Sizes.plus(sum, sizes.getOrDefault(input, Extent.ONE).elements());
        }
        yield new Extent(sum, first.width());
      }
      default -> null;
    };
  }

  /// Operators that give as many elements as they take, or as the larger of two.
  private static @Nullable Extent kept(NodeProto node, Map<String, Extent> sizes, Extent first) {
    return switch (node.getOpType()) {
      case "Constant" ->
          Nodes.attribute(node, "value").map(a -> Extent.of(a.getT())).orElse(Extent.ONE);
      case "Identity", "Cast", "Relu", "Neg", "Abs", "Exp", "Sqrt", "Sigmoid", "Tanh", "Not" ->
          first;
      case "Transpose", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Softmax" -> first;
      case "Add", "Sub", "Mul", "Div", "Pow", "Max", "Min", "Sum", "Where", "And", "Or" -> {
        Extent largest = first;
        for (String input : node.getInputList()) {
          largest = largest.atLeast(sizes.getOrDefault(input, Extent.ONE).elements());
        }
        yield largest;
      }
      default -> null;
    };
  }

  private static @Nullable Extent range(NodeProto node, Constants constants) {
    Long start = constants.single(Nodes.input(node, 0));
    Long limit = constants.single(Nodes.input(node, 1));
    Long delta = constants.single(Nodes.input(node, 2));
    if (start == null || limit == null || delta == null || delta == 0) {
      return null;
    }
    double count = Math.ceil((limit.doubleValue() - start) / delta);
    return new Extent(count > 1 ? (long) count : 1, Long.BYTES);
  }

  private static long product(long[] values) {
    long product = 1;
    for (long value : values) {
      product = Sizes.times(product, value < 0 ? 1 : value);
    }
    return product;
  }

  private static long largestPadding(long[] pads) {
    long largest = 1;
    for (int i = 0; i < pads.length / 2; i++) {
      long both = Sizes.plus(Math.max(pads[i], 0), Math.max(pads[i + pads.length / 2], 0));
      largest = Math.max(largest, both);
    }
    return largest;
  }

  private static int valueWidth(NodeProto node) {
    int type = Nodes.attribute(node, "value").map(a -> a.getT().getDataType()).orElse(1);
    return Math.max(ElementBytes.bits(type), 8) / 8;
  }

  /// How large a value is at least.
  ///
  /// @param width bytes of one element
  private record Extent(long elements, int width) {
    static final Extent ONE = new Extent(1, Float.BYTES);

    static Extent of(TensorProto tensor) {
      int bits = ElementBytes.bits(tensor.getDataType());
      return new Extent(Sizes.elements(tensor.getDimsList()), Math.max(bits, 8) / 8);
    }

    long bytes() {
      return Sizes.times(elements, width);
    }

    Extent times(long factor) {
      return new Extent(Sizes.times(elements, factor), width);
    }

    Extent atLeast(long least) {
      return new Extent(Math.max(elements, least), width);
    }
  }
}
