package dev.assay.chart;

import dev.assay.slice.RowQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Curves, in the unit square where nothing else is said: ROC, precision–recall, rates over
/// thresholds, errors by step.
///
/// @param title what it is
/// @param words the text alternative
/// @param xLabel what the horizontal axis says
/// @param yLabel what the vertical axis says
/// @param lines at most five; the first is the one that matters
/// @param chance what chance alone gives, drawn faintly
/// @param marker a place on the horizontal axis: the threshold in use
/// @param x what stands on the horizontal axis
/// @param y what stands on the vertical axis
public record LineChart(
    String title,
    String words,
    String xLabel,
    String yLabel,
    List<Line> lines,
    Chance chance,
    @Nullable Double marker,
    Axis x,
    Axis y)
    implements Chart {

  /// Most lines that can be told apart.
  public static final int MOST_LINES = 5;

  /// Refuses more lines than can be told apart.
  public LineChart {
    if (lines.size() > MOST_LINES) {
      throw new IllegalArgumentException("too many lines: " + lines.size());
    }
  }

  /// Curves in the unit square.
  public LineChart(
      String title,
      String words,
      String xLabel,
      String yLabel,
      List<Line> lines,
      Chance chance,
      @Nullable Double marker) {
    this(title, words, xLabel, yLabel, lines, chance, marker, new Axis.Shares(), new Axis.Shares());
  }

  /// What stands on an axis.
  public sealed interface Axis {
    /// Shares from 0 to 1.
    record Shares() implements Axis {}

    /// Whole steps, each of which has its number written.
    record Steps(int first, int last) implements Axis {}

    /// Amounts from 0 to what the curves and bands need.
    record Amounts() implements Axis {}
  }

  /// One curve; points in order.
  ///
  /// @param rows how a point leads to the rows behind it, absent where it does not
  /// @param band how sure each point is, absent where it is not said
  public record Line(
      String label, double[] x, double[] y, @Nullable RowsAt rows, @Nullable Band band) {

    /// A curve without a band.
    public Line(String label, double[] x, double[] y, @Nullable RowsAt rows) {
      this(label, x, y, rows, null);
    }

    /// A curve without rows behind it.
    public Line(String label, double[] x, double[] y) {
      this(label, x, y, null);
    }
  }

  /// The interval of each point, vertically; as many ends as the curve has points.
  public record Band(double[] lower, double[] upper) {}

  /// The rows behind a point of a curve.
  @FunctionalInterface
  public interface RowsAt {
    /// @param x where on the horizontal axis
    RowQuery at(double x);
  }

  /// What a coin would give.
  public sealed interface Chance {
    /// Nothing to draw.
    record None() implements Chance {}

    /// The diagonal of a ROC curve.
    record Diagonal() implements Chance {}

    /// The share of positive rows in a precision–recall diagram.
    record Level(double y) implements Chance {}
  }
}
