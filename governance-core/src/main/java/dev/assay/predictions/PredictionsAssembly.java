package dev.assay.predictions;

import dev.assay.common.InputRejected;
import dev.assay.dataset.Column;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.LabelSet;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.TagSpec;
import dev.assay.dataset.Task;
import dev.assay.dataset.Warning;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts truth and answers side by side. Rows that cannot be used (no label, a label outside the
/// classes, a score that is no finite number, no weight or a negative one) are left out, counted
/// and listed.
public final class PredictionsAssembly {

  private static final double HALF = 0.5;

  private PredictionsAssembly() {}

  /// Answers of a model, by dataset row.
  ///
  /// @param classes classes of the score columns; empty for regression and labels only
  /// @param scores one column a class, empty when the model gives labels only
  /// @param label the model's own decision as class name, absent when it has none
  /// @param number the predicted number of a regression, absent otherwise
  /// @param words the tags of words, absent otherwise
  public record Answers(
      List<String> classes,
      List<Column.Numbers> scores,
      @Nullable Column label,
      Column.@Nullable Numbers number,
      @Nullable WordAnswers words) {

    /// One answer a row.
    public Answers(
        List<String> classes,
        List<Column.Numbers> scores,
        @Nullable Column label,
        Column.@Nullable Numbers number) {
      this(classes, scores, label, number, null);
    }
  }

  /// Tags of words, row by row with a blank between two; "-" for a word that was not read.
  ///
  /// @param tags places of tags; missing where an answer is no finite number
  /// @param scores the probability of each
  public record WordAnswers(Column tags, Column scores) {}

  /// Joins the label column of the dataset with the answers. Class names of both are compared as
  /// text without white space around it, numbers by their value; rows are weighted by the column
  /// whose role is `weight`.
  ///
  /// @throws dev.assay.common.InputRejected when the dataset has no label, labels and classes do
  ///   not fit, or no row is left
  public static Predictions of(Dataset dataset, Answers answers) {
    return of(dataset, answers, new LabelThresholds(HALF, new TreeMap<>()));
  }

  /// The same.
  ///
  /// @param thresholds from which score on a label is given, where a row may have several
  public static Predictions of(Dataset dataset, Answers answers, LabelThresholds thresholds) {
    WordAnswers words = answers.words();
    TagSpec tags = dataset.spec().tags();
    if (words != null && tags != null) {
      return TagAssembly.of(dataset, tags, answers.classes(), words);
    }
    LabelSet labels = dataset.spec().labels();
    if (labels != null) {
      return MultiLabelAssembly.of(dataset, labels, answers, thresholds);
    }
    LabelSpec label = label(dataset);
    return switch (task(dataset, label, answers)) {
      case REGRESSION -> RegressionAssembly.of(dataset, label, number(answers).values());
      case BINARY_CLASSIFICATION -> BinaryAssembly.of(dataset, label, answers);
      case MULTICLASS_CLASSIFICATION -> MulticlassAssembly.of(dataset, label, answers);
      case MULTI_LABEL_CLASSIFICATION ->
          throw new IllegalStateException("a multi-label task without its labels");
      case TOKEN_CLASSIFICATION -> throw new IllegalStateException("tags without their words");
      case TEXT_GENERATION, MASKED_PROBE, FORECASTING ->
          throw new IllegalStateException("they are put together elsewhere");
    };
  }

  /// The scores or decisions that the dataset itself holds (roles `score` and `prediction`). A
  /// score of a binary task is a probability of the positive class; scores on a scale to 10 or to
  /// 100 are divided by 10 or 100, which [#notes] says.
  ///
  /// @throws dev.assay.common.InputRejected when it holds none
  public static Predictions stored(Dataset dataset) {
    if (dataset.spec().labels() != null) {
      throw new InputRejected(
          "PREDICTIONS-NONE-STORED",
          "Stored scores of a dataset whose rows may have several labels cannot be evaluated.",
          "Give the model with --model.");
    }
    if (dataset.spec().tags() != null) {
      throw new InputRejected(
          "PREDICTIONS-NONE-STORED",
          "Stored tags of words cannot be evaluated.",
          "Give the model with --model.");
    }
    return StoredAnswers.predictions(dataset, label(dataset));
  }

  /// What the user should know about the stored scores: whether and how they were rescaled.
  public static List<Warning> notes(Dataset dataset) {
    return StoredAnswers.notes(dataset);
  }

  private static LabelSpec label(Dataset dataset) {
    LabelSpec label = dataset.spec().label();
    if (label == null) {
      throw new InputRejected(
          "PREDICTIONS-NO-LABEL",
          "The dataset has no label column, so answers cannot be compared with the truth.",
          "Name the label with --label, or in the dataset's description.");
    }
    return label;
  }

  private static Task task(Dataset dataset, LabelSpec label, Answers answers) {
    Task described = dataset.spec().task();
    Task task = described == null ? guessed(label, answers) : described;
    boolean number = answers.number() != null;
    if (number != (task == Task.REGRESSION)) {
      throw new InputRejected(
          "PREDICTIONS-TASK",
          number
              ? "The model predicts a number, but the label '" + label.column() + "' is a class."
              : "The model predicts a class, but the label '" + label.column() + "' is a number.",
          "Choose the label that the model was made for, or correct the task in the description.");
    }
    return task;
  }

  private static Task guessed(LabelSpec label, Answers answers) {
    if (answers.number() != null) {
      return Task.REGRESSION;
    }
    int classes = Math.max(label.classes().size(), answers.classes().size());
    return classes > 2 ? Task.MULTICLASS_CLASSIFICATION : Task.BINARY_CLASSIFICATION;
  }

  private static Column.Numbers number(Answers answers) {
    Column.Numbers number = answers.number();
    if (number == null) {
      throw new IllegalStateException("a regression without a number");
    }
    return number;
  }
}
