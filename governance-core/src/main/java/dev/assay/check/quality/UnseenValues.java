package dev.assay.check.quality;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.statistics.Proportions;
import dev.assay.check.values.ColumnValues;
import dev.assay.check.values.Columns;
import dev.assay.check.values.Values;
import dev.assay.check.values.Words;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.evaluation.CheckResult;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Values that the reference does not know: categories it never saw and numbers outside its range.
/// Some are to be expected; how many follows from how many values the reference itself saw only
/// once (Good–Turing) and from its size.
final class UnseenValues implements Check {

  private static final double SURPRISING = 0.001;

  @Override
  public String id() {
    return "quality.unseen_values";
  }

  @Override
  public String title() {
    return "Values the reference does not know";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    Dataset reference = input.reference();
    if (reference == null || reference.rows() == 0) {
      return outcome.notApplicable(
          "No reference dataset was given (--reference), so unseen values were not looked for.");
    }
    List<String> known = reference.spec().columns().stream().map(ColumnSpec::name).toList();
    List<String> columns =
        Columns.features(input.dataset().spec()).stream().filter(known::contains).toList();
    List<String> found = new ArrayList<>();
    for (String name : columns) {
      cancellation.check();
      Values own = ColumnValues.of(input.dataset(), name).orElse(null);
      Values other = ColumnValues.of(reference, name).orElse(null);
      Unseen unseen = null;
      if (own instanceof Values.Codes a && other instanceof Values.Codes b) {
        unseen = Unseen.categories(a, b);
      } else if (own instanceof Values.Numbers a && other instanceof Values.Numbers b) {
        unseen = Unseen.numbers(a, b);
      }
      if (unseen == null) {
        continue;
      }
      outcome.value("unseen_rows", name, unseen.count);
      outcome.value("unseen_rows_expected", name, unseen.expected);
      boolean more = unseen.p < SURPRISING / columns.size();
      if (unseen.count > 0) {
        outcome.evidence(
            Words.quoted(name)
                + ": "
                + unseen.what
                + " in "
                + Words.count(unseen.count, "row")
                + (more ? ", more than chance gives" : ", no more than chance gives")
                + " (about "
                + Words.rounded(unseen.expected, 1)
                + ").",
            unseen.rows,
            Map.of());
      }
      if (more) {
        found.add(name);
      }
    }
    if (columns.isEmpty()) {
      return outcome.notApplicable("The reference shares no feature with the data.");
    }
    return outcome.issueIf(
        !found.isEmpty(),
        "The data hold values that the reference does not know, more than chance gives, in "
            + Words.list(found)
            + ".",
        "No feature of " + columns.size() + " holds more unknown values than chance gives.");
  }

  /// Rows with values the reference does not know.
  private record Unseen(long count, double expected, double p, String what, List<Long> rows) {

    static Unseen categories(Values.Codes own, Values.Codes reference) {
      int[] seen = reference.counts();
      Set<String> known = new HashSet<>();
      long once = 0;
      for (int code = 0; code < seen.length; code++) {
        once += seen[code] == 1 ? 1 : 0;
        if (seen[code] > 0) {
          known.add(reference.dictionary().get(code));
        }
      }
      int[] counts = own.counts();
      List<String> strangers = new ArrayList<>();
      boolean[] strange = new boolean[counts.length];
      long count = 0;
      for (int code = 0; code < counts.length; code++) {
        strange[code] = counts[code] > 0 && !known.contains(own.dictionary().get(code));
        if (strange[code]) {
          strangers.add(own.dictionary().get(code));
          count += counts[code];
        }
      }
      List<Long> rows = new ArrayList<>();
      for (int row = 0; row < own.size() && rows.size() < Outcome.MAX_ROWS; row++) {
        if (own.codes()[row] >= 0 && strange[own.codes()[row]]) {
          rows.add(row + 1L);
        }
      }
      double expected = (once + 0.5) / reference.size() * own.size();
      return new Unseen(
          count,
          expected,
          Proportions.atLeast(count, expected),
          "values never seen (" + Words.list(strangers) + ")",
          rows);
    }

    static Unseen numbers(Values.Numbers own, Values.Numbers reference) {
      double[] seen = Arrays.stream(reference.values()).filter(v -> !Double.isNaN(v)).toArray();
      double low = Arrays.stream(seen).min().orElse(Double.NEGATIVE_INFINITY);
      double high = Arrays.stream(seen).max().orElse(Double.POSITIVE_INFINITY);
      long below = 0;
      long above = 0;
      List<Long> rows = new ArrayList<>();
      for (int row = 0; row < own.size(); row++) {
        double value = own.values()[row];
        below += value < low ? 1 : 0;
        above += value > high ? 1 : 0;
        if ((value < low || value > high) && rows.size() < Outcome.MAX_ROWS) {
          rows.add(row + 1L);
        }
      }
      // Where both come from one source, the k largest of all are ours with chance (n / (n + m))^k.
      double share = (double) own.size() / (own.size() + seen.length);
      double p = Math.min(1, 2 * Math.pow(share, Math.max(below, above)));
      String range = Words.number(low) + " to " + Words.number(high);
      return new Unseen(
          below + above, 2.0 * own.size() / (seen.length + 1), p, "numbers outside " + range, rows);
    }
  }
}
