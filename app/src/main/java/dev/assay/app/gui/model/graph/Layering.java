package dev.assay.app.gui.model.graph;

import java.util.Arrays;

/// Which layer each box stands in: every edge leads to a higher layer, but for those against the
/// flow, which close a cycle. Longest paths from the sources, then boxes move down towards their
/// users where that shortens more edges than it lengthens.
final class Layering {

  private static final byte NEW = 0;
  private static final byte OPEN = 1;
  private static final byte DONE = 2;

  private final Boxes boxes;
  private final Neighbours out;
  private final Neighbours in;
  private final boolean[] against;
  private final int[] layer;
  private int layers;

  private Layering(Boxes boxes) {
    this.boxes = boxes;
    out = new Neighbours(boxes.count(), boxes.edges(), boxes::from);
    in = new Neighbours(boxes.count(), boxes.edges(), boxes::to);
    against = new boolean[boxes.edges()];
    layer = new int[boxes.count()];
  }

  static Layering of(Boxes boxes) {
    Layering layering = new Layering(boxes);
    layering.breakCycles();
    int[] order = layering.topological();
    layering.longestPaths(order);
    layering.tighten(order);
    layering.layers = Arrays.stream(layering.layer).max().orElse(-1) + 1;
    return layering;
  }

  int layers() {
    return layers;
  }

  int layer(int box) {
    return layer[box];
  }

  /// Whether the edge runs against the flow.
  boolean against(int edge) {
    return against[edge];
  }

  private void breakCycles() {
    byte[] state = new byte[boxes.count()];
    int[] stack = new int[boxes.count()];
    int[] next = new int[boxes.count()];
    for (int pass = 0; pass < 2; pass++) {
      for (int root = 0; root < boxes.count(); root++) {
        boolean source = in.count(root) == 0;
        if (state[root] == NEW && (pass == 1 || source)) {
          descend(root, state, stack, next);
        }
      }
    }
  }

  private void descend(int root, byte[] state, int[] stack, int[] next) {
    int depth = 0;
    stack[depth++] = root;
    state[root] = OPEN;
    while (depth > 0) {
      int v = stack[depth - 1];
      if (next[v] == out.count(v)) {
        state[v] = DONE;
        depth--;
        continue;
      }
      int edge = out.item(v, next[v]++);
      int w = boxes.to(edge);
      if (state[w] == OPEN) {
        against[edge] = true;
      } else if (state[w] == NEW) {
        state[w] = OPEN;
        stack[depth++] = w;
      }
    }
  }

  private int[] topological() {
    int[] waiting = new int[boxes.count()];
    for (int e = 0; e < boxes.edges(); e++) {
      waiting[boxes.to(e)] += against[e] ? 0 : 1;
    }
    int[] order = new int[boxes.count()];
    int end = 0;
    for (int v = 0; v < boxes.count(); v++) {
      if (waiting[v] == 0) {
        order[end++] = v;
      }
    }
    for (int at = 0; at < end; at++) {
      int v = order[at];
      for (int i = 0; i < out.count(v); i++) {
        int edge = out.item(v, i);
        if (!against[edge] && --waiting[boxes.to(edge)] == 0) {
          order[end++] = boxes.to(edge);
        }
      }
    }
    return order;
  }

  private void longestPaths(int[] order) {
    for (int v : order) {
      for (int i = 0; i < out.count(v); i++) {
        int edge = out.item(v, i);
        if (!against[edge]) {
          int w = boxes.to(edge);
          layer[w] = Math.max(layer[w], layer[v] + 1);
        }
      }
    }
  }

  private void tighten(int[] order) {
    for (int at = order.length - 1; at >= 0; at--) {
      int v = order[at];
      int lowest = Integer.MAX_VALUE;
      int users = 0;
      for (int i = 0; i < out.count(v); i++) {
        int edge = out.item(v, i);
        if (!against[edge]) {
          lowest = Math.min(lowest, layer[boxes.to(edge)] - 1);
          users++;
        }
      }
      if (users > 0 && users >= in.count(v)) {
        layer[v] = Math.max(layer[v], lowest);
      }
    }
  }
}
