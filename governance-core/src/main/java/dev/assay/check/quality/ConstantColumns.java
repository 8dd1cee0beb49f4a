package dev.assay.check.quality;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.values.ColumnValues;
import dev.assay.check.values.Columns;
import dev.assay.check.values.Values;
import dev.assay.check.values.Words;
import dev.assay.evaluation.CheckResult;
import dev.assay.work.Blocks;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Features that say the same for nearly every row.
final class ConstantColumns implements Check {

  /// A value with a larger share makes a column nearly constant.
  private static final double NEARLY = 0.999;

  private static final int FEWEST_ROWS = 20;

  @Override
  public String id() {
    return "quality.constant";
  }

  @Override
  public String title() {
    return "Columns that hardly vary";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    List<String> columns = Columns.features(input.dataset().spec());
    if (columns.isEmpty() || input.dataset().rows() < FEWEST_ROWS) {
      return outcome.notApplicable("There is no feature, or fewer than " + FEWEST_ROWS + " rows.");
    }
    @Nullable Dominant[] found = new Dominant[columns.size()];
    Blocks.run(
        found.length,
        input.threads(),
        c -> {
          cancellation.check();
          found[c] =
              ColumnValues.of(input.dataset(), columns.get(c))
                  .flatMap(ConstantColumns::dominant)
                  .orElse(null);
        });
    List<String> constant = new ArrayList<>();
    for (int c = 0; c < found.length; c++) {
      Dominant dominant = found[c];
      if (dominant == null) {
        continue;
      }
      outcome.value("top_value_share", columns.get(c), dominant.share);
      if (dominant.share >= NEARLY) {
        constant.add(columns.get(c));
        outcome.evidence(
            Words.quoted(columns.get(c))
                + (dominant.share == 1 ? " is always " : " is nearly always ")
                + Words.quoted(dominant.value)
                + (dominant.share == 1
                    ? "."
                    : "; " + Words.count(dominant.others.size()) + " rows have another value."),
            dominant.others,
            Map.of());
      }
    }
    return outcome.issueIf(
        !constant.isEmpty(),
        Words.count(constant.size())
            + " of "
            + Words.count(columns.size(), "feature")
            + (constant.size() == 1
                ? " hardly varies and tells a model nothing: "
                : " hardly vary and tell a model nothing: ")
            + Words.list(constant)
            + ".",
        "Every one of "
            + Words.count(columns.size(), "feature")
            + " varies: no value makes up "
            + Words.percent(NEARLY)
            + " of a column.");
  }

  /// The most frequent value, its share of all rows, and the first rows with another.
  private record Dominant(String value, double share, List<Long> others) {}

  private static Optional<Dominant> dominant(Values values) {
    return switch (values) {
      case Values.Codes codes -> {
        int[] counts = codes.counts();
        int top = 0;
        for (int c = 1; c < counts.length; c++) {
          top = counts[c] > counts[top] ? c : top;
        }
        int most = top;
        yield counts.length == 0
            ? Optional.empty()
            : Optional.of(
                new Dominant(
                    codes.dictionary().get(top),
                    (double) counts[top] / codes.size(),
                    others(codes.size(), i -> codes.codes()[i] != most)));
      }
      case Values.Numbers numbers -> {
        double[] sorted =
            Arrays.stream(numbers.values()).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (sorted.length == 0) {
          yield Optional.empty();
        }
        double median = sorted[sorted.length / 2];
        long same = Arrays.stream(sorted).filter(v -> v == median).count();
        yield Optional.of(
            new Dominant(
                Words.number(median),
                (double) same / numbers.size(),
                others(numbers.size(), i -> numbers.values()[i] != median)));
      }
    };
  }

  private static List<Long> others(int rows, IntPredicate other) {
    List<Long> found = new ArrayList<>();
    for (int row = 0; row < rows && found.size() < Outcome.MAX_ROWS; row++) {
      if (other.test(row)) {
        found.add(row + 1L);
      }
    }
    return found;
  }
}
