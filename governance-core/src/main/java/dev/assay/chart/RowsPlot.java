package dev.assay.chart;

import dev.assay.chart.Brush.Anchor;
import dev.assay.slice.RowQuery;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Numbers one below the other: label and note at the left, bar or mark with whisker in the middle,
/// the number itself at the right.
final class RowsPlot extends DrawnPlot {

  private static final long serialVersionUID = 1L;
  private static final int PITCH = 34;
  private static final int FOOT = 22;
  private static final int BAR = 13;
  private static final double LABELS_AT_MOST = 0.36;
  private static final int GAP = 10;

  private final transient Rows rows;

  RowsPlot(Look look, Rows rows) {
    super(look);
    this.rows = rows;
  }

  static int height(int rows) {
    return rows * PITCH + FOOT + 6;
  }

  @Override
  void draw(Brush brush, Rectangle2D area, Tips tips) {
    double labels =
        Math.min(
            area.getWidth() * LABELS_AT_MOST,
            widest(brush, rows.all().stream().map(Row::label).toList(), true));
    double numbers =
        widest(brush, rows.all().stream().filter(Row::isDefined).map(Row::shown).toList(), false);
    double left = area.getX() + labels + GAP;
    double width = Math.max(40, area.getMaxX() - left - numbers - 2 * GAP);
    double pitch = (area.getHeight() - FOOT) / Math.max(1, rows.all().size());
    Scale scale = rows.scale();
    axis(brush, area, left, width, scale);
    if (rows.line() != null) {
      double x = scale.at(rows.line(), left, width);
      brush.line(
          x,
          area.getY(),
          x,
          area.getMaxY() - FOOT,
          Look.dashed(1.3f, 4, 3),
          rows.bars() ? Token.REFERENCE : Token.MUTED);
    }
    for (int i = 0; i < rows.all().size(); i++) {
      Row row = rows.all().get(i);
      double middle = area.getY() + (i + 0.5) * pitch;
      name(brush, row, left - GAP, middle, labels);
      row.figure().draw(brush, row, middle, v -> scale.at(v, left, width));
      if (row.isDefined()) {
        brush.text(row.shown(), area.getMaxX(), middle + 4, Anchor.END, look.text(), Token.INK);
      } else {
        double start =
            rows.bars() || rows.line() == null ? left : scale.at(rows.line(), left, width);
        String reason = brush.fit(row.shown(), look.small(), area.getMaxX() - start - 6);
        brush.text(reason, start + 6, middle + 4, Anchor.START, look.small(), Token.MUTED);
      }
      tips.add(
          Brush.box(area.getX(), middle - pitch / 2, area.getWidth(), pitch, 0),
          row.label() + ": " + row.shown() + (row.note().isEmpty() ? "" : ", " + row.note()),
          row.rows());
    }
  }

  private void axis(Brush brush, Rectangle2D area, double left, double width, Scale scale) {
    double bottom = area.getMaxY() - FOOT;
    for (double tick : scale.ticks()) {
      double x = scale.at(tick, left, width);
      brush.line(x, area.getY(), x, bottom, Look.line(), tick == 0 ? Token.LINE : Token.GRID);
      brush.text(look.tick(scale, tick), x, bottom + 15, Anchor.MIDDLE, look.small(), Token.MUTED);
    }
  }

  private void name(Brush brush, Row row, double right, double middle, double width) {
    if (row.note().isEmpty()) {
      List<String> lines = brush.wrap(row.label(), look.text(), width, 2);
      double y = middle + 4 - (lines.size() - 1) * 7;
      for (String line : lines) {
        brush.text(line, right, y, Anchor.END, look.text(), Token.INK);
        y += 14;
      }
      return;
    }
    String label = brush.fit(row.label(), look.text(), width);
    brush.text(label, right, middle - 1, Anchor.END, look.text(), Token.INK);
    String note = brush.fit(row.note(), look.small(), width);
    brush.text(note, right, middle + 12, Anchor.END, look.small(), Token.MUTED);
  }

  private double widest(Brush brush, List<String> texts, boolean withNotes) {
    double widest = texts.stream().mapToDouble(t -> brush.width(t, look.text())).max().orElse(0);
    return withNotes
        ? Math.max(
            widest,
            rows.all().stream()
                .mapToDouble(r -> brush.width(r.note(), look.small()))
                .max()
                .orElse(0))
        : widest;
  }

  /// Where a number lies on the page.
  @FunctionalInterface
  interface Place {
    double of(double value);
  }

  /// How a row's number is drawn.
  sealed interface Figure {

