package dev.assay.predictions;

import dev.assay.common.InputRejected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows that can be used, and why the others cannot.
///
/// @param rows dataset rows (0-based), ascending
/// @param excluded why others are left out, in the order of their first rows
record Usable(int[] rows, List<Predictions.Exclusion> excluded) {

  private static final int SHOWN_ROWS = 20;
  private static final int REASONS = 50;
  private static final String OTHER = "other reasons of the same kinds";

  /// Asks of every row why it cannot be used.
  ///
  /// @param total rows of the dataset
  /// @param objection of a row (0-based): the reason in words, or null when it can be used
  /// @throws InputRejected when no row is left
  static Usable of(int total, IntFunction<@Nullable String> objection) {
    int[] kept = new int[total];
    int size = 0;
    Map<String, Tally> reasons = new LinkedHashMap<>();
    for (int row = 0; row < total; row++) {
      String reason = objection.apply(row);
      if (reason == null) {
        kept[size++] = row;
      } else {
        boolean full = reasons.size() >= REASONS && !reasons.containsKey(reason);
        reasons.computeIfAbsent(full ? OTHER : reason, r -> new Tally()).add(row);
      }
    }
    List<Predictions.Exclusion> excluded = new ArrayList<>();
    reasons.forEach((reason, tally) -> excluded.add(tally.exclusion(reason)));
    if (size == 0) {
      throw nothingLeft(total, excluded);
    }
    return new Usable(Arrays.copyOf(kept, size), List.copyOf(excluded));
  }

  private static InputRejected nothingLeft(int total, List<Predictions.Exclusion> excluded) {
    String why =
        excluded.stream()
            .limit(5)
            .map(e -> String.format(Locale.ROOT, "%s (%,d rows)", e.reason(), e.count()))
            .collect(Collectors.joining("; "));
    return new InputRejected(
        "PREDICTIONS-NO-ROWS",
        total == 0
            ? "The dataset has no rows, so there is nothing to evaluate."
            : String.format(Locale.ROOT, "None of the %,d rows can be evaluated: %s.", total, why),
        "Check the label column, its classes and the scores.");
  }

  /// Number of usable rows.
  int size() {
    return rows.length;
  }

  /// Values of the usable rows.
  double[] pick(double[] values) {
    double[] picked = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = values[rows[i]];
    }
    return picked;
  }

  /// Rows with one reason.
  private static final class Tally {
    private final List<Long> first = new ArrayList<>();
    private long count;

    void add(int row) {
      count++;
      if (first.size() < SHOWN_ROWS) {
        first.add(row + 1L);
      }
    }

    Predictions.Exclusion exclusion(String reason) {
      return new Predictions.Exclusion(reason, count, List.copyOf(first));
    }
  }
}
