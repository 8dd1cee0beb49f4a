package dev.assay.chart;

import java.util.List;
import java.util.function.UnaryOperator;

/// Charts with other words: for media that cannot show every character.
final class Relabelled {

  private Relabelled() {}

  static Chart of(Chart chart, UnaryOperator<String> words) {
    return switch (chart) {
      case GroupBars c -> bars(c, words);
      case ForestPlot c -> forest(c, words);
      case Reliability c ->
          new Reliability(
              words.apply(c.title()),
              words.apply(c.words()),
              words.apply(c.predicted()),
              words.apply(c.observed()),
              c.bins());
      case LineChart c -> lines(c, words);
      case HeatMap c -> map(c, words);
      case Bins c ->
          new Bins(
              words.apply(c.title()),
              words.apply(c.words()),
              words.apply(c.xLabel()),
              c.bins().stream()
                  .map(b -> new Bins.Bin(words.apply(b.label()), b.count(), b.kind(), b.rows()))
                  .toList());
      case Mosaic c -> RelabelledSpreads.mosaic(c, words);
      case MissingMap c -> RelabelledSpreads.missing(c, words);
      case GroupDistributions c -> RelabelledSpreads.distributions(c, words);
    };
  }

  private static GroupBars bars(GroupBars c, UnaryOperator<String> words) {
    return new GroupBars(
        words.apply(c.title()),
        words.apply(c.words()),
        c.bars().stream()
            .map(
                b ->
                    new GroupBars.Bar(
                        words.apply(b.label()),
                        words.apply(b.note()),
                        b.value(),
                        b.lower(),
                        b.upper(),
                        words.apply(b.shown()),
                        b.kind(),
                        b.rows()))
            .toList(),
        c.reference());
  }

  private static ForestPlot forest(ForestPlot c, UnaryOperator<String> words) {
    return new ForestPlot(
        words.apply(c.title()),
        words.apply(c.words()),
        c.rows().stream()
            .map(
                r ->
                    new ForestPlot.Estimate(
                        words.apply(r.label()),
                        words.apply(r.note()),
                        r.value(),
                        r.lower(),
                        r.upper(),
                        r.expected(),
                        words.apply(r.shown()),
                        r.mark(),
                        r.rows()))
            .toList(),
        c.none());
  }

  private static LineChart lines(LineChart c, UnaryOperator<String> words) {
    return new LineChart(
        words.apply(c.title()),
        words.apply(c.words()),
        words.apply(c.xLabel()),
        words.apply(c.yLabel()),
        c.lines().stream()
            .map(l -> new LineChart.Line(words.apply(l.label()), l.x(), l.y(), l.rows(), l.band()))
            .toList(),
        c.chance(),
        c.marker(),
        c.x(),
        c.y());
  }

  private static HeatMap map(HeatMap c, UnaryOperator<String> words) {
    List<List<HeatMap.Cell>> cells =
        c.cells().stream()
            .map(
                row ->
                    row.stream()
                        .map(
                            cell ->
                                new HeatMap.Cell(
                                    cell.shade(),
                                    words.apply(cell.shown()),
                                    words.apply(cell.note()),
                                    cell.kind(),
                                    cell.rows()))
                        .toList())
            .toList();
    return new HeatMap(
        words.apply(c.title()),
        words.apply(c.words()),
        words.apply(c.rowTitle()),
        words.apply(c.columnTitle()),
        c.rows().stream().map(words).toList(),
        c.columns().stream().map(words).toList(),
        cells);
  }
}
