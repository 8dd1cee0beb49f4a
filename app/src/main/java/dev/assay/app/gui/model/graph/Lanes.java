package dev.assay.app.gui.model.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Vertices of a layered drawing, boxes first, then the bends of long edges, and the lines between
/// neighbouring layers. All long edges of a box share one lane, from which they branch off.
final class Lanes {

  /// Bends beyond this would take longer to place than anybody wants to wait.
  private static final int MOST_BENDS = 60_000;

  private final Boxes boxes;
  private final Layering layering;
  private final List<int[]> lines = new ArrayList<>();
  private final List<Integer> bendLayers = new ArrayList<>();
  private final List<Integer> bendOwners = new ArrayList<>();
  private final List<Integer> direct = new ArrayList<>();

  private Lanes(Boxes boxes, Layering layering) {
    this.boxes = boxes;
    this.layering = layering;
  }

  static Lanes of(Boxes boxes, Layering layering) {
    Lanes lanes = new Lanes(boxes, layering);
    Neighbours out = new Neighbours(boxes.count(), boxes.edges(), boxes::from);
    List<Integer> byLength =
        IntStream.range(0, boxes.count())
            .boxed()
            .sorted(Comparator.comparingInt(v -> lanes.longest(v, out)))
            .toList();
    for (int box : byLength) {
      lanes.edgesOf(box, out);
    }
    return lanes;
  }

  private int longest(int box, Neighbours out) {
    int longest = 0;
    for (int i = 0; i < out.count(box); i++) {
      int edge = out.item(box, i);
      if (!layering.against(edge)) {
        longest = Math.max(longest, layering.layer(boxes.to(edge)) - layering.layer(box) - 1);
      }
    }
    return longest;
  }

  private void edgesOf(int box, Neighbours out) {
    int longest = longest(box, out);
    boolean lane = bendLayers.size() + longest <= MOST_BENDS;
    int first = boxes.count() + bendLayers.size();
    if (lane) {
      for (int i = 0; i < longest; i++) {
        bendLayers.add(layering.layer(box) + 1 + i);
        bendOwners.add(box);
        lines.add(new int[] {i == 0 ? box : first + i - 1, first + i});
      }
    }
    for (int i = 0; i < out.count(box); i++) {
      int edge = out.item(box, i);
      int span = layering.layer(boxes.to(edge)) - layering.layer(box);
      if (layering.against(edge) || (span > 1 && !lane)) {
        direct.add(edge);
      } else {
        lines.add(new int[] {span == 1 ? box : first + span - 2, boxes.to(edge)});
      }
    }
  }

  int vertices() {
    return boxes.count() + bendLayers.size();
  }

  boolean isBend(int vertex) {
    return vertex >= boxes.count();
  }

  int layer(int vertex) {
    return isBend(vertex) ? bendLayers.get(vertex - boxes.count()) : layering.layer(vertex);
  }

  int layers() {
    return layering.layers();
  }

  /// The box whose value runs through this vertex.
  int owner(int vertex) {
    return isBend(vertex) ? bendOwners.get(vertex - boxes.count()) : vertex;
  }

  double width(int vertex) {
    return isBend(vertex) ? 0 : boxes.width(vertex);
  }

  int lines() {
    return lines.size();
  }

  int from(int line) {
    return lines.get(line)[0];
  }

  int to(int line) {
    return lines.get(line)[1];
  }

  /// Edges that are drawn straight from box to box: against the flow, or too long.
  List<Integer> direct() {
    return direct;
  }
}
