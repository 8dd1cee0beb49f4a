package dev.assay.check.quality;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.statistics.Proportions;
import dev.assay.check.values.ColumnValues;
import dev.assay.check.values.Columns;
import dev.assay.check.values.Values;
import dev.assay.check.values.Words;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.evaluation.CheckResult;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;

/// Values that stand for "not known" and look like ordinary ones: words such as '?', and numbers
/// such as 999 or −1 far from all others.
final class Placeholders implements Check {

  /// "none" is not among them: as a category it mostly says that there is none.
  private static final Set<String> WORDS =
      Set.of(
          "?",
          "-",
          "--",
          ".",
          "na",
          "n/a",
          "n.a.",
          "#n/a",
          "nan",
          "null",
          "missing",
          "unknown",
          "unk",
          "not available",
          "not known",
          "tbd",
          "undefined");

  private static final long FEWEST = 3;
  private static final double FEWEST_SHARE = 0.0005;
  private static final double APART = 0.5;

  @Override
  public String id() {
    return "quality.placeholders";
  }

  @Override
  public String title() {
    return "Values that stand for \"not known\"";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    List<String> columns = new ArrayList<>();
    int looked = 0;
    for (ColumnSpec column : Columns.inUse(input.dataset().spec())) {
      cancellation.check();
      Values values = ColumnValues.of(input.dataset(), column.name()).orElse(null);
      if (values == null || column.role() == ColumnRole.LABEL || Columns.isTime(column)) {
        continue;
      }
      looked++;
      List<Long> rows =
          switch (values) {
            case Values.Codes codes -> words(outcome, codes, input.level());
            case Values.Numbers numbers -> numbers(outcome, numbers, input.level());
          };
      if (!rows.isEmpty()) {
        columns.add(column.name());
      }
    }
    if (looked == 0) {
      return outcome.notApplicable("There is no column to look at.");
    }
    return outcome.issueIf(
        !columns.isEmpty(),
        "Some values in "
            + Words.list(columns)
            + " probably stand for \"not known\" and are read as ordinary values.",
        "No value of "
            + Words.count(looked, "column")
            + " looks as if it stood for \"not known\".");
  }

  private static List<Long> words(Outcome outcome, Values.Codes codes, double level) {
    int[] counts = codes.counts();
    List<Long> all = new ArrayList<>();
    for (int code = 0; code < counts.length; code++) {
      String word = codes.dictionary().get(code);
      String plain = word.strip().toLowerCase(Locale.ROOT);
      if (counts[code] > 0 && (plain.isEmpty() || WORDS.contains(plain))) {
        int wanted = code;
        all.addAll(
            report(
                outcome,
                codes,
                plain.isEmpty() ? "an empty text" : Words.quoted(word),
                counts[code],
                rows(codes.size(), i -> codes.codes()[i] == wanted),
                level));
      }
    }
    return all;
  }

  private static List<Long> numbers(Outcome outcome, Values.Numbers numbers, double level) {
    double[] sorted =
        Arrays.stream(numbers.values()).filter(v -> !Double.isNaN(v)).sorted().toArray();
    List<Long> all = new ArrayList<>();
    for (double end : ends(sorted)) {
      long count = Arrays.stream(sorted).filter(v -> v == end).count();
      if (count >= Math.max(FEWEST, FEWEST_SHARE * sorted.length)) {
        all.addAll(
            report(
                outcome,
                numbers,
                Words.number(end),
                count,
                rows(numbers.size(), i -> numbers.values()[i] == end),
                level));
      }
    }
    return all;
  }

  /// Smallest and largest value, where it is a usual code and stands apart from all others.
  private static double[] ends(double[] sorted) {
    int n = sorted.length;
    if (n < 3 || sorted[0] == sorted[n - 1]) {
      return new double[0];
    }
    int low = 0;
    while (sorted[low] == sorted[0]) {
      low++;
    }
    int high = n - 1;
    while (sorted[high] == sorted[n - 1]) {
      high--;
    }
    boolean two = sorted[low] == sorted[n - 1];
    double lowest = sorted[0];
    double highest = sorted[n - 1];
    // The rest without the suspect; a gap of half its range is "apart".
    boolean below =
        !two
            && isNegativeCode(lowest)
            && sorted[low] >= 0
            && (lowest == -1 || sorted[low] - lowest > APART * (highest - sorted[low]));
    boolean above =
        !two && isNines(highest) && highest - sorted[high] > APART * (sorted[high] - lowest);
    return DoubleStream.concat(
            below ? DoubleStream.of(lowest) : DoubleStream.empty(),
            above ? DoubleStream.of(highest) : DoubleStream.empty())
        .toArray();
  }

  private static boolean isNines(double value) {
    return value >= 9 && value == Math.rint(value) && Words.number(value).matches("9{1,9}8?");
  }

  private static boolean isNegativeCode(double value) {
    return value == -1 || isNines(-value);
  }

  private static List<Long> report(
      Outcome outcome, Values column, String what, long count, List<Long> rows, double level) {
    outcome.value("placeholder_share", column.name(), Proportions.of(count, column.size(), level));
    outcome.evidence(
        Words.quoted(column.name())
            + " is "
            + what
            + " in "
            + Words.count(count, "row")
            + " ("
            + Words.percent((double) count / column.size())
            + "); say whether that means \"not known\".",
        rows,
        Map.of());
    return rows;
  }

  private static List<Long> rows(int size, IntPredicate wanted) {
    List<Long> rows = new ArrayList<>();
    for (int row = 0; row < size && rows.size() < Outcome.MAX_ROWS; row++) {
      if (wanted.test(row)) {
        rows.add(row + 1L);
      }
    }
    return rows;
  }
}
