package dev.assay.model;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A loop whose condition never changes runs as often as its trip count says; that must be a number
/// a run can end with. Loops that the data ends are told and left to the deadline.
final class LoopRule implements ScanRule {

  private static final long ENDLESS = 1_000_000_000;
  private static final long LONG = 1_000_000;

  @Override
  public void look(ModelFile file, Findings findings) {
    look(file.proto().getGraph(), null, findings);
    file.proto()
        .getFunctionsList()
        .forEach(
            f -> look(GraphProto.newBuilder().addAllNode(f.getNodeList()).build(), null, findings));
  }

  private void look(GraphProto graph, @Nullable Constants outer, Findings findings) {
    Constants constants = Constants.of(graph, outer);
    for (NodeProto node : graph.getNodeList()) {
      constants.follow(node);
      if (Nodes.is(node, Nodes.ONNX, "Loop")) {
        loop(node, constants, findings);
      }
      Nodes.subgraphs(node).forEach(g -> look(g, constants, findings));
    }
  }

  private static void loop(NodeProto node, Constants constants, Findings findings) {
    String tripName = Nodes.input(node, 0);
    String conditionName = Nodes.input(node, 1);
    Long trips = tripName.isEmpty() ? (Long) Long.MAX_VALUE : constants.single(tripName);
    Long condition = conditionName.isEmpty() ? (Long) 1L : constants.single(conditionName);
    boolean never = condition != null && condition == 0;
    boolean unchanging =
        condition != null
            && Nodes.subgraphs(node).stream().allMatch(b -> conditionStays(b, constants));
    if (never) {
      return;
    }
    String named = "In the model, " + Nodes.named(node);
    if (unchanging && trips != null && trips > ENDLESS) {
      findings.refuse(
          "MODEL-ENDLESS-LOOP",
          named
              + " repeats "
              + (trips == Long.MAX_VALUE ? "without end" : trips + " times")
              + ", because nothing in it changes its condition.",
          "Export the model again with a loop that ends.");
    } else if (trips == null || !unchanging || trips > LONG) {
      findings.warn(
          "MODEL-LOOP",
          named
              + (unchanging && trips != null
                  ? " repeats " + trips + " times"
                  : " repeats as often as the data says")
              + "; a run is stopped at its time limit.",
          "Raise the time limit if the model is meant to run long.");
    }
  }

  /// Whether the body hands its condition on as it came, or as a constant that is true.
  private static boolean conditionStays(GraphProto body, Constants outer) {
    if (body.getOutputCount() == 0 || body.getInputCount() < 2) {
      return false;
    }
    Constants constants = Constants.of(body, outer);
    Map<String, NodeProto> makers = new HashMap<>();
    for (NodeProto node : body.getNodeList()) {
      constants.follow(node);
      node.getOutputList().forEach(o -> makers.put(o, node));
    }
    String name = body.getOutput(0).getName();
    for (int steps = 0; steps <= body.getNodeCount(); steps++) {
      Long known = constants.single(name);
      if (known != null) {
        return known != 0;
      }
      if (name.equals(body.getInput(1).getName())) {
        return true;
      }
      NodeProto maker = makers.get(name);
      boolean passes =
          maker != null
              && (Nodes.is(maker, Nodes.ONNX, "Identity") || Nodes.is(maker, Nodes.ONNX, "Cast"));
      if (!passes) {
        return false;
      }
      name = Nodes.input(maker, 0);
    }
    return false;
  }
}
