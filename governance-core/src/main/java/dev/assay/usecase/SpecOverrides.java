package dev.assay.usecase;

import dev.assay.check.text.TextProperty;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import dev.assay.dataset.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the user said on the command line about a dataset, on top of its description or guess.
final class SpecOverrides {

  private static final int MOST_CLASSES = 100;
  private static final String UNUSED_WEIGHT = "weights of rows, used only with --weight";

  private SpecOverrides() {}

  /// The description with label, positive class and sensitive columns as asked for.
  ///
  /// @throws UsageError when a named column or class does not exist
  static DatasetSpec apply(Dataset dataset, EvaluateRequest request) {
    DatasetSpec spec = dataset.spec();
    request.sensitive().stream()
        .filter(c -> TextProperty.of(c).isEmpty())
        .filter(c -> request.model() == null || !(TextSlices.isOne(c) || ImageSlices.isOne(c)))
        .forEach(c -> require(spec, c, "--sensitive"));
    if (request.weight() != null) {
      requireNumbers(spec, request.weight());
    }
    List<ColumnSpec> columns = new ArrayList<>();
    for (ColumnSpec column : spec.columns()) {
      columns.add(role(column, request));
    }
    LabelSpec label = label(dataset, request);
    if (label == null) {
      return new DatasetSpec(
          spec.name(),
          spec.title(),
          spec.labels() == null && spec.tags() == null ? null : spec.task(),
          null,
          columns,
          spec.format(),
          spec.labels(),
          spec.tags());
    }
    Task task = task(spec, label, request);
    return new DatasetSpec(spec.name(), spec.title(), task, label, columns, spec.format());
  }

  /// The column as one that nothing reads.
  static ColumnSpec withoutWeight(ColumnSpec column) {
    return column.withRole(ColumnRole.UNUSED, UNUSED_WEIGHT);
  }

  /// Says that a column is described as weights of rows and was not used as such.
  static List<Warning> unusedWeight(DatasetSpec applied) {
    return applied.columns().stream()
        .filter(c -> c.reason().equals(UNUSED_WEIGHT))
        .map(c -> Visible.of(c.name()))
        .map(
            name ->
                new Warning(
                    "EVALUATION-WEIGHT-UNUSED",
                    "The description calls '" + name + "' a weight; every row was counted once.",
                    "Give --weight '" + name + "' to let rows count by it."))
        .toList();
  }

  private static ColumnSpec role(ColumnSpec column, EvaluateRequest request) {
    if (column.name().equals(request.label())) {
      return column.withRole(ColumnRole.LABEL, "chosen with --label");
    }
    if (request.label() != null && column.role() == ColumnRole.LABEL) {
      return column.withRole(ColumnRole.UNUSED, "another label was chosen with --label");
    }
    if (column.name().equals(request.weight())) {
      return column.withRole(ColumnRole.WEIGHT, "chosen with --weight");
    }
    if (column.role() == ColumnRole.WEIGHT) {
      return withoutWeight(column);
    }
    if (request.sensitive().contains(column.name()) && column.role() != ColumnRole.SENSITIVE) {
      boolean feature = column.role() == ColumnRole.FEATURE;
      return new ColumnSpec(
          column.name(),
          column.type(),
          ColumnRole.SENSITIVE,
          feature || column.alsoFeature(),
          column.referenceGroup(),
          "chosen with --sensitive");
    }
    return column;
  }

  private static @Nullable LabelSpec label(Dataset dataset, EvaluateRequest request) {
    LabelSpec described = dataset.spec().label();
    String column = request.label();
    String positive = request.positive();
    if (column == null || (described != null && described.column().equals(column))) {
      return described == null || positive == null ? described : positive(described, positive);
    }
    require(dataset.spec(), column, "--label");
    LabelSpec chosen = new LabelSpec(column, null, classes(dataset, column), null);
    return positive == null ? guessedPositive(chosen) : positive(chosen, positive);
  }

  private static LabelSpec positive(LabelSpec label, String positive) {
    if (!label.classes().isEmpty() && !label.classes().contains(positive)) {
      throw new UsageError(
          "USAGE-POSITIVE",
          "The label '"
              + Visible.of(label.column())
              + "' has no class '"
              + Visible.of(positive)
              + "'.",
          "Give --positive one of: " + shown(label.classes()) + ".");
    }
    return new LabelSpec(label.column(), positive, label.classes(), label.favourable());
  }

  private static LabelSpec guessedPositive(LabelSpec label) {
    if (label.classes().size() != 2) {
      return label;
    }
    if (label.classes().containsAll(List.of("0", "1"))) {
      return positive(label, "1");
    }
    throw new UsageError(
        "USAGE-POSITIVE",
        "Which class of '" + Visible.of(label.column()) + "' counts as positive was not said.",
        "Give --positive one of: " + shown(label.classes()) + ".");
  }

  private static List<String> classes(Dataset dataset, String column) {
    var values = dataset.column(column);
    java.util.TreeSet<String> classes = new java.util.TreeSet<>();
    for (int row = 0; row < values.rows() && classes.size() <= MOST_CLASSES; row++) {
      String text = values.text(row);
      if (text != null) {
        classes.add(text);
      }
    }
    return classes.size() > MOST_CLASSES ? List.of() : List.copyOf(classes);
  }

  private static Task task(DatasetSpec spec, LabelSpec label, EvaluateRequest request) {
    LabelSpec described = spec.label();
    boolean same = described != null && described.column().equals(label.column());
    Task known = spec.task();
    if (same && known != null && request.label() == null) {
      return known;
    }
    return switch (label.classes().size()) {
      case 0 -> Task.REGRESSION;
      case 1, 2 -> Task.BINARY_CLASSIFICATION;
      default -> Task.MULTICLASS_CLASSIFICATION;
    };
  }

  private static void requireNumbers(DatasetSpec spec, String column) {
    require(spec, column, "--weight");
    switch (spec.column(column).orElseThrow().type()) {
      case INTEGER, NUMBER -> {}
      case CATEGORY, STRING, DATE, DATETIME, PATH ->
          throw new UsageError(
              "USAGE-WEIGHT",
              "The column '" + Visible.of(column) + "' that --weight names holds no numbers.",
              "Give a column of numbers that are not negative.");
    }
  }

  private static void require(DatasetSpec spec, String column, String option) {
    if (spec.column(column).isEmpty()) {
      throw new UsageError(
          "USAGE-COLUMN",
          "The dataset has no column '" + Visible.of(column) + "' that " + option + " names.",
          "Give one of: " + shown(spec.columns().stream().map(ColumnSpec::name).toList()) + ".");
    }
  }

  private static String shown(List<String> names) {
    String list = names.stream().limit(20).map(Visible::of).collect(Collectors.joining(", "));
    return names.size() > 20
        ? String.format(Locale.ROOT, "%s … (%d in all)", list, names.size())
        : list;
  }
}
