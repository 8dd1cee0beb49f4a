package dev.assay.app.gui.model.graph;

import java.util.ArrayList;
import java.util.List;

/// Boxes to be laid out and the edges between them.
final class Boxes {

  private final List<double[]> sizes = new ArrayList<>();
  private final List<int[]> edges = new ArrayList<>();

  /// Adds a box.
  ///
  /// @return its number, from 0
  int add(double width, double height) {
    sizes.add(new double[] {width, height});
    return sizes.size() - 1;
  }

  /// Adds an edge between two boxes; one from a box to itself is left out.
  void connect(int from, int to) {
    if (from != to) {
      edges.add(new int[] {from, to});
    }
  }

  int count() {
    return sizes.size();
  }

  double width(int box) {
    return sizes.get(box)[0];
  }

  double height(int box) {
    return sizes.get(box)[1];
  }

  int edges() {
    return edges.size();
  }

  int from(int edge) {
    return edges.get(edge)[0];
  }

  int to(int edge) {
    return edges.get(edge)[1];
  }
}
