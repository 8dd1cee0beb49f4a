package dev.assay.usecase;

import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.Dataset;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreColumns;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.model.ForecastBinder;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.model.ModelSpecs;
import dev.assay.model.WindowReading;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where forecasts come from: columns of the table, or a model that reads its windows.
///
/// @param columns which there are
/// @param numbers the forecasts of a column, by row
/// @param series column that names the series, absent = one
/// @param order column of times, absent = rows stand in order
/// @param scored how the model ran, absent where forecasts stand in the table
record ForecastSource(
    ForecastColumns columns,
    Function<String, double[]> numbers,
    @Nullable String series,
    @Nullable String order,
    @Nullable Scored scored) {

  private static final int BATCH_ROWS = 1024;

  /// A model that ran.
  ///
  /// @param engines versions of the engines of an earlier run whose forecasts were kept; else empty
  record Scored(
      ModelArtefact model,
      ModelBinding binding,
      ScoreReport report,
      SortedMap<String, String> engines) {}

  /// What reads a table and its model.
  ///
  /// @param intake runs the model
  /// @param folder receives what the model says; empty
  /// @param cache keeps what the model says
  record Reading(Intake intake, Path folder, ScoreCache cache) {}

  static ForecastSource of(ForecastRequest request, Dataset dataset, Reading reading) {
    Path model = request.model();
    if (model != null) {
      return scored(request, model, dataset, reading);
    }
    List<String> names = dataset.spec().columns().stream().map(ColumnSpec::name).toList();
    return new ForecastSource(
        ForecastColumns.in(names, request.prefix()),
        name -> EvaluateForecasts.numbers(dataset, name),
        request.series(),
        request.order(),
        null);
  }

  private static ForecastSource scored(
      ForecastRequest request, Path model, Dataset dataset, Reading reading) {
    Path described =
        request.modelSpec() != null ? request.modelSpec() : ModelSpecs.beside(model).orElse(null);
    if (described == null) {
      throw new InputRejected(
          "FORECAST-OUTPUT",
          "Nothing says what feeds the model '"
              + Visible.of(String.valueOf(model.getFileName()), 120)
              + "' and which quantiles it gives.",
          "Write a description (x.model.json beside x.onnx) with a window, and an output with the"
              + " meaning forecasts.");
    }
    ModelArtefact artefact = reading.intake().model(model);
    ModelBinding binding =
        ForecastBinder.bind(artefact, dataset.spec(), ModelSpecs.read(described), request.target());
    Scored scored = run(request, model, artefact, binding, dataset, reading);
    ColumnarFolder scores = ColumnarFolder.open(reading.folder());
    List<String> names = scored.report().classes();
    @Nullable WindowReading window =
        binding.inputs().stream()
            .map(InputBinding::window)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return new ForecastSource(
        ForecastColumns.in(names, ""),
        name -> column(scores, names.indexOf(name)),
        same("series", request.series(), window == null ? null : window.group()),
        same("order", request.order(), window == null ? null : window.order()),
        scored);
  }

  /// The model over the table, or what it said of the same table before.
  private static Scored run(
      ForecastRequest request,
      Path model,
      ModelArtefact artefact,
      ModelBinding binding,
      Dataset dataset,
      Reading reading) {
    RunPlan plan =
        new RunPlan(
            "cpu",
            BATCH_ROWS,
            Runtime.getRuntime().availableProcessors(),
            request.timeoutSeconds());
    String key = ScoreCache.key(artefact, dataset, null, binding, plan);
    ScoreCache.@Nullable Kept before = reading.cache().find(key, reading.folder()).orElse(null);
    if (before != null) {
      Scoring.requireSame(artefact, before.report(), model);
      return new Scored(artefact, binding, before.report().reused(), before.engines());
    }
    ScoreReport report =
        reading
            .intake()
            .worker()
            .score(
                new ScoreRequest(
                    model.toAbsolutePath(),
                    dataset.columnarFolder(),
                    binding,
                    plan,
                    reading.folder()),
                reading.intake().progress(),
                reading.intake().cancellation());
    Scoring.requireSame(artefact, report, model);
    reading
        .cache()
        .keep(
            key,
            reading.folder(),
            new ScoreCache.Kept(report, reading.intake().worker().engines()));
    return new Scored(artefact, binding, report, new TreeMap<>());
  }

  private static double[] column(ColumnarFolder scores, int place) {
    return ((Column.Numbers) scores.column(ScoreColumns.score(place))).values();
  }

  /// What the model's windows follow must be what targets are looked up by.
  private static @Nullable String same(
      String option, @Nullable String asked, @Nullable String described) {
    if (asked != null && described != null && !asked.equals(described)) {
      throw new UsageError(
          "USAGE-FORECAST",
          "--"
              + option
              + " says '"
              + Visible.of(asked, 60)
              + "', and the model's windows follow '"
              + Visible.of(described, 60)
              + "'.",
          "Leave --" + option + " out, or correct the model's description.");
    }
    return described == null ? asked : described;
  }
}
