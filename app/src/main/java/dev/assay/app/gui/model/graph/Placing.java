package dev.assay.app.gui.model.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// Horizontal places of vertices: each stands straight below or above the middle one of its
/// neighbours where it can, and the bends of a long edge stand straight below each other. Four ways
/// of doing so, from each corner, are averaged.
///
/// Brandes and Köpf 2002, Fast and Simple Horizontal Coordinate Assignment; blocks are packed as
/// longest paths.
final class Placing {

  private static final double BOX_GAP = 26;
  private static final double BEND_GAP = 14;

  private final Lanes lanes;
  private final int[][] rows;
  private final int[] place;
  private final Neighbours above;
  private final Neighbours below;
  private final boolean[] crossed;

  private Placing(Lanes lanes, int[][] rows) {
    this.lanes = lanes;
    this.rows = rows;
    above = new Neighbours(lanes.vertices(), lanes.lines(), lanes::to);
    below = new Neighbours(lanes.vertices(), lanes.lines(), lanes::from);
    place = new int[lanes.vertices()];
    for (int[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        place[row[i]] = i;
      }
    }
    crossed = new boolean[lanes.lines()];
  }

  /// Centres of the vertices.
  static double[] of(Lanes lanes, int[][] rows) {
    Placing placing = new Placing(lanes, rows);
    for (int i = 0; i + 1 < rows.length; i++) {
      placing.markCrossed(rows[i], rows[i + 1]);
    }
    List<double[]> ways = new ArrayList<>();
    for (boolean down : new boolean[] {true, false}) {
      int[][] candidates = placing.candidates(down);
      ways.add(placing.way(down, true, candidates));
      ways.add(placing.way(down, false, candidates));
    }
    return placing.middle(ways);
  }

  /// Marks lines that cross a line between two bends: the long edge stays straight, not they.
  private void markCrossed(int[] upper, int[] lower) {
    int from = 0;
    int left = -1;
    for (int to = 0; to < lower.length; to++) {
      int inner = innerAbove(lower[to]);
      if (inner < 0 && to + 1 < lower.length) {
        continue;
      }
      int right = inner < 0 ? upper.length : place[inner];
      for (; from <= to; from++) {
        for (int i = 0; i < above.count(lower[from]); i++) {
          int line = above.item(lower[from], i);
          int at = place[lanes.from(line)];
          boolean isInner = lanes.isBend(lanes.from(line)) && lanes.isBend(lower[from]);
          crossed[line] |= !isInner && (at < left || at > right);
        }
      }
      left = right;
    }
  }

  private int innerAbove(int vertex) {
    if (lanes.isBend(vertex)) {
      int before = lanes.from(above.item(vertex, 0));
      return lanes.isBend(before) ? before : -1;
    }
    return -1;
  }

  /// Places from one corner.
  private double[] way(boolean down, boolean left, int[][] candidates) {
    int[] root = new int[lanes.vertices()];
    int[] next = new int[lanes.vertices()];
    for (int v = 0; v < root.length; v++) {
      root[v] = v;
      next[v] = v;
    }
    for (int i = 1; i < rows.length; i++) {
      alignRow(rows[down ? i : rows.length - 1 - i], down, left, candidates, root, next);
    }
    double[] x = packed(root, left);
    if (!left) {
      for (int v = 0; v < x.length; v++) {
        x[v] = -x[v];
      }
    }
    return x;
  }

  private void alignRow(
      int[] row, boolean down, boolean left, int[][] candidates, int[] root, int[] next) {
    int taken = left ? -1 : Integer.MAX_VALUE;
    for (int k = 0; k < row.length; k++) {
      int v = row[left ? k : row.length - 1 - k];
      int[] lines = candidates[v];
      if (lines.length == 0) {
        continue;
      }
      double middle = (lines.length - 1) / 2.0;
      int[] medians = {
        (int) (left ? Math.floor(middle) : Math.ceil(middle)),
        (int) (left ? Math.ceil(middle) : Math.floor(middle))
      };
      for (int median : medians) {
        int line = lines[median];
        int w = down ? lanes.from(line) : lanes.to(line);
        boolean free = left ? taken < place[w] : taken > place[w];
        if (next[v] == v && free && !crossed[line]) {
          next[w] = v;
          root[v] = root[w];
          next[v] = root[v];
          taken = place[w];
        }
      }
    }
  }

  /// Lines of each vertex to its neighbours, from left to right; of a bend that goes on only its
  /// continuation.
  private int[][] candidates(boolean down) {
    int[][] candidates = new int[lanes.vertices()][];
    for (int v = 0; v < candidates.length; v++) {
      candidates[v] = candidates(v, down);
    }
    return candidates;
  }

