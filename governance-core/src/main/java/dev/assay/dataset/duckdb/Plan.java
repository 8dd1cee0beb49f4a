package dev.assay.dataset.duckdb;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.Warning;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How every column of a file will be read: as described, else as its values suggest.
///
/// @param columns in file order
/// @param warnings what the user should know
record Plan(List<Planned> columns, List<Warning> warnings) {

  private static final Set<ColumnRole> DISPENSABLE =
      EnumSet.of(ColumnRole.LABEL, ColumnRole.ID, ColumnRole.TIMESTAMP, ColumnRole.UNUSED);
  private static final int MOST_NAMED = 5;

  static Plan of(Relation relation, @Nullable DatasetSpec spec) {
    List<Warning> warnings = new ArrayList<>();
    if (spec != null) {
      requireDescribed(relation, spec, warnings);
    }
    List<Planned> columns = new ArrayList<>();
    for (Readable column : relation.columns()) {
      ColumnSpec described = spec == null ? null : spec.column(column.name()).orElse(null);
      Readable.Reading reading = described == null ? column.guess() : column.as(described);
      warnings.addAll(reading.warnings());
      columns.add(new Planned(column.name(), described, reading));
    }
    if (spec != null) {
      undescribed(columns).ifPresent(warnings::add);
    }
    return new Plan(columns, warnings);
  }

  private static void requireDescribed(
      Relation relation, DatasetSpec spec, List<Warning> warnings) {
    List<String> names = relation.columns().stream().map(Readable::name).toList();
    Set<String> present = Set.copyOf(names);
    List<ColumnSpec> absent =
        spec.columns().stream().filter(c -> !present.contains(c.name())).toList();
    List<ColumnSpec> needed = absent.stream().filter(c -> !DISPENSABLE.contains(c.role())).toList();
    if (!needed.isEmpty()) {
      ColumnSpec first = needed.getFirst();
      Optional<String> like =
          names.stream().filter(n -> look(n).equals(look(first.name()))).findFirst();
      throw new InputRejected(
          "DATASET-COLUMN-MISSING",
          "The file has no column " + quoted(needed) + ", which the description says it has.",
          like.map(
                  n ->
                      "If '"
                          + Visible.of(n, 60)
                          + "' is meant, rename it in the file or in the description.")
              .orElse("Add it to the file, or take it out of the description."));
    }
    if (!absent.isEmpty()) {
      warnings.add(
          new Warning(
              "DATASET-COLUMN-ABSENT",
              "The file has no column "
                  + quoted(absent)
                  + ", which the description says it has; "
                  + absent.getFirst().role().name().toLowerCase(Locale.ROOT)
                  + " columns can be done without.",
              "Add it to the file if it is needed."));
    }
  }

  private static Optional<Warning> undescribed(List<Planned> columns) {
    List<String> names =
        columns.stream().filter(c -> c.described() == null).map(Planned::name).toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Warning(
                "DATASET-COLUMN-UNDESCRIBED",
                "The description does not speak of "
                    + names.stream()
                        .limit(MOST_NAMED)
                        .map(n -> "'" + Visible.of(n, 60) + "'")
                        .collect(Collectors.joining(", "))
                    + (names.size() > MOST_NAMED
                        ? " and " + (names.size() - MOST_NAMED) + " more"
                        : "")
                    + "; not used.",
                "Add the columns to the description if they are needed."));
  }

  private static String quoted(List<ColumnSpec> columns) {
    return columns.stream()
            .limit(MOST_NAMED)
            .map(c -> "'" + Visible.of(c.name(), 60) + "'")
            .collect(Collectors.joining(", "))
        + (columns.size() > MOST_NAMED ? " and " + (columns.size() - MOST_NAMED) + " more" : "");
  }

  private static String look(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
