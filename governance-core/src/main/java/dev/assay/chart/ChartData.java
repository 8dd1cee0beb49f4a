package dev.assay.chart;

import dev.assay.common.Csv;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The numbers behind a chart, at full precision.
final class ChartData {

  private final Csv csv = new Csv();

  private ChartData() {}

  /// One line a shape, with a heading.
  static String csv(Chart chart) {
    ChartData data = new ChartData();
    switch (chart) {
      case GroupBars bars -> data.bars(bars);
      case ForestPlot forest -> data.forest(forest);
      case Reliability reliability -> data.reliability(reliability);
      case LineChart lines -> data.lines(lines);
      case HeatMap map -> data.map(map);
      case Bins bins -> data.bins(bins);
      case Mosaic mosaic -> data.mosaic(mosaic);
      case MissingMap map -> data.missing(map);
      case GroupDistributions groups -> data.distributions(groups);
    }
    return data.csv.finish();
  }

  private void bars(GroupBars bars) {
    csv.header(List.of("group", "note", "value", "lower", "upper", "shown"));
    bars.bars()
        .forEach(b -> estimate(b.label(), b.note(), b.value(), b.lower(), b.upper(), b.shown()));
  }

  private void forest(ForestPlot forest) {
    csv.header(List.of("estimate", "note", "value", "lower", "upper", "shown"));
    forest
        .rows()
        .forEach(r -> estimate(r.label(), r.note(), r.value(), r.lower(), r.upper(), r.shown()));
  }

  private void estimate(
      String label,
      String note,
      @Nullable Double value,
      @Nullable Double lower,
      @Nullable Double upper,
      String shown) {
    csv.text(label).text(note).number(value).number(lower).number(upper).text(shown).end();
  }

  private void reliability(Reliability chart) {
    csv.header(List.of("mean_predicted", "observed", "lower", "upper", "rows"));
    for (Reliability.Bin bin : chart.bins()) {
      csv.number(bin.predicted()).number(bin.observed());
      csv.number(bin.lower()).number(bin.upper()).number(bin.weight()).end();
    }
  }

  private void lines(LineChart chart) {
    csv.header(List.of("curve", chart.xLabel(), chart.yLabel(), "lower", "upper"));
    for (LineChart.Line line : chart.lines()) {
      for (int i = 0; i < line.x().length; i++) {
        LineChart.Band band = line.band();
        csv.text(line.label()).number(line.x()[i]).number(line.y()[i]);
        csv.number(band == null ? null : (Double) band.lower()[i]);
        csv.number(band == null ? null : (Double) band.upper()[i]).end();
      }
    }
  }

  private void map(HeatMap map) {
    csv.header(
        List.of(
            orElse(map.rowTitle(), "row"), orElse(map.columnTitle(), "column"), "shown", "note"));
    for (int r = 0; r < map.rows().size(); r++) {
      for (int c = 0; c < map.columns().size(); c++) {
        HeatMap.Cell cell = map.cells().get(r).get(c);
        csv.text(map.rows().get(r)).text(map.columns().get(c));
        csv.text(cell.shown()).text(cell.note()).end();
      }
    }
  }

  private void bins(Bins bins) {
    csv.header(List.of(orElse(bins.xLabel(), "bin"), "rows"));
    bins.bins().forEach(b -> csv.text(b.label()).number(b.count()).end());
  }

  private void mosaic(Mosaic mosaic) {
    csv.header(List.of("group", "share_of_rows", "class", "share_of_group", "rows"));
    for (Mosaic.Group group : mosaic.groups()) {
      for (int c = 0; c < group.parts().size(); c++) {
        Mosaic.Part part = group.parts().get(c);
        csv.text(group.label()).number(group.share()).text(mosaic.classes().get(c));
        csv.number(part.share()).number(part.size()).end();
      }
    }
  }

  private void missing(MissingMap map) {
    csv.header(List.of("column", "block", "share_missing"));
    for (MissingMap.Line line : map.lines()) {
      for (int b = 0; b < line.shares().size(); b++) {
        csv.text(line.label()).text(line.blocks().get(b)).number(line.shares().get(b)).end();
      }
    }
  }

  private void distributions(GroupDistributions groups) {
    csv.header(List.of("group", "from", "to", "share"));
    for (GroupDistributions.Strip strip : groups.strips()) {
      double width = (groups.to() - groups.from()) / Math.max(1, strip.bins().size());
      for (int b = 0; b < strip.bins().size(); b++) {
        csv.text(strip.label()).number(groups.from() + b * width);
        csv.number(groups.from() + (b + 1) * width).number(strip.bins().get(b)).end();
      }
    }
  }

  private static String orElse(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