  private int[] candidates(int v, boolean down) {
    Neighbours neighbours = down ? above : below;
    long[] sorted = new long[neighbours.count(v)];
    for (int i = 0; i < sorted.length; i++) {
      int line = neighbours.item(v, i);
      int other = down ? lanes.from(line) : lanes.to(line);
      if (lanes.isBend(v) && lanes.isBend(other)) {
        return new int[] {line};
      }
      sorted[i] = (long) place[other] << 32 | line;
    }
    Arrays.sort(sorted);
    return Arrays.stream(sorted).mapToInt(packed -> (int) packed).toArray();
  }

  /// Blocks as far to the left as they go, then moved right towards what follows. Seen in a mirror
  /// when packing from the right.
  private double[] packed(int[] root, boolean left) {
    int[] fromBlock = new int[lanes.vertices()];
    int[] toBlock = new int[lanes.vertices()];
    double[] apart = new double[lanes.vertices()];
    int pairs = 0;
    for (int[] row : rows) {
      for (int i = 1; i < row.length; i++) {
        fromBlock[pairs] = root[left ? row[i - 1] : row[i]];
        toBlock[pairs] = root[left ? row[i] : row[i - 1]];
        apart[pairs++] = apart(row[i - 1], row[i]);
      }
    }
    Neighbours out = new Neighbours(root.length, pairs, pair -> fromBlock[pair]);
    int[] order = order(root, out, toBlock, pairs);
    double[] x = new double[root.length];
    for (int block : order) {
      for (int i = 0; i < out.count(block); i++) {
        int pair = out.item(block, i);
        x[toBlock[pair]] = Math.max(x[toBlock[pair]], x[block] + apart[pair]);
      }
    }
    for (int k = order.length - 1; k >= 0; k--) {
      double room = Double.MAX_VALUE;
      for (int i = 0; i < out.count(order[k]); i++) {
        int pair = out.item(order[k], i);
        room = Math.min(room, x[toBlock[pair]] - apart[pair]);
      }
      x[order[k]] = room == Double.MAX_VALUE ? x[order[k]] : Math.max(x[order[k]], room);
    }
    for (int v = 0; v < root.length; v++) {
      x[v] = x[root[v]];
    }
    return x;
  }

  private static int[] order(int[] root, Neighbours out, int[] toBlock, int pairs) {
    int[] waiting = new int[root.length];
    for (int pair = 0; pair < pairs; pair++) {
      waiting[toBlock[pair]]++;
    }
    int[] order = new int[root.length];
    int end = 0;
    for (int v = 0; v < root.length; v++) {
      if (root[v] == v && waiting[v] == 0) {
        order[end++] = v;
      }
    }
    for (int at = 0; at < end; at++) {
      for (int i = 0; i < out.count(order[at]); i++) {
        int next = toBlock[out.item(order[at], i)];
        if (--waiting[next] == 0) {
          order[end++] = next;
        }
      }
    }
    return Arrays.copyOf(order, end);
  }

  private double apart(int left, int right) {
    double gap = lanes.isBend(left) || lanes.isBend(right) ? BEND_GAP : BOX_GAP;
    return (lanes.width(left) + lanes.width(right)) / 2 + gap;
  }

  /// The mean of the two middle ways, once they share the edge of the narrowest.
  private double[] middle(List<double[]> ways) {
    if (lanes.vertices() == 0) {
      return new double[0];
    }
    double[] narrowest =
        Collections.min(ways, Comparator.comparingDouble(x -> edge(x, true) - edge(x, false)));
    double least = edge(narrowest, false);
    double most = edge(narrowest, true);
    for (int way = 0; way < ways.size(); way++) {
      double[] x = ways.get(way);
      double shift = way % 2 == 0 ? least - edge(x, false) : most - edge(x, true);
      for (int v = 0; v < x.length; v++) {
        x[v] += shift;
      }
    }
    double[] middle = new double[lanes.vertices()];
    double[] four = new double[ways.size()];
    for (int v = 0; v < middle.length; v++) {
      for (int way = 0; way < four.length; way++) {
        four[way] = ways.get(way)[v];
      }
      Arrays.sort(four);
      middle[v] = (four[1] + four[2]) / 2;
    }
    return middle;
  }

  private double edge(double[] x, boolean right) {
    double edge = right ? -Double.MAX_VALUE : Double.MAX_VALUE;
    for (int v = 0; v < x.length; v++) {
      double half = lanes.width(v) / 2;
      edge = right ? Math.max(edge, x[v] + half) : Math.min(edge, x[v] - half);
    }
    return edge;
  }
}
