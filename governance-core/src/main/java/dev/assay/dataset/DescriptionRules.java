package dev.assay.dataset;

import dev.assay.common.Visible;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a description of a dataset must and should say, given what the columns hold.
public final class DescriptionRules {

  private DescriptionRules() {}

  /// Something that is not as it should be.
  ///
  /// @param sentence what and where
  /// @param remedy what to do about it
  /// @param blocking whether the description cannot be used with it
  public record Problem(String sentence, String remedy, boolean blocking) {}

  /// Everything that is wrong or missing, what blocks first.
  public static List<Problem> problems(DatasetSpec spec, DatasetProfile profile) {
    Map<String, ColumnProfile> held =
        profile.columns().stream()
            .collect(Collectors.toMap(ColumnProfile::name, Function.identity(), (a, b) -> a));
    List<Problem> problems = new ArrayList<>();
    label(spec, held, problems);
    single(spec, ColumnRole.WEIGHT, problems);
    single(spec, ColumnRole.TIMESTAMP, problems);
    numbers(spec, ColumnRole.WEIGHT, problems);
    numbers(spec, ColumnRole.SCORE, problems);
    boolean read =
        spec.columns().stream()
            .anyMatch(
                c ->
                    c.alsoFeature()
                        || c.role() == ColumnRole.FEATURE
                        || c.role() == ColumnRole.TEXT
                        || c.role() == ColumnRole.IMAGE);
    if (!read) {
      problems.add(
          new Problem(
              "No column is a feature, so no model has anything to read.",
              "Mark the columns that the model reads, unless answers are stored.",
              false));
    }
    if (spec.withRole(ColumnRole.SENSITIVE).isEmpty()) {
      problems.add(
          new Problem(
              "No column is sensitive, so groups of people cannot be compared.",
              "Mark columns such as sex, age or origin.",
              false));
    }
    problems.sort((a, b) -> Boolean.compare(b.blocking(), a.blocking()));
    return List.copyOf(problems);
  }

  private static void label(
      DatasetSpec spec, Map<String, ColumnProfile> held, List<Problem> problems) {
    LabelSpec label = spec.label();
    if (spec.labels() != null || spec.tags() != null) {
      return;
    }
    if (label == null) {
      problems.add(
          new Problem(
              "No column is the label, so nothing can be evaluated.",
              "Choose the column that holds the truth.",
              false));
      return;
    }
    ColumnProfile column = held.get(label.column());
    if (column == null) {
      problems.add(
          new Problem(
              "The label '" + name(label.column()) + "' is no column of the data.",
              "Choose another.",
              true));
      return;
    }
    if (column.distinct() < 2) {
      problems.add(
          new Problem(
              "The label '" + name(label.column()) + "' has fewer than two different values.",
              "Choose another column, or data with rows of each class.",
              false));
    }
    if (spec.task() != Task.BINARY_CLASSIFICATION) {
      return;
    }
    String positive = label.positive();
    if (positive == null) {
      problems.add(
          new Problem(
              "It is not said which of the classes is the positive one.",
              "Choose the class that the model is meant to find.",
              true));
    } else if (!label.classes().isEmpty() && !label.classes().contains(positive)) {
      problems.add(
          new Problem(
              "The positive class '" + name(positive) + "' is none of the label's classes.",
              "Choose one of " + classes(label) + ".",
              true));
    }
    if (label.classes().size() > 2) {
      problems.add(
          new Problem(
              "The label has " + label.classes().size() + " classes, two are expected.",
              "Say that the task has several classes.",
              true));
    }
  }

  private static void single(DatasetSpec spec, ColumnRole role, List<Problem> problems) {
    List<ColumnSpec> columns = spec.withRole(role);
    if (columns.size() > 1) {
      problems.add(
          new Problem(
              columns.size() + " columns are the " + word(role) + " (" + names(columns) + ").",
              "Choose one.",
              true));
    }
  }

  private static void numbers(DatasetSpec spec, ColumnRole role, List<Problem> problems) {
    for (ColumnSpec column : spec.withRole(role)) {
      if (column.type() != ColumnType.INTEGER && column.type() != ColumnType.NUMBER) {
        problems.add(
            new Problem(
                "The " + word(role) + " '" + name(column.name()) + "' holds no numbers.",
                "Choose a column of numbers.",
                true));
      }
    }
  }

  private static String word(ColumnRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static String names(List<ColumnSpec> columns) {
    return columns.stream().limit(5).map(c -> name(c.name())).collect(Collectors.joining(", "));
  }

  private static String classes(LabelSpec label) {
    return label.classes().stream()
        .limit(6)
        .map(c -> "'" + name(c) + "'")
        .collect(Collectors.joining(", "));
  }

  private static String name(String text) {
    return Visible.of(text, 60);
  }
}
