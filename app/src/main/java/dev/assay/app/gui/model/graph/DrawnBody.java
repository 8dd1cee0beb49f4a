package dev.assay.app.gui.model.graph;

import dev.assay.model.GraphBody;
import dev.assay.model.GraphEdge;
import dev.assay.model.GraphNode;
import dev.assay.model.ModelGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One graph of a model, laid out.
///
/// @param body what is drawn
/// @param texts what stands in each box
/// @param layout where each box stands
/// @param types type of the value that runs from one box to another, where the file says it
record DrawnBody(GraphBody body, List<BoxText> texts, GraphLayout layout, Map<Long, String> types) {

  static DrawnBody of(ModelGraph graph, GraphBody body) {
    Boxes boxes = new Boxes();
    List<BoxText> texts = body.nodes().stream().map(n -> BoxText.of(graph, n)).toList();
    texts.forEach(text -> boxes.add(text.width(), text.height()));
    Map<Long, String> types = new HashMap<>();
    Map<Long, Boolean> connected = new HashMap<>();
    for (GraphEdge edge : body.edges()) {
      long key = key(edge.from(), edge.to());
      if (connected.put(key, true) == null) {
        boxes.connect(edge.from(), edge.to());
      }
      if (!edge.type().isEmpty()) {
        types.putIfAbsent(key, edge.type());
      }
    }
    return new DrawnBody(body, texts, GraphLayout.of(boxes), types);
  }

  GraphNode node(int box) {
    return body.nodes().get(box);
  }

  /// Type of what runs between two boxes, empty where the file does not say.
  String type(int from, int to) {
    return types.getOrDefault(key(from, to), "");
  }

  private static long key(int from, int to) {
    return (long) from << 32 | to;
  }
}
