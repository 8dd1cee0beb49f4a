package dev.assay.model;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.HashSet;
import java.util.Set;

/// An input that is narrowed to float16 before anything scales it overflows beyond 65,504.
final class PrecisionRule implements ScanRule {

  private static final int FLOAT16 = 10;

  @Override
  public void look(ModelFile file, Findings findings) {
    GraphProto graph = file.proto().getGraph();
    Set<String> inputs = new HashSet<>();
    graph.getInputList().forEach(i -> inputs.add(i.getName()));
    for (NodeProto node : graph.getNodeList()) {
      String input = Nodes.input(node, 0);
      boolean narrows =
          Nodes.is(node, Nodes.ONNX, "Cast")
              && inputs.contains(input)
              && Nodes.number(node, "to", 0) == FLOAT16;
      if (narrows) {
        findings.warn(
            "MODEL-FLOAT16-INPUT",
            "The model narrows its input "
                + Nodes.quoted(input)
                + " to float16 as it comes: values beyond 65,504 become infinite, on some devices"
                + " only.",
            "Export the model so that it scales its inputs before it narrows them.");
      }
    }
  }
}
