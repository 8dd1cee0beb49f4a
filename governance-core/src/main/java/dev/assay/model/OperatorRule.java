package dev.assay.model;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import dev.assay.common.Visible;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every operator must be one that the runtime has, or a function the model brings along as a
/// graph. Custom operators would need a native library, which Assay never loads.
final class OperatorRule implements ScanRule {

  private final OperatorCatalogue catalogue;

  OperatorRule(OperatorCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void look(ModelFile file, Findings findings) {
    Set<String> own = new HashSet<>();
    for (FunctionProto function : file.proto().getFunctionsList()) {
      own.add(Nodes.domain(function.getDomain()) + ":" + function.getName());
    }
    Set<String> contrib = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>();
    Map<String, Long> sets = opsets(file.proto().getOpsetImportList());
    Graphs.forEachNode(
        file.proto(),
        node -> {
          if (Nodes.domain(node.getDomain()).equals(Nodes.CONTRIB)) {
            contrib.add(node.getOpType());
          }
          if (!own.contains(Nodes.key(node)) && seen.add(Nodes.key(node))) {
            look(node, sets, findings);
          }
        });
    if (!contrib.isEmpty()) {
      findings.warn(
          "MODEL-CONTRIB-OPERATORS",
          "The model uses operators outside the ONNX standard that only ONNX Runtime has: "
              + Visible.of(String.join(", ", contrib), 200)
              + ".",
          "Other runtimes may not run it; compare results if it is deployed elsewhere.");
    }
  }

  private static Map<String, Long> opsets(List<OperatorSetIdProto> imports) {
    Map<String, Long> sets = new HashMap<>();
    imports.forEach(s -> sets.put(Nodes.domain(s.getDomain()), s.getVersion()));
    return sets;
  }

  private void look(NodeProto node, Map<String, Long> sets, Findings findings) {
    String domain = Nodes.domain(node.getDomain());
    String operator =
        "operator " + Visible.of(node.getOpType(), 60) + " of domain " + Visible.of(domain, 60);
    if (catalogue.newestOpset(domain) == null) {
      findings.refuse(
          "MODEL-OPERATOR",
          "The model uses "
              + operator
              + ", a custom operator: it would need a native library, which Assay never loads.",
          "Export the model with standard ONNX operators only.");
      return;
    }
    Long opset = sets.get(domain);
    if (opset == null) {
      findings.refuse(
          "MODEL-OPSET",
          "The model uses " + operator + ", but does not say which opset of that domain.",
          "Export it again with a current tool.");
      return;
    }
    switch (catalogue.standing(Nodes.key(node), opset)) {
      case KNOWN -> {}
      case UNKNOWN ->
          findings.refuse(
              "MODEL-OPERATOR",
              "The model uses "
                  + operator
                  + ", which "
                  + OperatorCatalogue.RUNTIME
                  + " does not know.",
              "Export the model with standard ONNX operators only.");
      case NOT_YET ->
          findings.refuse(
              "MODEL-OPERATOR",
              "The model uses "
                  + operator
                  + ", which exists from opset "
                  + catalogue.since(Nodes.key(node))
                  + " on, and says it is of opset "
                  + opset
                  + ".",
              "Export the model again for a newer opset.");
      case WITHDRAWN ->
          findings.refuse(
              "MODEL-OPERATOR",
              "The model uses " + operator + ", which was withdrawn by opset " + opset + ".",
              "Export the model again; the tool should use the operator that replaced it.");
    }
  }
}
