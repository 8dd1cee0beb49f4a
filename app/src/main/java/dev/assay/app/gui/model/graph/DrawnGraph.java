package dev.assay.app.gui.model.graph;

import dev.assay.model.GraphBody;
import dev.assay.model.GraphNode;
import dev.assay.model.ModelGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The graph of a model, every body laid out. Made off the toolkit's thread.
///
/// @param graph as it was read
/// @param bodies each body laid out, in the order of the graph's
record DrawnGraph(ModelGraph graph, List<DrawnBody> bodies) {

  static DrawnGraph of(ModelGraph graph) {
    return new DrawnGraph(
        graph, graph.bodies().stream().map(body -> DrawnBody.of(graph, body)).toList());
  }

  /// "412 operators, 96 constants and weights as notes, 3 inputs, 1 output".
  String words() {
    GraphBody main = graph.bodies().getFirst();
    StringBuilder words = new StringBuilder(counted(graph.operators(), "operator"));
    words.append(", ").append(counted(count(main, GraphNode.Kind.INPUT), "input"));
    words.append(", ").append(counted(count(main, GraphNode.Kind.OUTPUT), "output"));
    if (graph.constants() > 0) {
      words
          .append(", ")
          .append(String.format(Locale.ROOT, "%,d", graph.constants()))
          .append(graph.constants() == 1 ? " constant as a note" : " constants as notes");
    }
    if (graph.bodies().size() > 1) {
      words.append(", ").append(counted(graph.bodies().size() - 1L, "inner graph"));
    }
    return words.toString();
  }

  /// The bodies that hold this one, from the main graph to itself.
  List<Integer> path(int body) {
    List<Integer> path = new ArrayList<>();
    for (int at = body; at >= 0; at = graph.bodies().get(at).parentBody()) {
      path.addFirst(at);
    }
    return path;
  }

  private static long count(GraphBody body, GraphNode.Kind kind) {
    return body.nodes().stream().filter(n -> n.kind() == kind).count();
  }

  private static String counted(long count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }
}
