package dev.assay.app.gui.chart;

import dev.assay.chart.Chart;
import dev.assay.chart.Charts;
import dev.assay.slice.RowQuery;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.fx.ChartCanvas;
import org.jspecify.annotations.Nullable;

/// Finds the shapes of a drawn chart that lead to rows: under the pointer, and one after the other
/// for the keyboard.
final class ShapeCursor {

  private static final double REACH = 9;

  private final ChartCanvas canvas;
  private final Chart chart;
  private int at = -1;

  /// A shape and the rows behind it.
  record Linked(ChartEntity shape, RowQuery rows) {
    Rectangle2D bounds() {
      return shape.getArea().getBounds2D();
    }

    /// What the shape shows, in words.
    String words() {
      return shape.getToolTipText() == null ? rows.describe() : shape.getToolTipText();
    }
  }

  ShapeCursor(ChartCanvas canvas, Chart chart) {
    this.canvas = canvas;
    this.chart = chart;
  }

  /// The linked shape at a place, or the nearest within reach.
  Optional<Linked> under(double x, double y) {
    Linked nearest = null;
    double distance = REACH;
    for (Linked linked : all()) {
      if (linked.shape().getArea().contains(x, y)) {
        return Optional.of(linked);
      }
      Rectangle2D box = linked.bounds();
      double away = Math.hypot(box.getCenterX() - x, box.getCenterY() - y);
      if (away < distance) {
        distance = away;
        nearest = linked;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /// Steps to the next or the previous shape.
  Optional<Linked> step(int by) {
    List<Linked> all = all();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    at = Math.clamp(at + (long) by, 0, all.size() - 1);
    return Optional.of(all.get(at));
  }

  /// The shape that the keyboard stands on.
  Optional<Linked> here() {
    List<Linked> all = all();
    return at < 0 || at >= all.size() ? Optional.empty() : Optional.of(all.get(at));
  }

  private List<Linked> all() {
    @Nullable EntityCollection shapes = canvas.getRenderingInfo().getEntityCollection();
    List<Linked> linked = new ArrayList<>();
    if (shapes != null) {
      for (Object shape : shapes.getEntities()) {
        if (shape instanceof ChartEntity entity) {
          Charts.rows(chart, entity).ifPresent(rows -> linked.add(new Linked(entity, rows)));
        }
      }
    }
    return linked;
  }
}
