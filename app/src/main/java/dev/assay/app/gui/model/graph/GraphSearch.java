package dev.assay.app.gui.model.graph;

import dev.assay.model.GraphBody;
import dev.assay.model.GraphNode;
import dev.assay.model.ModelGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds boxes by operator or name.
final class GraphSearch {

  private GraphSearch() {}

  /// A box that was found.
  ///
  /// @param body index of its graph
  /// @param box index within it
  record Hit(int body, int box) {}

  /// Boxes whose operator or name holds the text, whatever its case; in the order of the file, the
  /// main graph first. Nothing for a blank text.
  static List<Hit> find(ModelGraph graph, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    List<Hit> hits = new ArrayList<>();
    if (wanted.isEmpty()) {
      return hits;
    }
    for (int b = 0; b < graph.bodies().size(); b++) {
      GraphBody body = graph.bodies().get(b);
      for (int n = 0; n < body.nodes().size(); n++) {
        GraphNode node = body.nodes().get(n);
        if (holds(node.operator(), wanted) || holds(node.name(), wanted)) {
          hits.add(new Hit(b, n));
        }
      }
    }
    return hits;
  }

  private static boolean holds(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
