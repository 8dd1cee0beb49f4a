package dev.assay.predictions;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import dev.assay.dataset.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers that stand in the dataset itself.
final class StoredAnswers {

  private StoredAnswers() {}

  static Predictions predictions(Dataset dataset, LabelSpec label) {
    List<ColumnSpec> scores = dataset.spec().withRole(ColumnRole.SCORE);
    List<ColumnSpec> decisions = dataset.spec().withRole(ColumnRole.PREDICTION);
    if (scores.isEmpty() && decisions.isEmpty()) {
      throw new InputRejected(
          "PREDICTIONS-NONE-STORED",
          "No model was given, and no column of the dataset holds its scores or predictions.",
          "Give --model, or give a column the role 'score' or 'prediction' in the dataset's"
              + " description.");
    }
    @Nullable ColumnSpec decision = decisions.isEmpty() ? null : only(decisions, "prediction");
    return switch (task(dataset, label)) {
      case MULTI_LABEL_CLASSIFICATION ->
          throw new IllegalStateException("a multi-label task without its labels");
      case TOKEN_CLASSIFICATION -> throw new IllegalStateException("tags without their words");
      case MASKED_PROBE, FORECASTING -> throw new IllegalStateException("they are read elsewhere");
      case TEXT_GENERATION ->
          throw new InputRejected(
              "PREDICTIONS-NONE-STORED",
              "Stored texts of a model that generates them cannot be evaluated.",
              "Give the model with --model.");
      case REGRESSION ->
          regression(dataset, label, decision == null ? only(scores, "score") : decision);
      case BINARY_CLASSIFICATION -> binary(dataset, label, scores, decision);
      case MULTICLASS_CLASSIFICATION ->
          MulticlassAssembly.of(dataset, label, multiclass(dataset, label, scores, decision));
    };
  }

  static List<Warning> notes(Dataset dataset) {
    List<ColumnSpec> scores = dataset.spec().withRole(ColumnRole.SCORE);
    LabelSpec label = dataset.spec().label();
    if (label == null || scores.size() != 1 || task(dataset, label) != Task.BINARY_CLASSIFICATION) {
      return List.of();
    }
    String name = scores.getFirst().name();
    ScoreScale scale = ScoreScale.of(values(dataset, name), name);
    return scale.top() == 1 ? List.of() : List.of(scale.note(name));
  }

  private static Task task(Dataset dataset, LabelSpec label) {
    Task task = dataset.spec().task();
    if (task != null) {
      return task;
    }
    return switch (label.classes().size()) {
      case 0 -> Task.REGRESSION;
      case 1, 2 -> Task.BINARY_CLASSIFICATION;
      default -> Task.MULTICLASS_CLASSIFICATION;
    };
  }

  private static Predictions regression(Dataset dataset, LabelSpec label, ColumnSpec column) {
    return RegressionAssembly.of(dataset, label, values(dataset, column.name()));
  }

  private static Predictions binary(
      Dataset dataset, LabelSpec label, List<ColumnSpec> scores, @Nullable ColumnSpec decision) {
    String positive = Classes.positive(label, label.classes());
    ClassMatcher classes =
        new ClassMatcher(
            label.classes().size() == 2 ? label.classes() : List.of("not " + positive, positive));
    if (!classes.knows(positive)) {
      throw Classes.doNotFit(label, label.classes(), List.of(positive));
    }
    double @Nullable [] score = null;
    if (!scores.isEmpty()) {
      String name = only(scores, "score").name();
      double[] raw = values(dataset, name);
      score = ScoreScale.of(raw, name).scaled(raw);
    }
    return BinaryAssembly.of(
        dataset,
        label,
        classes,
        classes.index(positive),
        score,
        decision == null ? null : dataset.column(decision.name()));
  }

  private static PredictionsAssembly.Answers multiclass(
      Dataset dataset, LabelSpec label, List<ColumnSpec> scores, @Nullable ColumnSpec decision) {
    List<Column.Numbers> columns = new ArrayList<>();
    if (!scores.isEmpty()) {
      for (String name : label.classes()) {
        columns.add(new Column.Numbers(values(dataset, ofClass(scores, name, label).name())));
      }
    }
    return new PredictionsAssembly.Answers(
        label.classes(), columns, decision == null ? null : dataset.column(decision.name()), null);
  }

  /// The score column of a class: named as the class, or ending with `_` and its name.
  private static ColumnSpec ofClass(List<ColumnSpec> scores, String name, LabelSpec label) {
    List<ColumnSpec> found =
        scores.stream()
            .filter(s -> s.name().equals(name) || s.name().endsWith("_" + name))
            .toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new InputRejected(
        "PREDICTIONS-SCORE-COLUMNS",
        "Which score column belongs to class '"
            + Visible.of(name, 60)
            + "' of '"
            + Visible.of(label.column(), 80)
            + "' is not clear: "
            + names(found.isEmpty() ? scores : found)
            + ".",
        "Name one score column a class, for instance 'score_" + Visible.of(name, 60) + "'.");
  }

  private static ColumnSpec only(List<ColumnSpec> columns, String role) {
    if (columns.size() == 1) {
      return columns.getFirst();
    }
    throw new InputRejected(
        "PREDICTIONS-SCORE-COLUMNS",
        "More than one column has the role '" + role + "': " + names(columns) + ".",
        "Keep the role '" + role + "' for one column and give the others the role 'unused'.");
  }

  private static String names(List<ColumnSpec> columns) {
    return columns.stream()
        .limit(20)
        .map(c -> "'" + Visible.of(c.name(), 80) + "'")
        .collect(Collectors.joining(", "));
  }

  private static double[] values(Dataset dataset, String name) {
    return NumberColumn.of(dataset.column(name), name, "stored score");
  }
}
