package dev.assay.model;

import java.util.List;

/// One graph within a model: the main one, a branch of an If, the body of a Loop or Scan, or a
/// function of the model.
///
/// @param title what it is: "main graph", "then_branch of If"
/// @param parentBody index of the body that holds its node, [#NONE] for the main graph and
///   functions
/// @param parentNode index of that node within its body, [#NONE] likewise
/// @param nodes boxes: inputs, operators, outputs
/// @param edges from the box that makes a value to one that uses it, by index into `nodes`
/// @param constants constants and weights of this graph, which stand as notes with their users
public record GraphBody(
    String title,
    int parentBody,
    int parentNode,
    List<GraphNode> nodes,
    List<GraphEdge> edges,
    int constants) {

  /// No parent.
  public static final int NONE = -1;

  /// @throws IllegalArgumentException when an edge begins or ends nowhere
  public GraphBody {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    for (GraphEdge edge : edges) {
      if (edge.from() < 0
          || edge.to() < 0
          || edge.from() >= nodes.size()
          || edge.to() >= nodes.size()) {
        throw new IllegalArgumentException("an edge leads nowhere");
      }
    }
  }

  /// Operators among the boxes.
  public int operators() {
    return (int) nodes.stream().filter(n -> n.kind() == GraphNode.Kind.OPERATOR).count();
  }
}
