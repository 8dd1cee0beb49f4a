package dev.assay.chart;

/// Light or dark.
public enum Theme {
  /// Dark ink on light ground; paper.
  LIGHT,
  /// Light ink on dark ground.
  DARK
}
