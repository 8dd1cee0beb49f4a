package dev.assay.dataset.duckdb;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Looks whether the values of a column fit the role it has.
final class RoleChecks {

  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*", Pattern.DOTALL);
  private static final double MOSTLY = 0.5;

  private final ColumnarFolder folder;
  private final List<Facts> facts;
  private final List<Warning> warnings = new ArrayList<>();

  RoleChecks(ColumnarFolder folder, List<Facts> facts) {
    this.folder = folder;
    this.facts = facts;
  }

  /// What the user should know.
  ///
  /// @throws InputRejected when a path leads out of the dataset's folder
  List<Warning> of(DatasetSpec spec) {
    for (int i = 0; i < facts.size(); i++) {
      ColumnSpec column = spec.columns().get(i);
      boolean isPath = column.type() == ColumnType.PATH || column.role() == ColumnRole.IMAGE;
      if (isPath) {
        paths(column.name());
      }
      switch (column.role()) {
        case ID -> id(facts.get(i).profile());
        case SCORE -> score(facts.get(i));
        case FEATURE, LABEL, SENSITIVE, WEIGHT, TIMESTAMP, TEXT, IMAGE, PREDICTION, UNUSED -> {}
      }
    }
    return warnings;
  }

  private void id(ColumnProfile column) {
    long present = facts.getFirst().evidence().rows() - column.missing();
    if (column.distinct() == present) {
      return;
    }
    String example =
        column.top().isEmpty()
            ? ""
            : String.format(
                Locale.ROOT,
                ", for instance '%s' %,d times",
                Visible.of(column.top().getFirst().value(), 60),
                column.top().getFirst().count());
    warnings.add(
        new Warning(
            "TABLE-DUPLICATE-IDS",
            String.format(
                Locale.ROOT,
                "Column '%s' should name each row, but its %,d values are only %,d different"
                    + " ones%s.",
                Visible.of(column.name(), 60),
                present,
                column.distinct(),
                example),
            "Remove rows that stand twice, or choose another identifier."));
  }

  private void score(Facts column) {
    long present = column.evidence().rows() - column.profile().missing();
    long within = column.evidence().withinUnit();
    boolean unusable = column.profile().missing() > 0 || within < present;
    if (!unusable || within <= present * MOSTLY) {
      return;
    }
    Column values = folder.column(column.profile().name());
    Places bad = new Places();
    for (int row = 0; row < values.rows(); row++) {
      double value =
          switch (values) {
            case Column.Numbers numbers -> numbers.values()[row];
            case Column.Integers integers ->
                integers.isMissing(row) ? Double.NaN : integers.values()[row];
            case Column.Categories ignored -> Double.NaN;
            case Column.Texts ignored -> Double.NaN;
          };
      if (!(value >= 0 && value <= 1)) {
        bad.add(row + 1L);
      }
    }
    warnings.add(
        new Warning(
            "SCORE-UNUSABLE",
            "Column '"
                + Visible.of(column.profile().name(), 60)
                + "' holds no probability (a number from 0 to 1) in "
                + bad.words()
                + ".",
            "Find out where these scores come from; metrics leave the rows out or are refused."));
  }

  private void paths(String name) {
    Column values = folder.column(name);
    for (int row = 0; row < values.rows(); row++) {
      String path = values.text(row);
      if (path != null && leadsOut(path)) {
        throw new InputRejected(
            "DATASET-PATH",
            "Row "
                + (row + 1)
                + ", column '"
                + Visible.of(name, 60)
                + "': the path '"
                + Visible.of(path, 80)
                + "' leads out of the dataset's folder.",
            "Give paths relative to the dataset's file, below its folder.");
      }
    }
  }

  private static boolean leadsOut(String path) {
    String slashes = path.replace('\\', '/');
    return slashes.startsWith("/")
        || slashes.startsWith("~")
        || SCHEME.matcher(path).matches()
        || path.indexOf('\0') >= 0
        || List.of(slashes.split("/", -1)).contains("..");
  }
}
