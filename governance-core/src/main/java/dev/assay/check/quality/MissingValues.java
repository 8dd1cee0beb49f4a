package dev.assay.check.quality;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.statistics.Contingency;
import dev.assay.check.statistics.Holm;
import dev.assay.check.statistics.Proportions;
import dev.assay.check.values.Columns;
import dev.assay.check.values.Truth;
import dev.assay.check.values.Words;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnSpec;
import dev.assay.evaluation.CheckResult;
import dev.assay.slice.Attribute;
import dev.assay.work.Blocks;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Missing values by column, and whether they go with the label or with a sensitive attribute: then
/// they carry information, and filling them in treats groups differently.
final class MissingValues implements Check {

  /// A column with a larger share of missing values is an issue by itself.
  private static final double MANY = 0.05;

  /// Columns with fewer missing values than this are not tested for association.
  private static final long FEWEST = 10;

  private static final double STRONG = 0.1;

  @Override
  public String id() {
    return "quality.missing";
  }

  @Override
  public String title() {
    return "Values are missing";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    List<ColumnSpec> columns = Columns.inUse(input.dataset().spec());
    int rows = input.dataset().rows();
    if (columns.isEmpty() || rows == 0) {
      return outcome.notApplicable("The dataset has no columns or no rows.");
    }
    long[] missing = new long[columns.size()];
    Blocks.run(
        missing.length,
        input.threads(),
        c -> {
          cancellation.check();
          missing[c] = count(input.dataset().column(columns.get(c).name()));
        });
    List<String> many = new ArrayList<>();
    List<String> some = new ArrayList<>();
    for (int c = 0; c < missing.length; c++) {
      String name = columns.get(c).name();
      outcome.value("missing_share", name, Proportions.of(missing[c], rows, input.level()));
      if (missing[c] > 0) {
        some.add(name);
      }
      if (missing[c] > MANY * rows) {
        many.add(name);
        addEvidence(outcome, input.dataset().column(name), name, missing[c]);
      }
    }
    List<String> tied = associations(input, columns, missing, outcome);
    String where = where(some, columns.size());
    return outcome.issueIf(
        !many.isEmpty() || !tied.isEmpty(),
        where
            + (many.isEmpty()
                ? ""
                : "; more than " + Words.percent(MANY) + " in " + Words.list(many))
            + (tied.isEmpty()
                ? "."
                : "; missing values go with the label or a group: "
                    + String.join("; ", tied)
                    + "."),
        some.isEmpty()
            ? where
            : where + ", never more than " + Words.percent(MANY) + " of a column.");
  }

  private static String where(List<String> some, int columns) {
    return some.isEmpty()
        ? "No value is missing in " + Words.count(columns, "column") + "."
        : "Values are missing in "
            + some.size()
            + " of "
            + Words.count(columns, "column")
            + " ("
            + Words.list(some)
            + ")";
  }

  private static void addEvidence(Outcome outcome, Column column, String name, long missing) {
    outcome.evidence(
        Words.quoted(name)
            + " has no value in "
            + Words.count(missing, "row")
            + " ("
            + Words.percent((double) missing / column.rows())
            + ").",
        first(column),
        Map.of());
  }

  private static List<String> associations(
      CheckInput input, List<ColumnSpec> columns, long[] missing, Outcome outcome) {
    List<Attribute> others = new ArrayList<>(input.attributes());
    List<Association> found = new ArrayList<>();
    int[] rowIndex = input.predictions().rowIndex();
    for (int c = 0; c < missing.length; c++) {
      if (missing[c] < FEWEST) {
        continue;
      }
      String name = columns.get(c).name();
      int[] absent = absent(input.dataset().column(name), rowIndex);
      for (Attribute attribute : others) {
        if (!attribute.name().equals(name)) {
          int groups = attribute.values().size();
          found.add(
              new Association(
                  name, attribute.name(), Contingency.of(absent, 2, attribute.codes(), groups)));
        }
      }
      Truth.of(input.predictions())
          .ifPresent(
              truth ->
                  found.add(
                      new Association(
                          name,
                          "the label",
                          Contingency.of(absent, 2, truth.codes(), truth.classes().size()))));
    }
    double[] adjusted = Holm.adjust(found.stream().mapToDouble(a -> a.table.pValue()).toArray());
    List<String> tied = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      Association a = found.get(i);
      double v = a.table.cramersV();
      outcome.value(
          "missing_cramers_v", a.column + " and " + a.with, v, "missing or present everywhere");
      if (adjusted[i] < 1 - input.level() && v >= STRONG) {
        tied.add(
            Words.quoted(a.column)
                + " with "
                + (a.with.equals("the label") ? a.with : Words.quoted(a.with))
                + " (Cramér's V "
                + Words.rounded(v, 2)
                + ")");
      }
    }
    return tied;
  }

  private record Association(String column, String with, Contingency table) {}

  private static long count(Column column) {
    long missing = 0;
    for (int row = 0; row < column.rows(); row++) {
      missing += column.isMissing(row) ? 1 : 0;
    }
    return missing;
  }

  private static int[] absent(Column column, int[] rows) {
    int[] absent = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      absent[i] = column.isMissing(rows[i]) ? 1 : 0;
    }
    return absent;
  }

  private static List<Long> first(Column column) {
    List<Long> rows = new ArrayList<>();
    for (int row = 0; row < column.rows() && rows.size() < Outcome.MAX_ROWS; row++) {
      if (column.isMissing(row)) {
        rows.add(row + 1L);
      }
    }
    return rows;
  }
}
