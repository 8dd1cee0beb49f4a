package dev.assay.usecase;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.LabelSet;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import dev.assay.model.CausalGraph;
import dev.assay.model.Embeddings;
import dev.assay.model.ModelArtefact;
import dev.assay.model.Transformer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a text model's head says about a task that nobody described: a column of few different
/// numbers is a scale of numbers to a regression and a set of classes to a classifier, and columns
/// of yes and no that are called like the labels of a multi-label model are its labels.
///
/// @param dataset as it was read and chosen for this run
/// @param beside what lies beside the model's graph
record HeadTask(Dataset dataset, Transformer beside) {

  /// The dataset with the task that the model is made for, where the task was guessed and the label
  /// can be read that way.
  ///
  /// @param imported the dataset as it was read, before anything was chosen for this run
  static Dataset of(
      Dataset dataset, Dataset imported, EvaluateRequest request, @Nullable ModelArtefact model) {
    if (request.probe() != null) {
      return ProbeTask.of(dataset, request);
    }
    if (ForecastTask.isAsked(request, request.model())) {
      return ForecastTask.of(dataset, request);
    }
    Transformer beside = model == null ? null : model.transformer();
    if (beside == null) {
      return dataset;
    }
    if (beside.tagsWords()) {
      return new TagColumns(dataset, request.label()).found();
    }
    if (CausalGraph.is(model)) {
      return GenerationTask.of(dataset, request);
    }
    HeadTask head = new HeadTask(dataset, beside);
    if (beside.problem().equals(Transformer.MULTI_LABEL)) {
      return dataset.spec().labels() == null ? head.multiLabel() : dataset;
    }
    return isDescribed(imported, request)
        ? dataset
        : head.regression(Embeddings.output(model).isPresent());
  }

  private static boolean isDescribed(Dataset imported, EvaluateRequest request) {
    LabelSpec described = imported.report().guessed() ? null : imported.spec().label();
    return described != null
        && (request.label() == null || described.column().equals(request.label()));
  }

  /// @param embeddings whether the model says how alike two texts are
  private Dataset regression(boolean embeddings) {
    LabelSpec label = dataset.spec().label();
    if (label == null || !isNumber(label.column())) {
      return dataset;
    }
    boolean two = dataset.spec().task() == Task.BINARY_CLASSIFICATION;
    boolean numbers =
        embeddings
            || beside.problem().equals(Transformer.REGRESSION)
            || (beside.labels().size() == 1 && !two);
    return numbers
        ? with(
            Task.REGRESSION,
            new LabelSpec(label.column(), null, List.of(), null),
            dataset.spec().columns(),
            null)
        : dataset;
  }

  private boolean isNumber(String column) {
    Optional<ColumnType> type = dataset.spec().column(column).map(ColumnSpec::type);
    return type.filter(t -> t == ColumnType.NUMBER || t == ColumnType.INTEGER).isPresent();
  }

  private Dataset multiLabel() {
    List<String> names = beside.labels();
    boolean columns =
        !names.isEmpty()
            && names.stream().allMatch(name -> dataset.spec().column(name).isPresent());
    LabelSpec label = dataset.spec().label();
    LabelSet labels =
        columns
            ? LabelSet.ofColumns(names, names)
            : label == null ? null : ListedLabels.in(dataset.column(label.column()), label, names);
    if (labels == null) {
      throw noLabels(names);
    }
    return with(
        Task.MULTI_LABEL_CLASSIFICATION,
        null,
        dataset.spec().columns().stream().map(c -> role(c, labels)).toList(),
        labels);
  }

  private InputRejected noLabels(List<String> names) {
    String missing =
        names.stream()
            .filter(name -> dataset.spec().column(name).isEmpty())
            .findFirst()
            .map(name -> "no column '" + Visible.of(name, 60) + "'")
            .orElse("no columns for them");
    return new InputRejected(
        "PREDICTIONS-LABELS",
        "The model may give a text any of "
            + names.size()
            + " labels, and the dataset has "
            + missing
            + " and no column that lists them.",
        "Give a column of 0 and 1 for each label, or name the column that lists them, such as"
            + " 'toxic;insult', with --label.");
  }

  private static ColumnSpec role(ColumnSpec column, LabelSet labels) {
    if (labels.columns().contains(column.name())) {
      return column.withRole(ColumnRole.LABEL, "a label of the model");
    }
    return column.role() == ColumnRole.LABEL
        ? column.withRole(ColumnRole.UNUSED, "no label of the model")
        : column;
  }

  private Dataset with(
      Task task, @Nullable LabelSpec label, List<ColumnSpec> columns, @Nullable LabelSet labels) {
    DatasetSpec spec = dataset.spec();
    return new RespecifiedDataset(
        dataset,
        new DatasetSpec(spec.name(), spec.title(), task, label, columns, spec.format(), labels));
  }
}
