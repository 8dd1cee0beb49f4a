package dev.assay.cost;

import dev.assay.inference.cost.Measurement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a run took on the machine that measured it, and the prices that it is held against. Times
/// differ from run to run, so this stands apart from everything that does not.
///
/// @param machine the processor's name and what drives it
/// @param measured what was measured
/// @param sheets prices
/// @param monthly predictions a month, absent when nobody said
/// @param latencyBudgetMillis most milliseconds that a prediction may take, absent when nobody said
public record Cost(
    String machine,
    Measurement measured,
    List<PriceSheet> sheets,
    @Nullable Long monthly,
    @Nullable Double latencyBudgetMillis) {

  /// Keeps its own list; refuses what is not whole.
  public Cost {
    Objects.requireNonNull(machine);
    Objects.requireNonNull(measured);
    sheets = List.copyOf(sheets);
  }
}
