package dev.assay.evaluation;

import dev.assay.common.Rounded;
import dev.assay.dataset.Warning;
import dev.assay.metric.MetricValue;
import dev.assay.metric.fairness.GroupNumber;
import dev.assay.metric.forecast.BlockBootstrap;
import dev.assay.metric.forecast.ForecastMetrics;
import dev.assay.metric.forecast.ForecastNumber;
import dev.assay.predictions.Forecasts;
import dev.assay.predictions.Predictions.Forecasted;
import dev.assay.slice.SliceKey;
import dev.assay.slice.Slicing;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Everything that is computed of forecasts. Numbers of all steps and, of the band, of the widest
/// one, are those of the slice; those of a step, a quantile or another band name it as their
/// target: "step 3", "quantile 0.9", "0.25 to 0.75, step 3".
final class ForecastFacts {

  private static final int DRAWS = 1_000;
  private static final String COVERAGE = "interval_coverage";
  private static final String NOMINAL = "interval_nominal";

  /// Comparison → what is compared, in words.
  private static final Map<String, String> GAPS =
      new TreeMap<>(
          Map.of(
              "mae",
              "mean absolute error",
              "rmse",
              "root mean squared error",
              "mean_error",
              "mean error",
              COVERAGE,
              "coverage of the band"));

  private final Forecasted predictions;
  private final EvaluationSettings settings;
  private final SlicedFacts sliced;
  private final ForecastMetrics metrics;
  private final int[] elements;

  ForecastFacts(
      EvaluationInput input, Forecasted predictions, Progress progress, Cancellation cancellation) {
    this.predictions = predictions;
    this.sliced = SlicedFacts.of(input, progress, cancellation);
    this.settings = sliced.settings();
    Forecasts forecasts = predictions.forecasts();
    this.metrics =
        new ForecastMetrics(
            forecasts, new BlockBootstrap(DRAWS, settings.level(), settings.seed()));
    this.elements = new int[forecasts.truth().length];
    Arrays.fill(elements, -1);
    for (int i = 0; i < predictions.size(); i++) {
      elements[predictions.rowIndex()[i]] = i;
    }
  }

  Facts compute() {
    sliced.stages().begin("measuring forecasts by step");
    List<MetricRow> rows =
        new ArrayList<>(
            rows(predictions.size(), metrics.of(SliceKey.WHOLE, row -> elements[row] >= 0, true)));
    List<Tested> tested = new ArrayList<>();
    SlicePlan plan = sliced.plan();
    for (int i = 0; i < plan.slicings().size(); i++) {
      tested.addAll(slicing(plan.slicings().get(i), i < plan.singles(), rows));
    }
    return sliced.facts(rows, tested, predictions.size(), Curves.NONE, warnings());
  }

  /// Adds the rows of the groups of a slicing; gives their comparisons.
  ///
  /// @param single whether it is of one attribute: steps are told apart and groups are compared
  private List<Tested> slicing(Slicing slicing, boolean single, List<MetricRow> rows) {
    List<List<ForecastNumber>> groups = new ArrayList<>();
    long[] sizes = new long[slicing.size()];
    for (int code : slicing.codes()) {
      sizes[code]++;
    }
    for (int g = 0; g < slicing.size(); g++) {
      int group = g;
      List<ForecastNumber> own =
          metrics.of(
              slicing.keys().get(g),
              row -> elements[row] >= 0 && slicing.codes()[elements[row]] == group,
              single);
      groups.add(own);
      rows.addAll(rows(sizes[g], own));
      rows.add(
          sliced.representation(
              slicing.keys().get(g), sizes[g], sizes[g], sizes[g], predictions.size()));
    }
    List<Tested> tested = new ArrayList<>();
    if (single) {
      GroupComparer<List<ForecastNumber>> comparer =
          new GroupComparer<>(slicing, groups, null, settings);
      GAPS.forEach(
          (metric, noun) -> {
            if (groups.stream().anyMatch(own -> number(metric, own) != null)) {
              tested.addAll(
                  comparer.compare(
                      Comparison.<List<ForecastNumber>>difference(
                              metric + "_difference", metric, noun, own -> compared(metric, own))
                          .forMany()));
            }
          });
    }
    return tested;
  }

  /// Groups are compared as if the errors of one told nothing of another's; where groups share
  /// their times, errors mostly lie on the same side and the interval is too wide.
  private static GroupNumber compared(String metric, List<ForecastNumber> own) {
    ForecastNumber found = number(metric, own);
    return found == null
        ? new GroupNumber.Undefined("no such number")
        : switch (found.value()) {
          case MetricValue.Undefined(String reason) -> new GroupNumber.Undefined(reason);
          case MetricValue.Defined defined ->
              GroupNumber.mean(defined.value(), found.standardError(), "no number");
        };
  }

  private static @Nullable ForecastNumber number(String metric, List<ForecastNumber> own) {
    return own.stream()
        .filter(n -> n.metric().equals(metric) && n.step() == 0)
        .findFirst()
        .orElse(null);
  }

  private static List<MetricRow> rows(long n, List<ForecastNumber> numbers) {
    ForecastNumber widest = number(COVERAGE, numbers);
    List<MetricRow> rows = new ArrayList<>();
    for (ForecastNumber number : numbers) {
      boolean own =
          number.quantile() == null
              || (widest != null
                  && number.upper() != null
                  && Objects.equals(number.quantile(), widest.quantile()));
      String target = target(number, own);
      long targets = number.step() == 0 ? n : number.targets();
      rows.add(row(number.metric(), number, target, number.value(), targets));
      if (number.metric().equals(COVERAGE)) {
        double nominal = orZero(number.upper()) - orZero(number.quantile());
        rows.add(row(NOMINAL, number, target, MetricValue.of(nominal), targets));
      }
    }
    return rows;
  }

  private static MetricRow row(
      String metric, ForecastNumber number, @Nullable String target, MetricValue value, long n) {
    return new MetricRow(metric, number.slice(), target, value, n, null, null);
  }

  private static @Nullable String target(ForecastNumber number, boolean own) {
    List<String> parts = new ArrayList<>();
    if (!own) {
      String lower = Rounded.setting(orZero(number.quantile()));
      parts.add(
          number.upper() == null
              ? "quantile " + lower
              : lower + " to " + Rounded.setting(number.upper()));
    }
    if (number.step() > 0) {
      parts.add("step " + number.step());
    }
    return parts.isEmpty() ? null : String.join(", ", parts);
  }

  private static double orZero(@Nullable Double quantile) {
    return quantile == null ? 0 : quantile;
  }

  private List<Warning> warnings() {
    return ForecastWarnings.of(predictions.forecasts(), metrics);
  }
}
