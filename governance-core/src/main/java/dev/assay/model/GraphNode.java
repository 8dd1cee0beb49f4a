package dev.assay.model;

import java.util.List;

/// A box of a drawn graph.
///
/// @param kind operator, or an input or output of the graph
/// @param position place of the operator in the file's list, of the input or output among its like
/// @param domain operator domain, "ai.onnx" for the default one; empty for inputs and outputs
/// @param operator operator type: "MatMul"; empty for inputs and outputs
/// @param name name of the operator, may be empty; of an input or output its value's
/// @param attributes attributes in short words
/// @param inputs values that it uses, left out ones with an empty name
/// @param outputs values that it makes
/// @param moreValues inputs and outputs beyond those listed
/// @param bodies indices of the graphs that it holds
public record GraphNode(
    Kind kind,
    int position,
    String domain,
    String operator,
    String name,
    List<GraphAttribute> attributes,
    List<GraphValue> inputs,
    List<GraphValue> outputs,
    int moreValues,
    List<Integer> bodies) {

  /// What a box stands for.
  public enum Kind {
    OPERATOR,
    INPUT,
    OUTPUT
  }
}
