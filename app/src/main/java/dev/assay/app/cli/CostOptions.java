package dev.assay.app.cli;

import dev.assay.common.UsageError;
import dev.assay.usecase.CostAsked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is asked about the cost of a model.
final class CostOptions {

  @Option(
      names = "--cost",
      description =
          "Also measure what running the model takes: latency, throughput, memory, size, energy; and"
              + " price it.")
  boolean cost;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      split = ",",
      description = "Price sheets (YAML) in place of the examples that come with Assay.")
  List<Path> prices = new ArrayList<>();

  @Option(
      names = "--monthly",
      paramLabel = "N",
      description = "Predictions a month, for the monthly cost.")
  @Nullable Long monthly;

  @Option(
      names = "--latency-budget",
      paramLabel = "MS",
      description = "Most milliseconds that a prediction may take: which device meets it?")
  @Nullable Double latencyBudget;

  /// What is asked, null = nothing.
  @Nullable CostAsked asked() {
    if (cost) {
      return new CostAsked(List.copyOf(prices), monthly, latencyBudget);
    }
    if (!prices.isEmpty() || monthly != null || latencyBudget != null) {
      throw new UsageError(
          "USAGE-COST",
          "Prices, a monthly load and a latency budget need --cost.",
          "Add --cost, which measures what they are held against.");
    }
    return null;
  }
}
