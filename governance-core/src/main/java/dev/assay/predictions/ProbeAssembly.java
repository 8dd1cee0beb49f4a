package dev.assay.predictions;

import dev.assay.dataset.Dataset;
import dev.assay.dataset.Task;
import dev.assay.predictions.Predictions.Generated;
import dev.assay.predictions.Predictions.Quantity;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Puts together what a masked language model makes of the rows of a dataset.
///
/// @param dataset the rows
/// @param objection why a row (0-based) could not be asked, or null when it was
/// @param quantities of a row, by metric
public record ProbeAssembly(
    Dataset dataset,
    IntFunction<@Nullable String> objection,
    SortedMap<String, PerRow> quantities) {

  /// A quantity of a row.
  ///
  /// @param amount of the row
  /// @param per what it is divided by
  public record PerRow(IntToDoubleFunction amount, IntToDoubleFunction per) {

    /// Over rows.
    public static PerRow of(IntToDoubleFunction amount) {
      return new PerRow(amount, row -> 1);
    }
  }

  /// The rows that were asked; the others are left out, counted and listed.
  ///
  /// @param truth the hidden word or the second text
  /// @param answer what the model says
  /// @param score how good that is, or how far from neutral
  /// @param neutral whether 0 is neutral, so that far from it is bad either way; otherwise larger
  ///   is better
  /// @throws dev.assay.common.InputRejected when no row was asked
  public Generated of(
      IntFunction<String> truth,
      IntFunction<String> answer,
      IntToDoubleFunction score,
      boolean neutral) {
    RowWeights weights = RowWeights.of(dataset);
    Usable usable =
        Usable.of(
            dataset.rows(),
            row -> {
              String own = objection.apply(row);
              return own == null ? weights.objection(row) : own;
            });
    SortedMap<String, Quantity> all = new TreeMap<>();
    quantities.forEach(
        (metric, each) ->
            all.put(
                metric, new Quantity(values(usable, each.amount()), values(usable, each.per()))));
    double[] scores = values(usable, score);
    return new Generated(
        Task.MASKED_PROBE,
        usable.rows(),
        weights.of(usable),
        usable.excluded(),
        all,
        Arrays.stream(usable.rows()).mapToObj(truth).toList(),
        Arrays.stream(usable.rows()).mapToObj(answer).toList(),
        scores,
        Arrays.stream(scores).map(s -> neutral ? Math.abs(s) : -s).toArray());
  }

  private static double[] values(Usable usable, IntToDoubleFunction value) {
    return Arrays.stream(usable.rows()).mapToDouble(value).toArray();
  }
}
