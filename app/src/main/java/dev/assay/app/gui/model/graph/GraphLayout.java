package dev.assay.app.gui.model.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Boxes in layers, edges leading down. Made without the toolkit, the same for the same boxes every
/// time, and answers quickly what lies within a part of it.
final class GraphLayout {

  private static final double MARGIN = 24;
  private static final double LEAST_GAP = 34;
  private static final double MOST_GAP = 150;
  private static final double GAP_A_SPAN = 0.03;
  private static final double PORT_STEP = 16;

  private final Boxes boxes;
  private final Lanes lanes;
  private final int[][] rows;
  private final double[] x;
  private final double[] layerTop;
  private final double[] layerBottom;
  private final double[] endX;
  private final List<List<Integer>> gaps = new ArrayList<>();
  private final Neighbours above;
  private double width;

  private GraphLayout(Boxes boxes, Lanes lanes) {
    this.boxes = boxes;
    this.lanes = lanes;
    rows = Ordering.of(lanes);
    x = Placing.of(lanes, rows);
    layerTop = new double[rows.length];
    layerBottom = new double[rows.length];
    endX = new double[lanes.lines()];
    above = new Neighbours(lanes.vertices(), lanes.lines(), lanes::to);
  }

  static GraphLayout of(Boxes boxes) {
    GraphLayout layout = new GraphLayout(boxes, Lanes.of(boxes, Layering.of(boxes)));
    layout.shift();
    layout.ports();
    layout.stack();
    return layout;
  }

  private void shift() {
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    for (int v = 0; v < lanes.vertices(); v++) {
      left = Math.min(left, x[v] - lanes.width(v) / 2);
      right = Math.max(right, x[v] + lanes.width(v) / 2);
    }
    for (int v = 0; v < lanes.vertices(); v++) {
      x[v] += MARGIN - left;
    }
    width = Math.max(0, right - left) + 2 * MARGIN;
  }

  /// Spreads the ends of lines along the upper edge of their box, from left to right as they come.
  private void ports() {
    for (int v = 0; v < lanes.vertices(); v++) {
      List<Integer> ends = new ArrayList<>();
      for (int i = 0; i < above.count(v); i++) {
        ends.add(above.item(v, i));
      }
      ends.sort(Comparator.comparingDouble(line -> x[lanes.from(line)]));
      double step =
          ends.size() < 2
              ? 0
              : Math.min(PORT_STEP, Math.max(0, lanes.width(v) - 20) / (ends.size() - 1));
      for (int i = 0; i < ends.size(); i++) {
        endX[ends.get(i)] = x[v] + (i - (ends.size() - 1) / 2.0) * step;
      }
    }
  }

  private void stack() {
    for (int[] ignored : rows) {
      gaps.add(new ArrayList<>());
    }
    double[] span = new double[rows.length];
    for (int line = 0; line < lanes.lines(); line++) {
      int layer = lanes.layer(lanes.from(line));
      gaps.get(layer).add(line);
      span[layer] = Math.max(span[layer], Math.abs(endX[line] - x[lanes.from(line)]));
    }
    double y = MARGIN;
    for (int layer = 0; layer < rows.length; layer++) {
      double height = 0;
      for (int v : rows[layer]) {
        height = Math.max(height, lanes.isBend(v) ? 0 : boxes.height(v));
      }
      layerTop[layer] = y;
      layerBottom[layer] = y + height;
      y += height + Math.min(MOST_GAP, LEAST_GAP + GAP_A_SPAN * span[layer]);
    }
  }

  int boxes() {
    return boxes.count();
  }

  int layers() {
    return rows.length;
  }

  int layer(int box) {
    return lanes.layer(box);
  }

  /// Lines that are drawn, bends included.
  int lines() {
    return lanes.lines();
  }

  double width() {
    return width;
  }

  double height() {
    return rows.length == 0 ? 2 * MARGIN : layerBottom[rows.length - 1] + MARGIN;
  }

  /// The whole drawing.
  Area whole() {
    return new Area(0, 0, width(), height());
  }

