package dev.assay.compare;

import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows that the two runs decide differently, counted in rows whatever their weight.
///
/// @param rows rows that both decided
/// @param share share of rows decided differently, with Wilson's interval
/// @param changed rows decided differently
/// @param corrected rows wrong in the first and right in the second
/// @param spoiled rows right in the first and wrong in the second
/// @param toPositive rows newly decided positive, absent for several classes
/// @param toNegative rows newly decided negative, absent for several classes
/// @param slices where they concentrate, every slice
public record DecisionChanges(
    long rows,
    MetricValue share,
    long changed,
    long corrected,
    long spoiled,
    @Nullable Long toPositive,
    @Nullable Long toNegative,
    List<SliceChange> slices) {

  /// Slices whose decisions changed beyond chance more often than the rest's, the largest share
  /// first.
  public List<SliceChange> concentrated() {
    return slices.stream()
        .filter(s -> s.concentration() == Concentration.MORE)
        .sorted(Comparator.<SliceChange>comparingDouble(s -> s.share().orNaN()).reversed())
        .toList();
  }

  /// Changed decisions of one slice.
  ///
  /// @param slice whose
  /// @param rows its rows
  /// @param changed its rows decided differently
  /// @param share of its rows, with Wilson's interval
  /// @param shareOfRest of all other rows; NaN where there are none
  /// @param pValueAdjusted of "as often as the rest", after Holm's correction for all slices; NaN
  ///   where there is no rest
  /// @param concentration what follows
  public record SliceChange(
      SliceKey slice,
      long rows,
      long changed,
      MetricValue share,
      double shareOfRest,
      double pValueAdjusted,
      Concentration concentration) {}

  /// How a slice stands to the rest.
  public enum Concentration {
    /// Beyond chance more often than the rest.
    MORE("more often than the rest"),
    /// Beyond chance less often than the rest.
    LESS("less often than the rest"),
    /// No difference beyond chance.
    ALIKE("as the rest, as far as can be told");

    private final String words;

    Concentration(String words) {
      this.words = words;
    }

    /// For people.
    public String words() {
      return words;
    }
  }
}
