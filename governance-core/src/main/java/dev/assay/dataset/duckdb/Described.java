package dev.assay.dataset.duckdb;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.Warning;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads columns as a description says. A described column that the file lacks, or a cell that does
/// not fit its described type, refuses the file.
///
/// @param fields how each column of the file is read, in file order
/// @param spec the description, in file order, columns it does not know unused
/// @param warnings what the user should know
record Described(List<Field> fields, DatasetSpec spec, List<Warning> warnings) {

  static Described of(DuckDb db, RawTable table, DatasetSpec spec, String file)
      throws SQLException {
    requireAll(table, spec, file);
    Map<String, Field> guessed = new HashMap<>();
    List<RawColumn> unknown =
        table.columns().stream().filter(c -> spec.column(c.name()).isEmpty()).toList();
    RawTable rest =
        new RawTable(unknown, table.rows(), table.words(), table.commaMayBeDecimal(), List.of());
    TypeGuess.of(db, rest).fields().forEach(f -> guessed.put(f.name(), f));
    List<Field> fields = new ArrayList<>();
    List<ColumnSpec> columns = new ArrayList<>();
    List<Warning> warnings = new ArrayList<>();
    for (RawColumn column : table.columns()) {
      ColumnSpec described = spec.column(column.name()).orElse(null);
      if (described == null) {
        Field field = guessed.get(column.name());
        fields.add(field);
        columns.add(
            new ColumnSpec(
                column.name(),
                field.type(),
                ColumnRole.UNUSED,
                false,
                null,
                "the description does not name it"));
        warnings.add(
            new Warning(
                "TABLE-COLUMN-UNDESCRIBED",
                "The description does not name column '"
                    + Visible.of(column.name(), 80)
                    + "'; it is not used.",
                "Add it to the description if it matters."));
      } else {
        Field field = field(db, column, described, table);
        fields.add(field);
        columns.add(described);
        fitting(db, field, file, warnings);
      }
    }
    return new Described(
        List.copyOf(fields),
        new DatasetSpec(
            spec.name(),
            spec.title(),
            spec.task(),
            spec.label(),
            List.copyOf(columns),
            spec.format()),
        List.copyOf(warnings));
  }

  private static Field field(DuckDb db, RawColumn column, ColumnSpec described, RawTable table)
      throws SQLException {
    boolean comma =
        table.commaMayBeDecimal()
            && column.isText()
            && described.type() == dev.assay.dataset.ColumnType.NUMBER
            && Kinds.of(db, column).count(Kinds.Kind.COMMA_NUMBER) > 0;
    return Field.of(column, described.type(), comma);
  }

  private static void requireAll(RawTable table, DatasetSpec spec, String file) {
    Set<String> names = new HashSet<>();
    table.columns().forEach(c -> names.add(c.name()));
    for (ColumnSpec column : spec.columns()) {
      if (!names.contains(column.name())) {
        @Nullable String alike = alike(column.name(), table);
        throw new InputRejected(
            "TABLE-COLUMN-MISSING",
            "'"
                + file
                + "' has no column '"
                + Visible.of(column.name(), 80)
                + "' that its description names"
                + (alike == null ? "." : "; it has one called '" + Visible.of(alike, 80) + "'."),
            alike == null
                ? "Add the column, or mend the description."
                : "Rename one of the two, if they are meant to be the same.");
      }
    }
  }

  private static @Nullable String alike(String name, RawTable table) {
    String wanted = plain(name);
    return table.columns().stream()
        .map(RawColumn::name)
        .filter(n -> plain(n).equals(wanted))
        .findFirst()
        .orElse(null);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /// Cells that hold something but give no value of the described type.
  private static void fitting(DuckDb db, Field field, String file, List<Warning> warnings)
      throws SQLException {
    if (field.value().equals(field.text())) {
      return;
    }
    String odd = field.cell() + " IS NOT NULL AND (" + field.value() + ") IS NULL";
    @Nullable Object[] found =
        db.rows(
                "SELECT count(*), min(rowid) + 1, arg_min("
                    + field.text()
                    + ", rowid), count(*) FILTER (WHERE isnan(TRY_CAST("
                    + field.text()
                    + " AS DOUBLE)) OR isinf(TRY_CAST("
                    + field.text()
                    + " AS DOUBLE))) FROM raw WHERE "
                    + odd)
            .getFirst();
    long count = ((Number) java.util.Objects.requireNonNull(found[0])).longValue();
    if (count == 0) {
      return;
    }
    String name = "Column '" + Visible.of(field.name(), 80) + "'";
    String type = field.type().name().toLowerCase(Locale.ROOT);
    long notFinite = ((Number) java.util.Objects.requireNonNull(found[3])).longValue();
    if (field.type() == dev.assay.dataset.ColumnType.NUMBER && notFinite == count) {
      warnings.add(
          new Warning(
              "TABLE-NOT-FINITE",
              String.format(
                  Locale.ROOT,
                  "%s has %,d cells that are NaN or infinite, the first in row %s; they count as missing.",
                  name,
                  count,
                  found[1]),
              "Check how these values came about."));
      return;
    }
    throw new InputRejected(
        "TABLE-CELL-TYPE",
        String.format(
            Locale.ROOT,
            "%s of '%s' is described as %s, but row %s holds '%s'%s.",
            name,
            file,
            type,
            found[1],
            Visible.of(String.valueOf(found[2]), 60),
            count == 1 ? "" : String.format(Locale.ROOT, " (%,d such cells)", count)),
        "Mend the cells, or describe the column as another type.");
  }
}
