package dev.assay.cost;

import dev.assay.inference.cost.Energy;
import dev.assay.inference.cost.GenerationTimes;
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
        new TreeMap<>(Map.of("provider", "cpu", "threads", "2")),
        null);
  }

  /// Answers of 16 tokens take 40 ms (prompts of 8 tokens) or 60 ms (32); four at once take 80 ms.
  ///
  /// @param undefined why further tokens have no times of their own; empty = each takes 2 ms
  public static Measurement answers(String undefined) {
    Measurement texts = texts();
    return new Measurement(
        "answer",
        texts.load(),
        texts.firstCall(),
        texts.prepare(),
        List.of(
            new Latency(1, 8, 50, always(100, 40)),
            new Latency(1, 32, 70, always(100, 60)),
            new Latency(4, 8, 90, always(50, 80))),
        8,
        30,
        texts.memory(),
        texts.diskBytes(),
        texts.energy(),
        texts.device(),
        new GenerationTimes(
            16,
            List.of(
                new Latency(1, 8, 20, always(100, 10)),
                new Latency(1, 32, 40, always(100, 30)),
                new Latency(4, 8, 40, always(50, 20))),
            undefined.isEmpty() ? List.of(new Latency(1, 32, 3, always(1500, 2))) : List.of(),
            undefined));
  }

  /// What answers take, priced by these sheets.
  public static Cost answering(String undefined, List<PriceSheet> sheets) {
    return new Cost("A processor", answers(undefined), sheets, null, null);
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