  /// Where a box stands.
  Area box(int box) {
    double left = x[box] - boxes.width(box) / 2;
    double top = layerTop[lanes.layer(box)];
    return new Area(left, top, left + boxes.width(box), top + boxes.height(box));
  }

  /// Every box that meets the area.
  void boxesIn(Area area, IntConsumer visitor) {
    for (int layer = firstLayer(area.top()); layer < rows.length; layer++) {
      if (layerTop[layer] > area.bottom()) {
        return;
      }
      int[] row = rows[layer];
      for (int i = firstIn(row, area.left()); i < row.length; i++) {
        int v = row[i];
        if (x[v] - lanes.width(v) / 2 > area.right()) {
          break;
        }
        if (!lanes.isBend(v) && box(v).meets(area)) {
          visitor.accept(v);
        }
      }
    }
  }

  /// The box at this point, −1 when there is none.
  int boxAt(double atX, double atY) {
    int[] found = {-1};
    boxesIn(new Area(atX, atY, atX, atY), box -> found[0] = box);
    return found[0];
  }

  /// Every piece of an edge between layers that may meet the area.
  void linesIn(Area area, Consumer<Line> visitor) {
    for (int layer = Math.max(0, firstLayer(area.top()) - 1); layer < rows.length; layer++) {
      if (layerTop[layer] > area.bottom()) {
        return;
      }
      for (int line : gaps.get(layer)) {
        double start = x[lanes.from(line)];
        if (Math.max(start, endX[line]) >= area.left()
            && Math.min(start, endX[line]) <= area.right()) {
          visitor.accept(line(line));
        }
      }
    }
  }

  private Line line(int line) {
    int from = lanes.from(line);
    int to = lanes.to(line);
    int layer = lanes.layer(from);
    double y = layerTop[layer] + (lanes.isBend(from) ? 0 : boxes.height(from));
    return new Line(
        line,
        lanes.owner(from),
        lanes.isBend(to) ? -1 : to,
        x[from],
        y,
        layerBottom[layer],
        endX[line],
        layerTop[layer + 1]);
  }

  /// Edges that are drawn straight from box to box, because they run against the flow or are too
  /// long to be led between the boxes; their numbers follow those of the other lines.
  void straightIn(Area area, Consumer<Line> visitor) {
    int id = lanes.lines();
    for (int edge : lanes.direct()) {
      Area from = box(boxes.from(edge));
      Area to = box(boxes.to(edge));
      Area both =
          new Area(
              Math.min(from.left(), to.left()),
              Math.min(from.top(), to.top()),
              Math.max(from.right(), to.right()),
              Math.max(from.bottom(), to.bottom()));
      if (both.meets(area)) {
        visitor.accept(
            new Line(
                id,
                boxes.from(edge),
                boxes.to(edge),
                from.centreX(),
                from.bottom(),
                from.bottom(),
                to.centreX(),
                to.top()));
      }
      id++;
    }
  }

  /// Lines that lead to a box or away from it.
  BitSet linesOf(int box) {
    BitSet lines = new BitSet();
    for (int i = 0; i < above.count(box); i++) {
      int line = above.item(box, i);
      lines.set(line);
      for (int v = lanes.from(line); lanes.isBend(v); v = lanes.from(line)) {
        line = above.item(v, 0);
        lines.set(line);
      }
    }
    for (int line = 0; line < lanes.lines(); line++) {
      if (lanes.owner(lanes.from(line)) == box) {
        lines.set(line);
      }
    }
    int id = lanes.lines();
    for (int edge : lanes.direct()) {
      if (boxes.from(edge) == box || boxes.to(edge) == box) {
        lines.set(id);
      }
      id++;
    }
    return lines;
  }

  private int firstLayer(double top) {
    int low = 0;
    int high = rows.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (layerBottom[middle] < top) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int firstIn(int[] row, double left) {
    int low = 0;
    int high = row.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (x[row[middle]] + lanes.width(row[middle]) / 2 < left) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
