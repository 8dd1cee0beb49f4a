package dev.assay.app.gui.model.graph;

import java.util.Random;

/// Graphs of any size and of the shapes that models have.
final class SyntheticGraphs {

  private SyntheticGraphs() {}

  static Boxes chain(int boxes) {
    Boxes chain = new Boxes();
    for (int i = 0; i < boxes; i++) {
      box(chain, i);
      if (i > 0) {
        chain.connect(i - 1, i);
      }
    }
    return chain;
  }

  static Boxes wide(int boxes) {
    Boxes wide = new Boxes();
    for (int i = 0; i < boxes; i++) {
      box(wide, i);
      if (i > 0 && i < boxes - 1) {
        wide.connect(0, i);
      }
    }
    for (int i = 1; i < boxes - 1; i++) {
      wide.connect(i, boxes - 1);
    }
    return wide;
  }

  static Boxes random(int boxes, int edges, long seed) {
    Random random = new Random(seed);
    Boxes graph = new Boxes();
    for (int i = 0; i < boxes; i++) {
      box(graph, i);
    }
    for (int i = 0; i < edges; i++) {
      int a = random.nextInt(boxes);
      int b = random.nextInt(boxes);
      graph.connect(Math.min(a, b), Math.max(a, b));
    }
    return graph;
  }

  /// Blocks of three projections, a softmax, a merge and a residual around both halves; a mask that
  /// every block uses.
  static Boxes transformer(int boxes) {
    Boxes graph = new Boxes();
    int mask = box(graph, 0);
    int trunk = box(graph, 1);
    while (graph.count() + 9 <= boxes) {
      int[] heads = {box(graph, 2), box(graph, 3), box(graph, 4)};
      int scores = box(graph, 5);
      int softmax = box(graph, 6);
      int merged = box(graph, 7);
      int attended = box(graph, 8);
      int dense = box(graph, 9);
      int next = box(graph, 10);
      for (int head : heads) {
        graph.connect(trunk, head);
      }
      graph.connect(heads[0], scores);
      graph.connect(heads[1], scores);
      graph.connect(mask, softmax);
      graph.connect(scores, softmax);
      graph.connect(softmax, merged);
      graph.connect(heads[2], merged);
      graph.connect(merged, attended);
      graph.connect(trunk, attended);
      graph.connect(attended, dense);
      graph.connect(dense, next);
      graph.connect(attended, next);
      trunk = next;
    }
    while (graph.count() < boxes) {
      int next = box(graph, 11);
      graph.connect(trunk, next);
      trunk = next;
    }
    return graph;
  }

  private static int box(Boxes graph, int i) {
    return graph.add(90 + i % 7 * 20, 26 + i % 3 * 15);
  }
}
