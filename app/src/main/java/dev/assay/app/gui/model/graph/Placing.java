package dev.assay.app.gui.model.graph;

/// Horizontal places of vertices: as near to their neighbours as their order and the room between
/// them allow. In each layer the weighted squares of the distances to where each vertex wants to be
/// are the least possible (pooling of adjacent violators); sweeps down and up repeat that.
final class Placing {

  private static final int SWEEPS = 10;
  private static final double BOX_GAP = 26;
  private static final double BEND_GAP = 14;
  private static final double LIGHT = 0.01;

  private final Lanes lanes;
  private final int[][] rows;
  private final Neighbours above;
  private final Neighbours below;
  private final double[] x;

  private Placing(Lanes lanes, int[][] rows) {
    this.lanes = lanes;
    this.rows = rows;
    above = new Neighbours(lanes.vertices(), lanes.lines(), lanes::to);
    below = new Neighbours(lanes.vertices(), lanes.lines(), lanes::from);
    x = new double[lanes.vertices()];
  }

  /// Centres of the vertices.
  static double[] of(Lanes lanes, int[][] rows) {
    Placing placing = new Placing(lanes, rows);
    placing.begin();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 0; i < rows.length; i++) {
        placing.place(rows[down ? i : rows.length - 1 - i], down, !down);
      }
    }
    for (int[] row : rows) {
      placing.place(row, true, true);
    }
    return placing.x;
  }

  private void begin() {
    for (int[] row : rows) {
      double at = 0;
      for (int i = 0; i < row.length; i++) {
        at += i == 0 ? 0 : apart(row[i - 1], row[i]);
        x[row[i]] = at;
      }
      for (int v : row) {
        x[v] -= at / 2;
      }
    }
  }

  private double apart(int left, int right) {
    double gap = lanes.isBend(left) || lanes.isBend(right) ? BEND_GAP : BOX_GAP;
    return (lanes.width(left) + lanes.width(right)) / 2 + gap;
  }

  private void place(int[] row, boolean fromAbove, boolean fromBelow) {
    double[] value = new double[row.length];
    double[] weight = new double[row.length];
    int[] size = new int[row.length];
    int blocks = 0;
    double offset = 0;
    for (int i = 0; i < row.length; i++) {
      offset += i == 0 ? 0 : apart(row[i - 1], row[i]);
      double[] wish = {x[row[i]] * LIGHT, LIGHT};
      if (fromAbove) {
        add(row[i], above, true, wish);
      }
      if (fromBelow) {
        add(row[i], below, false, wish);
      }
      value[blocks] = wish[0] / wish[1] - offset;
      weight[blocks] = wish[1];
      size[blocks++] = 1;
      while (blocks > 1 && value[blocks - 2] > value[blocks - 1]) {
        double sum = weight[blocks - 2] + weight[blocks - 1];
        value[blocks - 2] =
            (value[blocks - 2] * weight[blocks - 2] + value[blocks - 1] * weight[blocks - 1]) / sum;
        weight[blocks - 2] = sum;
        size[blocks - 2] += size[blocks - 1];
        blocks--;
      }
    }
    spread(row, value, size, blocks);
  }

  private void spread(int[] row, double[] value, int[] size, int blocks) {
    double offset = 0;
    int i = 0;
    for (int block = 0; block < blocks; block++) {
      for (int k = 0; k < size[block]; k++) {
        offset += i == 0 ? 0 : apart(row[i - 1], row[i]);
        x[row[i++]] = value[block] + offset;
      }
    }
  }

  private void add(int v, Neighbours neighbours, boolean up, double[] wish) {
    for (int i = 0; i < neighbours.count(v); i++) {
      int line = neighbours.item(v, i);
      int other = up ? lanes.from(line) : lanes.to(line);
      // decision: long edges are kept straight before boxes are centred (weights of Gansner et al.
      // 1993)
      double weight =
          lanes.isBend(v) && lanes.isBend(other)
              ? 8
              : lanes.isBend(v) || lanes.isBend(other) ? 2 : 1;
      wish[0] += weight * x[other];
      wish[1] += weight;
    }
  }
}
