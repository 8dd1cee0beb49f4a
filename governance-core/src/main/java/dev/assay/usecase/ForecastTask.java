package dev.assay.usecase;

import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import dev.assay.model.ModelSpec;
import dev.assay.model.ModelSpecs;
import dev.assay.model.OutputMeaning;
import dev.assay.predictions.ForecastAssembly;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A run over forecasts: of a model whose description says that its output holds some, or of a
/// table that holds them.
final class ForecastTask {

  private ForecastTask() {}

  /// Whether a request is about forecasts.
  ///
  /// @param model the model as it can be read, absent = none
  static boolean isAsked(EvaluateRequest request, @Nullable Path model) {
    if (model == null) {
      return request.forecast().prefix() != null;
    }
    Path described =
        request.modelSpec() != null ? request.modelSpec() : ModelSpecs.beside(model).orElse(null);
    return described != null
        && ModelSpecs.read(described).outputs().stream()
            .map(ModelSpec.Output::meaning)
            .anyMatch(m -> m == OutputMeaning.FORECASTS);
  }

  /// The dataset as forecasts are held against it.
  static Dataset of(Dataset dataset, EvaluateRequest request) {
    refuse(request);
    DatasetSpec spec = dataset.spec();
    LabelSpec label = spec.label();
    if (label == null) {
      throw new InputRejected(
          "PREDICTIONS-NO-LABEL",
          "Nothing says which column holds what is forecast.",
          "Name it with --label, or in the dataset's description.");
    }
    List<ColumnSpec> columns = spec.columns().stream().map(c -> role(c, request)).toList();
    return new RespecifiedDataset(
        dataset,
        new DatasetSpec(
            spec.name(),
            spec.title(),
            Task.FORECASTING,
            new LabelSpec(label.column(), null, List.of(), null),
            columns,
            spec.format()));
  }

  /// Forecasts that stand in the table are no features.
  private static ColumnSpec role(ColumnSpec column, EvaluateRequest request) {
    String prefix = request.model() == null ? request.forecast().prefix() : null;
    return prefix != null
            && column.name().startsWith(prefix)
            && column.role() != ColumnRole.LABEL
            && column.role() != ColumnRole.SENSITIVE
        ? column.withRole(ColumnRole.PREDICTION, "a forecast")
        : column;
  }

  private static void refuse(EvaluateRequest request) {
    if (request.weight() != null) {
      throw new UsageError(
          "USAGE-WEIGHT", "Forecasts of a time count once each.", "Leave --weight out.");
    }
    if (request.cost() != null) {
      throw new UsageError(
          "USAGE-COST",
          "What it costs to forecast is not measured.",
          "Leave --cost out; the run says how long it took.");
    }
  }

  /// The forecasts beside what came.
  static Answered answered(
      EvaluateRequest request,
      @Nullable Path model,
      Dataset dataset,
      ForecastSource.Reading reading) {
    ForecastAsked asked = request.forecast();
    EvaluateForecasts.Made made =
        EvaluateForecasts.made(
            new ForecastRequest(
                model,
                request.modelSpec(),
                request.data(),
                request.datasetSpec(),
                Objects.requireNonNull(dataset.spec().label()).column(),
                asked.series(),
                asked.order(),
                Objects.requireNonNullElse(asked.prefix(), ""),
                asked.from(),
                asked.season(),
                List.of(),
                request.seed(),
                request.timeoutSeconds()),
            dataset,
            reading);
    ForecastSource.@Nullable Scored scored = made.source().scored();
    var predictions = ForecastAssembly.of(made.forecasts());
    return scored == null
        ? new Answered(predictions, null, null, null, new TreeMap<>())
        : new Answered(
            predictions, scored.model(), scored.binding(), scored.report(), scored.engines());
  }
}
