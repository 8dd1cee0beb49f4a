package dev.assay.chart;

/// What a chart shows; how it looks is drawn elsewhere, once for the window and the report. Texts
/// from files must have gone through `Visible` before they come here.
public sealed interface Chart
    permits GroupBars,
        ForestPlot,
        Reliability,
        LineChart,
        HeatMap,
        Bins,
        Mosaic,
        MissingMap,
        GroupDistributions {

  /// What it is, in a few words.
  String title();

  /// One or two sentences that say what there is to see: the text alternative.
  String words();
}
