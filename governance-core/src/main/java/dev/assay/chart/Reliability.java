package dev.assay.chart;

import java.util.List;

/// A reliability diagram: what was predicted against what came true, with the number of rows in
/// each bin below.
///
/// @param title what it is
/// @param words the text alternative
/// @param predicted what the horizontal axis says: "mean predicted probability"
/// @param observed what the vertical axis says
/// @param bins bins that hold rows
public record Reliability(
    String title, String words, String predicted, String observed, List<Bin> bins)
    implements Chart {

  /// One bin.
  ///
  /// @param predicted mean predicted probability
  /// @param observed observed share
  /// @param lower lower end of its interval
  /// @param upper upper end of its interval
  /// @param weight rows in the bin
  public record Bin(double predicted, double observed, double lower, double upper, double weight) {}
}
