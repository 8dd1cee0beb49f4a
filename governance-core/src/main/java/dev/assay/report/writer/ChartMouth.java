package dev.assay.report.writer;

import dev.assay.chart.Chart;

/// How a medium shows a chart.
@FunctionalInterface
interface ChartMouth {

  /// Writes the chart.
  ///
  /// @param number of the chart in the document, from 1
  /// @param width in chart units; a line of text is 720 wide
  void write(Chart chart, int number, int width);
}
