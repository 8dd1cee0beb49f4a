package dev.assay.model;

import java.util.List;

/// The graph of a model as it is drawn: operators as boxes, values as edges, weights as short notes
/// beside the operator that uses them. Texts come from the file; show them through `Visible`.
///
/// @param bodies the main graph first, then bodies of control flow and functions of the model; a
///   body comes after the one that holds its node
public record ModelGraph(List<GraphBody> bodies) {

  /// Most operators of a graph that is drawn, bodies of control flow included.
  public static final int MOST_NODES = 5_000;

  /// Most boxes: operators with the inputs and outputs of every body.
  public static final int MOST_BOXES = 7_000;

  /// Most edges.
  public static final int MOST_EDGES = 40_000;

  /// @throws IllegalArgumentException when it does not fit together or is larger than is drawn
  public ModelGraph {
    bodies = List.copyOf(bodies);
    long boxes = bodies.stream().mapToLong(b -> b.nodes().size()).sum();
    long edges = bodies.stream().mapToLong(b -> b.edges().size()).sum();
    if (bodies.isEmpty() || boxes > MOST_BOXES || edges > MOST_EDGES) {
      throw new IllegalArgumentException(
          bodies.size() + " bodies with " + boxes + " boxes and " + edges + " edges");
    }
    for (int i = 0; i < bodies.size(); i++) {
      check(bodies, i);
    }
  }

  private static void check(List<GraphBody> bodies, int index) {
    GraphBody body = bodies.get(index);
    boolean top = body.parentBody() == GraphBody.NONE && body.parentNode() == GraphBody.NONE;
    boolean held =
        body.parentBody() >= 0
            && body.parentBody() < index
            && body.parentNode() >= 0
            && body.parentNode() < bodies.get(body.parentBody()).nodes().size();
    if (!top && !held) {
      throw new IllegalArgumentException("body " + index + " hangs from no node");
    }
    for (GraphNode node : body.nodes()) {
      for (int inner : node.bodies()) {
        if (inner <= index || inner >= bodies.size()) {
          throw new IllegalArgumentException("a node of body " + index + " holds no body " + inner);
        }
      }
    }
  }

  /// Operators drawn, bodies of control flow included.
  public int operators() {
    return bodies.stream().mapToInt(GraphBody::operators).sum();
  }

  /// Constants and weights, shown as notes.
  public int constants() {
    return bodies.stream().mapToInt(GraphBody::constants).sum();
  }
}
