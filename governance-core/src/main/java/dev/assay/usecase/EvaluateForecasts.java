package dev.assay.usecase;

import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.Warning;
import dev.assay.evaluation.ForecastWarnings;
import dev.assay.metric.forecast.BlockBootstrap;
import dev.assay.metric.forecast.ForecastMetrics;
import dev.assay.predictions.Forecasts;
import dev.assay.predictions.TimeOrder;
import dev.assay.slice.Attribute;
import dev.assay.slice.Attributes;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Measures forecasts of several steps that stand in a table, or that a model makes of it: by step,
/// with quantiles, intervals and groups. Forecasts are compared with later rows of their series
/// only.
///
/// @param workers make the worker that reads the table
public record EvaluateForecasts(WorkerFactory workers) {

  private static final int DRAWS = 1_000;

  /// Runs a request.
  ///
  /// @throws UsageError when the request names what the table does not have
  /// @throws InputRejected when the table is refused
  public ForecastRun run(ForecastRequest request, Progress progress, Cancellation cancellation) {
    long bytes = FileSizes.of(request.model(), request.data());
    try (Scratch scratch = Scratch.create();
        Worker worker = workers.forFilesOf(bytes, Duration.ofSeconds(request.timeoutSeconds()))) {
      Intake intake = new Intake(worker, progress, cancellation);
      Dataset dataset =
          intake.dataset(request.data(), request.datasetSpec(), scratch.folder("data"));
      Made made =
          made(
              request,
              dataset,
              new ForecastSource.Reading(intake, scratch.folder("scores"), ScoreCache.none()));
      Forecasts forecasts = made.forecasts();
      int[] rows = IntStream.range(0, dataset.rows()).toArray();
      List<Attribute> attributes = Attributes.of(dataset, rows, request.sensitive());
      ForecastMetrics metrics =
          new ForecastMetrics(
              forecasts, new BlockBootstrap(DRAWS, RunEvaluation.LEVEL, request.seed()));
      ForecastSource.@Nullable Scored scored = made.source().scored();
      List<Warning> warnings = new ArrayList<>();
      if (scored != null) {
        warnings.addAll(scored.report().warnings());
      }
      warnings.addAll(dataset.warnings());
      warnings.addAll(ForecastWarnings.of(forecasts, metrics));
      return new ForecastRun(
          dataset.digest(),
          scored == null ? null : scored.model().digest(),
          dataset.rows(),
          request,
          forecasts,
          metrics.of(attributes),
          List.copyOf(warnings));
    }
  }

  /// Forecasts and where they come from.
  record Made(Forecasts forecasts, ForecastSource source) {}

  /// Reads the forecasts of a table, or has them made.
  ///
  /// @throws UsageError when the request names what the table does not have
  /// @throws InputRejected when the table is refused
  static Made made(ForecastRequest request, Dataset dataset, ForecastSource.Reading reading) {
    if (request.season() < 1) {
      throw new UsageError(
          "USAGE-SEASON",
          "A season of " + request.season() + " rows is none.",
          "Give --season 1 for the last value, 24 for hours of a day, 12 for months of a year.");
    }
    if (request.from() < 1) {
      throw new UsageError(
          "USAGE-FROM",
          "There is no row " + request.from() + " of a series.",
          "Give --from 1 for the first row.");
    }
    double[] truth = numbers(dataset, request.target());
    ForecastSource source = ForecastSource.of(request, dataset, reading);
    TimeOrder order = order(source, dataset);
    requireHorizon(source.columns().names().size(), order);
    return new Made(
        new Forecasts(
            source.columns().quantiles(),
            values(source, order, request.from()),
            truth,
            order,
            request.season()),
        source);
  }

  /// [step - 1][quantile][row], without those of rows that are history.
  private static double[][][] values(ForecastSource source, TimeOrder order, int from) {
    List<List<String>> names = source.columns().names();
    double[][][] values = new double[names.size()][][];
    for (int step = 0; step < values.length; step++) {
      values[step] =
          names.get(step).stream()
              .map(name -> source.numbers().apply(name).clone())
              .toArray(double[][]::new);
      for (double[] column : values[step]) {
        order
            .series()
            .forEach(
                rows -> IntStream.of(rows).limit(from - 1L).forEach(r -> column[r] = Double.NaN));
      }
    }
    return values;
  }

  private static void requireHorizon(int horizon, TimeOrder order) {
    if (order.longest() <= horizon) {
      throw new InputRejected(
          "FORECAST-HORIZON",
          "The horizon of "
              + horizon
              + " steps does not fit the targets: the longest series has "
              + order.longest()
              + " rows.",
          "Give longer series, or name the series' column with --series.");
    }
  }

  private static TimeOrder order(ForecastSource source, Dataset dataset) {
    String[] names = new String[dataset.rows()];
    @Nullable Column series = source.series() == null ? null : dataset.column(source.series());
    Arrays.setAll(names, row -> series == null ? "" : String.valueOf(series.text(row)));
    String named = source.order();
    if (named == null) {
      return new TimeOrder(names, places(names));
    }
    double[] times = numbers(dataset, named);
    for (int row = 0; row < times.length; row++) {
      if (Double.isNaN(times[row])) {
        throw unordered(
            "Row " + (row + 1) + " has no time in column " + shown(named),
            "Give every row its time.");
      }
    }
    TimeOrder order = new TimeOrder(names, times);
    List<Integer> twice = order.twice();
    if (!twice.isEmpty()) {
      throw unordered(
          "Rows "
              + (twice.getFirst() + 1)
              + " and "
              + (twice.getLast() + 1)
              + " of one series have the same time in column "
              + shown(named),
          "Name the column of the series with --series, or remove one of the rows.");
    }
    return order;
  }

  /// Places of rows within their series.
  private static double[] places(String[] names) {
    Map<String, Integer> seen = new HashMap<>();
    double[] places = new double[names.length];
    for (int row = 0; row < names.length; row++) {
      places[row] = seen.merge(names[row], 1, Integer::sum) - 1;
    }
    return places;
  }

  /// The numbers or times of a column, NaN where there are none.
  static double[] numbers(Dataset dataset, String name) {
    return switch (dataset.column(name)) {
      case Column.Numbers numbers -> numbers.values();
      case Column.Integers integers ->
          IntStream.range(0, integers.rows())
              .mapToDouble(r -> integers.isMissing(r) ? Double.NaN : integers.values()[r])
              .toArray();
      case Column.Categories ignored -> throw notNumbers(name);
      case Column.Texts ignored -> throw notNumbers(name);
    };
  }

  private static InputRejected notNumbers(String name) {
    return new InputRejected(
        "FORECAST-NUMBERS",
        "Column " + shown(name) + " holds texts where numbers or times are needed.",
        "Correct the column, or name another.");
  }

  private static InputRejected unordered(String what, String remedy) {
    return new InputRejected("FORECAST-ORDER", what + ".", remedy);
  }

  private static String shown(String name) {
    return "'" + Visible.of(name, 60) + "'";
  }
}
