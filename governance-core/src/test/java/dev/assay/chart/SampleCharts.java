package dev.assay.chart;

import java.util.ArrayList;
import java.util.List;

/// One of each kind of chart, with the awkward cases: long names, undefined values, few rows.
public final class SampleCharts {

  private SampleCharts() {}

  /// All of them.
  public static List<Chart> all() {
    return List.of(
        bars(),
        forest(),
        reliability(),
        roc(),
        heatMap(),
        bins(),
        SampleSpreads.mosaic(),
        SampleSpreads.missing(),
        SampleSpreads.distributions());
  }

  /// Rates by group.
  public static GroupBars bars() {
    return new GroupBars(
        "Selection rate by race",
        "White rows are selected most often, Black rows least.",
        List.of(
            bar("White", "n 13,946", 0.21, 0.203, 0.217, "0.210", GroupBars.Kind.REFERENCE),
            bar("Asian-Pac-Islander", "n 480", 0.244, 0.207, 0.284, "0.244", GroupBars.Kind.GROUP),
            bar("Other", "n 35", 0.096, 0.057, 0.158, "0.096", GroupBars.Kind.FEW),
            bar(
                "<script>alert(1)</script> and a name that is much too long for its place",
                "n 159",
                0.082,
                0.049,
                0.135,
                "0.082",
                GroupBars.Kind.GROUP),
            new GroupBars.Bar(
                "(missing)",
                "n 3",
                null,
                null,
                null,
                "undefined: no positive rows",
                GroupBars.Kind.FEW)),
        0.21);
  }

  private static GroupBars.Bar bar(
      String label,
      String note,
      double value,
      double lower,
      double upper,
      String shown,
      GroupBars.Kind kind) {
    return new GroupBars.Bar(label, note, value, lower, upper, shown, kind);
  }

  /// Gaps.
  public static ForestPlot forest() {
    return new ForestPlot(
        "Gaps by race",
        "Two gaps are beyond their limit.",
        List.of(
            estimate("Demographic parity", 0.162, 0.128, 0.201, 0.011, ForestPlot.Mark.FAIL),
            estimate("Equal opportunity", 0.189, 0.046, 0.309, 0.05, ForestPlot.Mark.UNDECIDED),
            estimate("False positive rate", 0.072, 0.045, 0.098, 0.01, ForestPlot.Mark.PASS),
            estimate("Average odds", -0.03, -0.06, 0.01, null, ForestPlot.Mark.PLAIN),
            new ForestPlot.Estimate(
                "Predictive parity",
                "",
                null,
                null,
                null,
                null,
                "undefined: fewer than two groups have the rate",
                ForestPlot.Mark.PLAIN)),
        0);
  }

  private static ForestPlot.Estimate estimate(
      String label,
      double value,
      double lower,
      double upper,
      Double expected,
      ForestPlot.Mark mark) {
    return new ForestPlot.Estimate(
        label, "race", value, lower, upper, expected, String.format("%.3f", value), mark);
  }

  /// Calibration.
  public static Reliability reliability() {
    List<Reliability.Bin> bins = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      double p = (i + 0.5) / 15;
      double half = 0.01 + 0.05 * Math.sin(p * 3);
      bins.add(
          new Reliability.Bin(
              p,
              Math.min(1, p * 1.04),
              Math.max(0, p - half),
              Math.min(1, p * 1.04 + half),
              7000 / (1 + i * i)));
    }
    return new Reliability(
        "Reliability",
        "Scores mean what they say.",
        "mean predicted probability",
        "observed share",
        bins);
  }

  /// ROC of everyone and groups.
  public static LineChart roc() {
    double[] x = {0, 0.01, 0.05, 0.1, 0.2, 0.5, 1};
    double[] y = {0, 0.41, 0.63, 0.75, 0.89, 0.99, 1};
    double[] z = {0, 0.31, 0.53, 0.65, 0.79, 0.93, 1};
    return new LineChart(
        "ROC",
        "Well above chance.",
        "false positive rate",
        "true positive rate",
        List.of(
            new LineChart.Line("everyone", x, y),
            new LineChart.Line("sex = Female", x, z),
            new LineChart.Line("sex = Male", z, y),
            new LineChart.Line(
                "race = Asian-Pac-Islander", x, new double[] {0, 0.2, 0.3, 0.4, 0.6, 0.8, 1}),
            new LineChart.Line("everyone", x, x)),
        new LineChart.Chance.Diagonal(),
        0.3);
  }

  /// Crossings of two attributes.
  public static HeatMap heatMap() {
    return new HeatMap(
        "Sex × race",
        "Asian men are selected most.",
        "sex",
        "race",
        List.of("Female", "Male", "a name far too long for it"),
        List.of("Amer-Indian-Eskimo", "Asian-Pac-Islander", "Black", "Other", "White"),
        List.of(
            List.of(
                cell(0.05, "0.015", "n 66"),
                cell(0.3, "0.111", "n 171"),
                cell(0.1, "0.041", "n 753"),
                new HeatMap.Cell(0, "0.109", "n 46", HeatMap.Kind.FEW),
                cell(0.2, "0.085", "n 4,385")),
            List.of(
                cell(0.4, "0.129", "n 93"),
                cell(1, "0.317", "n 309"),
                cell(0.35, "0.119", "n 808"),
                cell(0.25, "0.090", "n 89"),
                cell(0.8, "0.268", "n 9,561")),
            List.of(
                cell(0.4, "0.129", "n 93"),
                new HeatMap.Cell(0, "", "", HeatMap.Kind.EMPTY),
                new HeatMap.Cell(0, "undefined", "no positive rows", HeatMap.Kind.FEW),
                cell(0.52, "0.090", "n 89"),
                cell(0.48, "0.268", "n 9,561"))));
  }

  private static HeatMap.Cell cell(double shade, String shown, String note) {
    return new HeatMap.Cell(shade, shown, note, HeatMap.Kind.SHADED);
  }

  /// A histogram.
  public static Bins bins() {
    List<Bins.Bin> bins = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      bins.add(
          new Bins.Bin(
              i % 5 == 0 ? String.valueOf(17 + i * 4) : "",
              100 * Math.exp(-i / 6.0) * (i + 1),
              GroupBars.Kind.GROUP));
    }
    return new Bins("age", "Most are between 20 and 50.", "age", bins);
  }
}
