package dev.assay.check.quality;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.values.Columns;
import dev.assay.check.values.Words;
import dev.assay.dataset.Column;
import dev.assay.dataset.Dataset;
import dev.assay.evaluation.CheckResult;
import dev.assay.work.Blocks;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Features that name rows: a model that reads one learns the rows by heart.
final class Identifiers implements Check {

  private static final double NEARLY_ALL = 0.95;
  private static final int FEWEST_ROWS = 50;
  private static final double ENOUGH_REPEATED = 10;

  @Override
  public String id() {
    return "quality.identifiers";
  }

  @Override
  public String title() {
    return "Features that name rows";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    Dataset dataset = input.dataset();
    List<String> columns = Columns.features(dataset.spec());
    if (columns.isEmpty() || dataset.rows() < FEWEST_ROWS) {
      return outcome.notApplicable("There is no feature, or fewer than " + FEWEST_ROWS + " rows.");
    }
    boolean[] names = new boolean[columns.size()];
    Blocks.run(
        names.length,
        input.threads(),
        c -> {
          cancellation.check();
          names[c] = namesRows(dataset.column(columns.get(c)));
        });
    List<String> found = new ArrayList<>();
    for (int c = 0; c < names.length; c++) {
      outcome.value("names_rows", columns.get(c), names[c] ? 1 : 0);
      if (names[c]) {
        found.add(columns.get(c));
        outcome.evidence(
            Words.quoted(columns.get(c))
                + " has a different value in nearly every row, as names of rows have; give it the role 'id', or leave it"
                + " out of the model.");
      }
    }
    return outcome.issueIf(
        !found.isEmpty(),
        Words.count(found.size(), "feature") + " name rows: " + Words.list(found) + ".",
        "None of " + Words.count(columns.size(), "feature") + " names rows.");
  }

  private static boolean namesRows(Column column) {
    return switch (column) {
      case Column.Numbers ignored -> false;
      case Column.Integers integers -> consecutive(integers.values());
      case Column.Categories categories ->
          categories.dictionary().size() >= NEARLY_ALL * column.rows();
      case Column.Texts texts -> oneWord(texts);
    };
  }

  /// Whether nearly all values differ although chance draws from their range would repeat many, as
  /// with numbers that are given out in turn. Numbers that measure something do repeat.
  private static boolean consecutive(long[] values) {
    long[] sorted =
        Arrays.stream(values).filter(v -> v != Column.Integers.MISSING).sorted().toArray();
    int n = sorted.length;
    if (n < FEWEST_ROWS) {
      return false;
    }
    long repeated = 0;
    for (int i = 1; i < n; i++) {
      repeated += sorted[i] == sorted[i - 1] ? 1 : 0;
    }
    double range = (double) sorted[n - 1] - sorted[0] + 1;
    double byChance = n + range * Math.expm1(-n / range);
    return n - repeated >= NEARLY_ALL * n
        && byChance >= ENOUGH_REPEATED
        && repeated < byChance / 10;
  }

  /// Whether texts too many to code are single words, as keys are; free text has spaces.
  private static boolean oneWord(Column.Texts texts) {
    int step = Math.max(1, texts.rows() / 1_000);
    for (int row = 0; row < texts.rows(); row += step) {
      String text = texts.text(row);
      if (text != null && (text.indexOf(' ') >= 0 || text.length() > 64)) {
        return false;
      }
    }
    return true;
  }
}