    void draw(Brush brush, Row row, double middle, Place place);

    /// A bar from zero with a whisker.
    record Bar(GroupBars.Kind kind) implements Figure {
      @Override
      public void draw(Brush brush, Row row, double middle, Place place) {
        if (row.value() == null) {
          return;
        }
        double zero = place.of(0);
        double end = place.of(row.value());
        var shape =
            Brush.box(
                Math.min(zero, end),
                middle - BAR / 2.0,
                Math.abs(end - zero),
                BAR,
                end - zero < 6 ? 0 : 2);
        switch (kind) {
          case GROUP -> brush.fill(shape, Token.SERIES, 0.85);
          case REFERENCE -> brush.fill(shape, Token.REFERENCE, 0.9);
          case FEW -> {
            brush.fill(shape, Token.FEW, 1);
            brush.outline(shape, Look.dashed(1, 2, 2), Token.FAINT);
          }
        }
        if (row.lower() != null && row.upper() != null) {
          brush.whisker(place.of(row.lower()), place.of(row.upper()), middle, 4, Token.INK);
        }
      }
    }

    /// A mark with a whisker; its shape says what a policy says of it.
    record Dot(ForestPlot.Mark mark, @Nullable Double expected) implements Figure {
      @Override
      public void draw(Brush brush, Row row, double middle, Place place) {
        if (row.value() == null) {
          return;
        }
        Token ink =
            switch (mark) {
              case PLAIN -> Token.SERIES;
              case PASS -> Token.PASS;
              case FAIL -> Token.FAIL;
              case UNDECIDED -> Token.MUTED;
            };
        if (expected != null) {
          double x = place.of(expected);
          brush.line(x, middle - 8, x, middle + 8, Look.line(1.2f), Token.FAINT);
        }
        if (row.lower() != null && row.upper() != null) {
          brush.whisker(place.of(row.lower()), place.of(row.upper()), middle, 3, ink);
        }
        brush.fill(shape(place.of(row.value()), middle), ink, 1);
      }

      private java.awt.Shape shape(double x, double y) {
        return switch (mark) {
          case PLAIN -> polygon(x, y - 5.5, x + 5.5, y, x, y + 5.5, x - 5.5, y);
          case PASS -> new Ellipse2D.Double(x - 4.5, y - 4.5, 9, 9);
          case FAIL -> new Rectangle2D.Double(x - 4.5, y - 4.5, 9, 9);
          case UNDECIDED -> polygon(x, y - 5.5, x + 5.5, y + 4.5, x - 5.5, y + 4.5);
        };
      }

      private static java.awt.Shape polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
          path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
      }
    }
  }

  /// One row.
  record Row(
      String label,
      String note,
      @Nullable Double value,
      @Nullable Double lower,
      @Nullable Double upper,
      String shown,
      Figure figure,
      @Nullable RowQuery rows) {

    boolean isDefined() {
      return value != null;
    }
  }

  /// All rows.
  ///
  /// @param line a line through all of them, absent without one
  /// @param bars whether they are bars
  record Rows(List<Row> all, @Nullable Double line, boolean bars) {

    static Rows of(GroupBars bars) {
      return new Rows(
          bars.bars().stream()
              .map(
                  b ->
                      new Row(
                          b.label(),
                          b.note(),
                          b.value(),
                          b.lower(),
                          b.upper(),
                          b.shown(),
                          new Figure.Bar(b.kind()),
                          b.rows()))
              .toList(),
          bars.reference(),
          true);
    }

    static Rows of(ForestPlot forest) {
      return new Rows(
          forest.rows().stream()
              .map(
                  e ->
                      new Row(
                          e.label(),
                          e.note(),
                          e.value(),
                          e.lower(),
                          e.upper(),
                          e.shown(),
                          new Figure.Dot(e.mark(), e.expected()),
                          e.rows()))
              .toList(),
          forest.none(),
          false);
    }

    Scale scale() {
      double[] seen =
          Stream.concat(
                  Stream.of(bars ? 0.0 : line, line),
                  all.stream().flatMap(r -> Stream.of(r.value(), r.lower(), r.upper())))
              .filter(Objects::nonNull)
              .mapToDouble(Double::doubleValue)
              .toArray();
      double lowest = DoubleStream.of(seen).min().orElse(0);
      double highest = DoubleStream.of(seen).max().orElse(1);
      double room = (highest - lowest) * 0.03;
      return Scale.over(lowest == 0 ? 0 : lowest - room, highest + room);
    }
  }
}
