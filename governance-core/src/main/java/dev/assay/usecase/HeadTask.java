package dev.assay.usecase;

import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import dev.assay.model.ModelArtefact;
import dev.assay.model.Transformer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a text model's head says about a task that nobody described: a column of few different
/// numbers is a scale of numbers to a regression and a set of classes to a classifier.
final class HeadTask {

  private HeadTask() {}

  /// The dataset with the task that the model is made for, where the task was guessed and the label
  /// can be read that way.
  ///
  /// @param imported the dataset as it was read, before anything was chosen for this run
  static Dataset of(
      Dataset dataset, Dataset imported, EvaluateRequest request, @Nullable ModelArtefact model) {
    Transformer beside = model == null ? null : model.transformer();
    LabelSpec label = dataset.spec().label();
    if (beside == null || label == null || isDescribed(imported, request)) {
      return dataset;
    }
    boolean numbers = isNumber(dataset.spec(), label.column());
    boolean two = dataset.spec().task() == Task.BINARY_CLASSIFICATION;
    boolean regression =
        beside.problem().equals(Transformer.REGRESSION) || (beside.labels().size() == 1 && !two);
    return numbers && regression ? asRegression(dataset, label) : dataset;
  }

  private static boolean isDescribed(Dataset imported, EvaluateRequest request) {
    LabelSpec described = imported.report().guessed() ? null : imported.spec().label();
    return described != null
        && (request.label() == null || described.column().equals(request.label()));
  }

  private static boolean isNumber(DatasetSpec spec, String column) {
    Optional<ColumnType> type = spec.column(column).map(ColumnSpec::type);
    return type.filter(t -> t == ColumnType.NUMBER || t == ColumnType.INTEGER).isPresent();
  }

  private static Dataset asRegression(Dataset dataset, LabelSpec label) {
    DatasetSpec spec = dataset.spec();
    return new RespecifiedDataset(
        dataset,
        new DatasetSpec(
            spec.name(),
            spec.title(),
            Task.REGRESSION,
            new LabelSpec(label.column(), null, List.of(), null),
            spec.columns(),
            spec.format()));
  }
}
