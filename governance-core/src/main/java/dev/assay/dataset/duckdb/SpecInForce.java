package dev.assay.dataset.duckdb;

import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import dev.assay.dataset.Warning;
import dev.assay.dataset.guess.Classes;
import dev.assay.dataset.guess.Positive;
import dev.assay.dataset.guess.RoleGuess;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The description that holds: the user's, completed by what the file has, or a guess.
///
/// @param spec every column in file order
/// @param warnings what was completed or is unsure
record SpecInForce(DatasetSpec spec, List<Warning> warnings) {

  static SpecInForce of(
      String name, @Nullable DatasetSpec described, List<Planned> columns, List<Facts> facts) {
    if (described == null) {
      RoleGuess guess = RoleGuess.of(name, facts.stream().map(Facts::evidence).toList());
      return new SpecInForce(guess.spec(), guess.warnings());
    }
    List<Warning> warnings = new ArrayList<>();
    List<ColumnSpec> specs = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ColumnSpec own = columns.get(i).described();
      specs.add(
          own != null
              ? own
              : new ColumnSpec(
                  columns.get(i).name(),
                  facts.get(i).profile().type(),
                  ColumnRole.UNUSED,
                  false,
                  null,
                  "the description does not speak of it"));
    }
    LabelSpec label = label(described, facts, warnings);
    return new SpecInForce(
        new DatasetSpec(
            described.name(),
            described.title(),
            described.labels() != null || described.tags() != null
                ? described.task()
                : label == null ? null : task(described, label),
            label,
            specs,
            described.format(),
            described.labels(),
            described.tags()),
        warnings);
  }

  private static @Nullable LabelSpec label(
      DatasetSpec described, List<Facts> facts, List<Warning> warnings) {
    LabelSpec label = described.label();
    if (label == null) {
      return null;
    }
    Facts column =
        facts.stream()
            .filter(f -> f.profile().name().equals(label.column()))
            .findFirst()
            .orElse(null);
    if (column == null) {
      return null;
    }
    if (described.task() == Task.REGRESSION) {
      return label;
    }
    List<String> classes =
        label.classes().isEmpty() ? Classes.sorted(column.evidence().few()) : label.classes();
    String positive = label.positive();
    if (positive == null && classes.size() == 2) {
      Positive guess = Positive.of(classes);
      positive = guess.value();
      warnings.add(guess.warning(label.column(), classes));
    }
    return new LabelSpec(label.column(), positive, classes, label.favourable());
  }

  private static Task task(DatasetSpec described, LabelSpec label) {
    Task task = described.task();
    if (task != null) {
      return task;
    }
    return switch (label.classes().size()) {
      case 0 -> Task.REGRESSION;
      case 1, 2 -> Task.BINARY_CLASSIFICATION;
      default -> Task.MULTICLASS_CLASSIFICATION;
    };
  }
}
