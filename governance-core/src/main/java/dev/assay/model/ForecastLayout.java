package dev.assay.model;

import java.util.ArrayList;
import java.util.List;

/// Where the forecasts of a row stand in an output [N, horizon] or [N, horizon, columns].
///
/// @param horizon steps that are measured; [#OPEN] = as many as the model's first answer has
/// @param quantiles of a step, ascending, as the description writes them; empty where a step is one
///   number
/// @param columns numbers of a step: quantiles, or channels, or 1
/// @param channel which of the numbers is measured where they are channels, from 0; 0 elsewhere
public record ForecastLayout(int horizon, List<String> quantiles, int columns, int channel) {

  /// The horizon of a graph that leaves it open and of which the description says nothing.
  public static final int OPEN = 0;

  /// Most numbers that a model may answer a row with.
  public static final int MOST = 20_000;

  /// Whether only the model's first answer says how many steps there are.
  public boolean isOpen() {
    return horizon == OPEN;
  }

  /// Numbers of a step that are measured: one a quantile, else one.
  public int measured() {
    return Math.max(1, quantiles.size());
  }

  /// Names of the numbers of so many steps, step after step: `2` two steps ahead, `2_q0.9` of a
  /// quantile.
  public List<String> names(int steps) {
    List<String> names = new ArrayList<>();
    for (int step = 1; step <= steps; step++) {
      if (quantiles.isEmpty()) {
        names.add(String.valueOf(step));
      }
      for (String quantile : quantiles) {
        names.add(step + "_q" + quantile);
      }
    }
    return List.copyOf(names);
  }
}
