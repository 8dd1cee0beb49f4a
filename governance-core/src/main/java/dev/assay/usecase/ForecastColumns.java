package dev.assay.usecase;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The columns of a table that hold forecasts: `PREFIXh`, or `PREFIXh_qP` for quantile P, h steps
/// ahead.
///
/// @param quantiles ascending; empty where a forecast is one number
/// @param names [step - 1][quantile]
record ForecastColumns(List<Double> quantiles, List<List<String>> names) {

  private static final String CODE = "FORECAST-COLUMNS";
  private static final int MOST_STEPS = 1_000;
  private static final double POINT = 0;

  /// Finds them.
  ///
  /// @param names of all columns
  /// @throws InputRejected when steps or quantiles are missing, named twice or out of range
  static ForecastColumns in(List<String> names, String prefix) {
    Pattern pattern = Pattern.compile(Pattern.quote(prefix) + "(\\d{1,4})(?:_q([0-9.]{1,20}))?");
    SortedMap<Integer, SortedMap<Double, String>> found = new TreeMap<>();
    for (String column : names) {
      Matcher matcher = pattern.matcher(column);
      if (matcher.matches()) {
        double quantile = matcher.group(2) == null ? POINT : quantile(column, matcher.group(2));
        String twice =
            found
                .computeIfAbsent(Integer.valueOf(matcher.group(1)), s -> new TreeMap<>())
                .put(quantile, column);
        if (twice != null) {
          throw rejected(
              "Columns " + shown(twice) + " and " + shown(column) + " say the same",
              "Keep one of them.");
        }
      }
    }
    requireSteps(found, prefix);
    List<Double> first = List.copyOf(found.firstEntry().getValue().keySet());
    found.forEach((step, columns) -> requireAlike(first, step, columns));
    return new ForecastColumns(
        first.contains(POINT) ? List.of() : first,
        found.values().stream().map(c -> List.copyOf(c.values())).toList());
  }

  private static double quantile(String column, String text) {
    double quantile;
    try {
      quantile = Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      quantile = Double.NaN;
    }
    if (!(quantile > 0 && quantile < 1)) {
      throw rejected(
          "Column " + shown(column) + " names the quantile " + text,
          "Name a number between 0 and 1: forecast_1_q0.9.");
    }
    return quantile;
  }

  private static void requireSteps(
      SortedMap<Integer, SortedMap<Double, String>> found, String prefix) {
    if (found.isEmpty()) {
      throw rejected(
          "No column holds a forecast: none is called '"
              + Visible.of(prefix, 40)
              + "1' or '"
              + Visible.of(prefix, 40)
              + "1_q0.5'",
          "Name the forecasts so, one column a step and quantile, or give their --prefix.");
    }
    int step = 0;
    for (int given : found.keySet()) {
      step++;
      if (given != step || step > MOST_STEPS) {
        throw rejected(
            given == step
                ? "There are more than " + MOST_STEPS + " steps"
                : "There is a forecast " + given + " steps ahead and none for step " + step,
            "Give every step from 1 to the horizon, at most " + MOST_STEPS + ".");
      }
    }
  }

  private static void requireAlike(List<Double> first, int step, Map<Double, String> columns) {
    if (columns.containsKey(POINT) && columns.size() > 1) {
      throw rejected(
          "Column "
              + shown(String.valueOf(columns.get(POINT)))
              + " names no quantile, and others of step "
              + step
              + " do",
          "Name the quantile of every column (the median is q0.5), or of none.");
    }
    if (!List.copyOf(columns.keySet()).equals(first)) {
      throw rejected(
          "Step " + step + " has other quantiles than step 1", "Give every step the same ones.");
    }
  }

  private static String shown(String name) {
    return "'" + Visible.of(name, 60) + "'";
  }

  private static InputRejected rejected(String what, String remedy) {
    return new InputRejected(CODE, what + ".", remedy);
  }
}
