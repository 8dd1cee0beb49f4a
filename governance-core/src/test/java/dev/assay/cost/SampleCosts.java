package dev.assay.cost;

import dev.assay.inference.cost.Energy;
import dev.assay.inference.cost.Latency;
import dev.assay.inference.cost.Measurement;
import dev.assay.inference.cost.Memory;
import dev.assay.inference.cost.Timing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Measurements with round numbers.
public final class SampleCosts {

  private SampleCosts() {}

  /// A text takes 2 ms (8 tokens) or 5 ms (64 tokens); 10 texts of 8 tokens take 10 ms.
  public static Measurement texts() {
    return new Measurement(
        "text",
        always(5, 40),
        always(5, 4),
        always(500, 0.02),
        List.of(
            new Latency(1, 8, 3, always(200, 2)),
            new Latency(1, 64, 7, always(200, 5)),
            new Latency(10, 8, 12, always(50, 10))),
        8,
        40,
        new Memory(200_000_000L, 120_000_000L),
        3_400_000,
        Energy.unknown("this machine offers no energy counters"),
        new TreeMap<>(Map.of("provider", "cpu", "threads", "2")));
  }

  /// Priced by these sheets.
  public static Cost of(
      List<PriceSheet> sheets, @Nullable Long monthly, @Nullable Double budgetMillis) {
    return new Cost("A processor", texts(), sheets, monthly, budgetMillis);
  }

  private static Timing always(int calls, double millis) {
    double[] times = new double[calls];
    Arrays.fill(times, millis);
    return Timing.of(times);
  }
}
