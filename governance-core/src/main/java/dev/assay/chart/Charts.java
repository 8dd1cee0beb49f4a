package dev.assay.chart;

import dev.assay.slice.RowQuery;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.entity.XYItemEntity;

/// Draws charts: one definition, two mouths. The window shows the [JFreeChart]; the report writes
/// the same chart as SVG, or paints it into a PDF.
public final class Charts {

  private Charts() {}

  /// The chart in our theme, with English numbers.
  public static JFreeChart chart(Chart chart, Theme theme) {
    return chart(chart, theme, Lettering.ENGLISH);
  }

  private static JFreeChart chart(Chart chart, Theme theme, Lettering lettering) {
    Look look = new Look(theme, lettering);
    return look.frame(
        switch (chart) {
          case GroupBars bars -> new RowsPlot(look, RowsPlot.Rows.of(bars));
          case ForestPlot forest -> new RowsPlot(look, RowsPlot.Rows.of(forest));
          case Reliability reliability -> ReliabilityDrawing.plot(reliability, look);
          case LineChart lines -> LineDrawing.plot(lines, look);
          case HeatMap map -> new HeatMapPlot(look, map);
          case Bins bins -> new BinsPlot(look, bins);
          case Mosaic mosaic -> new MosaicPlot(look, mosaic);
          case MissingMap map -> new MissingMapPlot(look, map);
          case GroupDistributions groups -> new DistributionsPlot(look, groups);
        });
  }

  /// Loads fonts and classes that the first chart needs, so that a window may do so before anybody
  /// waits for it.
  public static void prepare() {
    double[] ends = {0, 1};
    LineChart.Line line =
        new LineChart.Line("Curve", ends, ends, null, new LineChart.Band(ends, ends));
    paintAside(
        new LineChart(
            "Curves", "", "x", "y", List.of(line, line), new LineChart.Chance.Diagonal(), 0.5));
    paintAside(new Bins("Bins", "", "", List.of(new Bins.Bin("", 1, GroupBars.Kind.GROUP))));
  }

  private static void paintAside(Chart chart) {
    int width = naturalWidth(chart);
    int height = height(chart, width);
    Graphics2D graphics =
        new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB).createGraphics();
    paint(chart, Theme.LIGHT, graphics, width, height);
    new TextLayout("Text", ChartFonts.regular(12), graphics.getFontRenderContext());
    graphics.dispose();
  }

  /// How wide a chart wants to be when nothing stands beside it.
  public static int naturalWidth(Chart chart) {
    return switch (chart) {
      case GroupBars ignored -> 560;
      case ForestPlot ignored -> 560;
      case Reliability ignored -> 420;
      case LineChart ignored -> 440;
      case HeatMap map -> Math.clamp(150 + map.columns().size() * 96L, 300, 720);
      case Bins bins -> Math.clamp(120 + bins.bins().size() * 60L, 300, 560);
      case Mosaic ignored -> 560;
      case MissingMap ignored -> 720;
      case GroupDistributions ignored -> 560;
    };
  }

  /// How high a chart of this width should be, in the same unit; text is 12 units high.
  public static int height(Chart chart, int width) {
    return switch (chart) {
      case GroupBars bars -> RowsPlot.height(bars.bars().size());
      case ForestPlot forest -> RowsPlot.height(forest.rows().size());
      case Reliability ignored -> width * 9 / 10 + 20;
      case LineChart lines -> width * 4 / 5 + 20 + LineDrawing.legendHeight(lines, width);
      case HeatMap map -> HeatMapPlot.height(map, width);
      case Bins ignored -> Math.min(190, width / 2 + 40);
      case Mosaic mosaic -> MosaicPlot.height(mosaic, width);
      case MissingMap map -> MissingMapPlot.height(map, width);
      case GroupDistributions groups -> DistributionsPlot.height(groups);
    };
  }

  /// The numbers behind the chart as comma-separated values, at full precision.
  public static String csv(Chart chart) {
    return ChartData.csv(chart);
  }

  /// The rows behind a shape that was drawn, when there are rows to show.
  ///
  /// @param shape what the drawing put where the pointer is
  public static Optional<RowQuery> rows(Chart chart, ChartEntity shape) {
    if (shape instanceof RowsEntity drawn) {
      return Optional.ofNullable(drawn.rows());
    }
    if (!(shape instanceof XYItemEntity point)) {
      return Optional.empty();
    }
    return switch (chart) {
      case Reliability reliability when point.getItem() < reliability.bins().size() ->
          Optional.ofNullable(reliability.bins().get(point.getItem()).rows());
      case LineChart lines when point.getSeriesIndex() < lines.lines().size() -> {
        LineChart.Line line = lines.lines().get(point.getSeriesIndex());
        yield line.rows() == null
            ? Optional.empty()
            : Optional.of(line.rows().at(line.x()[point.getItem()]));
      }
      case GroupBars ignored -> Optional.empty();
      case ForestPlot ignored -> Optional.empty();
      case HeatMap ignored -> Optional.empty();
      case Bins ignored -> Optional.empty();
      case Mosaic ignored -> Optional.empty();
      case MissingMap ignored -> Optional.empty();
      case GroupDistributions ignored -> Optional.empty();
      case Reliability ignored -> Optional.empty();
      case LineChart ignored -> Optional.empty();
    };
  }

  /// The same chart with every text passed through `words`, for media that cannot show every
  /// character.
  public static Chart relabelled(Chart chart, UnaryOperator<String> words) {
    return Relabelled.of(chart, words);
  }

  /// Paints the chart.
  ///
  /// @param graphics where to
  /// @param width in units of the graphics; text is 12 units high
  /// @param height likewise
  public static void paint(Chart chart, Theme theme, Graphics2D graphics, int width, int height) {
    chart(chart, theme).draw(graphics, new Rectangle2D.Double(0, 0, width, height));
  }

  /// Paints the chart on paper: light, lettered in a language.
  ///
  /// @param graphics where to
  /// @param width in units of the graphics; text is 12 units high
  /// @param height likewise
  public static void paint(
      Chart chart, Lettering lettering, Graphics2D graphics, int width, int height) {
    chart(chart, Theme.LIGHT, lettering)
        .draw(graphics, new Rectangle2D.Double(0, 0, width, height));
  }

  /// The chart as an SVG element whose colours follow the page's custom properties (`--ink`,
  /// `--series` …) and are light where there are none. Equal charts give equal text.
  ///
  /// @param prefix of the ids within; unique on the page
  public static String svg(Chart chart, int width, int height, String prefix) {
    return svg(chart, Lettering.ENGLISH, width, height, prefix);
  }

  /// The same, lettered in a language.
  public static String svg(Chart chart, Lettering lettering, int width, int height, String prefix) {
    return SvgMouth.svg(chart, lettering, width, height, prefix);
  }
}
