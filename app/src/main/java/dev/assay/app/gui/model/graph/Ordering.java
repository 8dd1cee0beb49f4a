package dev.assay.app.gui.model.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The order of vertices within their layers: sweeps down and up put each vertex at the mean place
/// of its neighbours, and the order with the fewest crossings is kept.
///
/// Sugiyama, Tagawa and Toda 1981; crossings counted as by Barth, Jünger and Mutzel 2002.
final class Ordering {

  private static final int SWEEPS = 12;
  private static final int SWEEPS_OF_MANY = 6;
  private static final int MANY = 20_000;

  private final Lanes lanes;
  private final Neighbours above;
  private final Neighbours below;
  private final int[][] rows;
  private final int[] place;

  private Ordering(Lanes lanes) {
    this.lanes = lanes;
    above = new Neighbours(lanes.vertices(), lanes.lines(), lanes::to);
    below = new Neighbours(lanes.vertices(), lanes.lines(), lanes::from);
    rows = new int[lanes.layers()][];
    place = new int[lanes.vertices()];
  }

  /// Vertices of each layer from left to right.
  static int[][] of(Lanes lanes) {
    Ordering ordering = new Ordering(lanes);
    ordering.begin();
    int[][] best = ordering.copy();
    long fewest = ordering.crossings();
    int sweeps = lanes.lines() > MANY ? SWEEPS_OF_MANY : SWEEPS;
    for (int sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
      ordering.sweep(sweep % 2 == 0);
      long now = ordering.crossings();
      if (now < fewest) {
        fewest = now;
        best = ordering.copy();
      }
    }
    return best;
  }

  /// Depth first from the top, so that what belongs together starts together.
  private void begin() {
    List<List<Integer>> found = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      found.add(new ArrayList<>());
    }
    boolean[] seen = new boolean[lanes.vertices()];
    int[] stack = new int[lanes.vertices() + lanes.lines()];
    for (int root = 0; root < lanes.vertices(); root++) {
      if (above.count(root) > 0) {
        continue;
      }
      int depth = 0;
      stack[depth++] = root;
      while (depth > 0) {
        int v = stack[--depth];
        if (seen[v]) {
          continue;
        }
        seen[v] = true;
        found.get(lanes.layer(v)).add(v);
        for (int i = below.count(v) - 1; i >= 0; i--) {
          stack[depth++] = lanes.to(below.item(v, i));
        }
      }
    }
    for (int i = 0; i < rows.length; i++) {
      rows[i] = found.get(i).stream().mapToInt(Integer::intValue).toArray();
      number(rows[i]);
    }
  }

  private void sweep(boolean down) {
    for (int i = 1; i < rows.length; i++) {
      int[] row = rows[down ? i : rows.length - 1 - i];
      long[] keys = new long[row.length];
      for (int k = 0; k < row.length; k++) {
        // decision: bits of floats that are not negative sort like the floats; ties keep their
        // order
        keys[k] = (long) Float.floatToIntBits((float) mean(row[k], down)) << 32 | k;
      }
      Arrays.sort(keys);
      int[] before = row.clone();
      for (int k = 0; k < row.length; k++) {
        row[k] = before[(int) keys[k]];
      }
      number(row);
    }
  }

  private double mean(int v, boolean down) {
    Neighbours neighbours = down ? above : below;
    if (neighbours.count(v) == 0) {
      return place[v];
    }
    double sum = 0;
    for (int i = 0; i < neighbours.count(v); i++) {
      int line = neighbours.item(v, i);
      sum += place[down ? lanes.from(line) : lanes.to(line)];
    }
    return sum / neighbours.count(v);
  }

  private void number(int[] row) {
    for (int i = 0; i < row.length; i++) {
      place[row[i]] = i;
    }
  }

  private int[][] copy() {
    return Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new);
  }

  private long crossings() {
    long crossings = 0;
    for (int i = 0; i + 1 < rows.length; i++) {
      crossings += crossings(rows[i], rows[i + 1].length);
    }
    return crossings;
  }

  private long crossings(int[] upper, int lowerCount) {
    int[] tree = new int[lowerCount + 1];
    long crossings = 0;
    int counted = 0;
    for (int v : upper) {
      int[] ends = new int[below.count(v)];
      for (int i = 0; i < ends.length; i++) {
        ends[i] = place[lanes.to(below.item(v, i))];
        crossings += counted - upTo(tree, ends[i]);
      }
      for (int end : ends) {
        for (int at = end + 1; at < tree.length; at += at & -at) {
          tree[at]++;
        }
      }
      counted += ends.length;
    }
    return crossings;
  }

  private static int upTo(int[] tree, int place) {
    int sum = 0;
    for (int at = place + 1; at > 0; at -= at & -at) {
      sum += tree[at];
    }
    return sum;
  }
}
