package dev.assay.model;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Graphs on which this release of the runtime ends the process instead of giving an error. Each
/// was tried; a new release is tried again.
///
/// - a fused embedding whose gamma or beta has not exactly one dimension (microsoft/onnxruntime
///   issue 32610: reads out of bounds while loading)
/// - `ConvTranspose` with a group of zero (division by zero while loading)
/// - `Div` and `Mod` of the smallest integer by −1 (arithmetic fault while folding constants)
/// - `Normalizer` of a scalar (aborts)
final class CrashRule implements ScanRule {

  private static final Set<String> EMBEDDINGS =
      Set.of("EmbedLayerNormalization", "QEmbedLayerNormalization");
  private static final int GAMMA = 5;
  private static final int BETA = 6;

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
      GraphProto graph, @Nullable Constants outer, Map<String, Integer> ranks, Findings findings) {
    Constants constants = Constants.of(graph, outer);
    graph.getInputList().forEach(i -> declare(i, ranks));
    graph.getValueInfoList().forEach(i -> declare(i, ranks));
    graph.getInitializerList().forEach(t -> ranks.put(t.getName(), t.getDimsCount()));
    for (NodeProto node : graph.getNodeList()) {
      constants.follow(node);
      if (Nodes.is(node, Nodes.ONNX, "Identity") && node.getOutputCount() > 0) {
        Integer rank = ranks.get(Nodes.input(node, 0));
        if (rank != null) {
          ranks.put(node.getOutput(0), rank);
        }
      }
      look(node, constants, ranks, findings);
      Nodes.subgraphs(node).forEach(g -> look(g, constants, ranks, findings));
    }
  }

  private static void declare(ValueInfoProto value, Map<String, Integer> ranks) {
    TypeProto.Tensor tensor = value.getType().getTensorType();
    if (value.getType().hasTensorType() && tensor.hasShape()) {
      ranks.put(value.getName(), tensor.getShape().getDimCount());
    }
  }

  private static void look(
      NodeProto node, Constants constants, Map<String, Integer> ranks, Findings findings) {
    String domain = Nodes.domain(node.getDomain());
    switch (node.getOpType()) {
      case "ConvTranspose" -> {
        if (domain.equals(Nodes.ONNX) && Nodes.number(node, "group", 1) <= 0) {
          crash(node, "has group " + Nodes.number(node, "group", 1), findings);
        }
      }
      case "Div", "Mod" -> {
        boolean faults =
            domain.equals(Nodes.ONNX)
                && smallest(constants.get(Nodes.input(node, 0)))
                && minusOne(constants.get(Nodes.input(node, 1)));
        if (faults) {
          crash(node, "divides the smallest whole number by -1", findings);
        }
      }
      case "Normalizer" -> {
        Integer rank = ranks.get(Nodes.input(node, 0));
        if (domain.equals(Nodes.ML) && rank != null && rank == 0) {
          crash(node, "reads a scalar", findings);
        }
      }
      default -> {
        if (EMBEDDINGS.contains(node.getOpType()) && domain.equals(Nodes.CONTRIB)) {
          embedding(node, "gamma", ranks.get(Nodes.input(node, GAMMA)), findings);
          embedding(node, "beta", ranks.get(Nodes.input(node, BETA)), findings);
        }
      }
    }
  }

  private static void embedding(
      NodeProto node, String input, @Nullable Integer rank, Findings findings) {
    if (rank == null || rank != 1) {
      String shape = rank == null ? "of unknown shape" : "with " + rank + " dimensions";
      crash(node, "has a " + input + " " + shape + " instead of one dimension", findings);
    }
  }

  private static boolean smallest(long @Nullable [] values) {
    return contains(values, Long.MIN_VALUE) || contains(values, Integer.MIN_VALUE);
  }

  private static boolean minusOne(long @Nullable [] values) {
    return contains(values, -1);
  }

  private static boolean contains(long @Nullable [] values, long wanted) {
    if (values != null) {
      for (long value : values) {
        if (value == wanted) {
          return true;
        }
      }
    }
    return false;
  }

  private static void crash(NodeProto node, String why, Findings findings) {
    findings.refuse(
        "MODEL-CRASHES-RUNTIME",
        "In the model, "
            + Nodes.named(node)
            + " "
            + why
            + "; "
            + OperatorCatalogue.RUNTIME
            + " ends with a crash on that.",
        "Export the model again; as it is, it cannot be run safely.");
  }
}
