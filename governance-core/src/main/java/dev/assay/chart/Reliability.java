package dev.assay.chart;

import dev.assay.slice.RowQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  /// @param rows the rows behind it, absent where there are none to show
  public record Bin(
      double predicted,
      double observed,
      double lower,
      double upper,
      double weight,
      @Nullable RowQuery rows) {

    /// A bin without rows behind it.
    public Bin(double predicted, double observed, double lower, double upper, double weight) {
      this(predicted, observed, lower, upper, weight, null);
    }
  }
}
