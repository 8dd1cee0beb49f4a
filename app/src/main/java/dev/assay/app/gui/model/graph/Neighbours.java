package dev.assay.app.gui.model.graph;

import java.util.function.IntUnaryOperator;

/// For each vertex the items that belong to it, in the order they were numbered.
final class Neighbours {

  private final int[] start;
  private final int[] items;

  /// @param vertices how many vertices there are
  /// @param count how many items there are
  /// @param owner the vertex that an item belongs to, −1 for none
  Neighbours(int vertices, int count, IntUnaryOperator owner) {
    start = new int[vertices + 1];
    for (int i = 0; i < count; i++) {
      int v = owner.applyAsInt(i);
      if (v >= 0) {
        start[v + 1]++;
      }
    }
    for (int v = 0; v < vertices; v++) {
      start[v + 1] += start[v];
    }
    items = new int[start[vertices]];
    int[] next = start.clone();
    for (int i = 0; i < count; i++) {
      int v = owner.applyAsInt(i);
      if (v >= 0) {
        items[next[v]++] = i;
      }
    }
  }

  int count(int vertex) {
    return start[vertex + 1] - start[vertex];
  }

  int item(int vertex, int place) {
    return items[start[vertex] + place];
  }
}
