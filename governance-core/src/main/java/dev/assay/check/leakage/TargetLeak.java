package dev.assay.check.leakage;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.learn.BinnedColumn;
import dev.assay.check.learn.OutOfFold;
import dev.assay.check.learn.SingleColumn;
import dev.assay.check.statistics.RankAuc;
import dev.assay.check.values.ColumnValues;
import dev.assay.check.values.Columns;
import dev.assay.check.values.Truth;
import dev.assay.check.values.Words;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.DatasetSpec;
import dev.assay.evaluation.CheckResult;
import dev.assay.predictions.Predictions;
import dev.assay.work.Blocks;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A column that alone tells the label nearly perfectly, or better than all others together, was
/// probably written after the outcome was known. Judged out of fold, column by column.
final class TargetLeak implements Check {

  /// A column whose area is surely above this is suspicious by itself.
  private static final double NEARLY_PERFECT = 0.95;

  /// One above this is suspicious when it surely beats all others together.
  private static final double STRONG = 0.85;

  private static final int BINS = 64;
  private static final int FEWEST = 20;

  @Override
  public String id() {
    return "leakage.target_leak";
  }

  @Override
  public String title() {
    return "A feature gives the answer away";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    Truth truth = Truth.of(input.predictions()).orElse(null);
    if (truth == null) {
      return input.predictions() instanceof Predictions.Regression numbers
          ? new NumberLeak(BINS).run(outcome, input, numbers, columns(input))
          : outcome.notApplicable("A row has no one class and no number that could be given away.");
    }
    List<Integer> classes = frequent(truth);
    if (classes.size() < 2) {
      return outcome.notApplicable(
          "Fewer than two classes have " + FEWEST + " rows; nothing can be told from nothing.");
    }
    List<BinnedColumn> binned = binned(input, truth.rows(), cancellation);
    if (binned.isEmpty()) {
      return outcome.notApplicable("There is no column that could give the label away.");
    }
    @Nullable RankAuc[] power = new RankAuc[binned.size()];
    Blocks.run(
        power.length,
        input.threads(),
        c -> {
          cancellation.check();
          power[c] = power(binned.get(c), truth, classes, input.seed());
        });
    List<String> leaks = new ArrayList<>();
    Set<String> read = Columns.readByModel(input);
    for (int c = 0; c < power.length; c++) {
      RankAuc auc = Objects.requireNonNull(power[c]);
      String name = binned.get(c).name();
      outcome.value("auc", name, auc.asValue(input.level()));
      String why = why(input, truth, binned, c, auc, cancellation);
      if (!why.isEmpty()) {
        leaks.add(name);
        outcome.evidence(
            Words.quoted(name)
                + " alone tells the label with AUC "
                + Words.rounded(auc.value(), 3)
                + why
                + ". The model "
                + (read.isEmpty()
                    ? "may read it"
                    : read.contains(name) ? "reads it" : "does not read it")
                + ". Ask when this column is written: before the decision, or after the outcome?",
            List.of(),
            Map.of("how", "out of fold, by up to " + BINS + " bins"));
      }
    }
    return outcome.issueIf(
        !leaks.isEmpty(),
        Words.list(leaks) + (leaks.size() == 1 ? " gives" : " give") + " the label away.",
        "No column of "
            + binned.size()
            + " gives the label away; the strongest alone, "
            + strongest(binned, power)
            + ".");
  }

  static List<String> columns(CheckInput input) {
    DatasetSpec spec = input.dataset().spec();
    Set<String> read = Columns.readByModel(input);
    return Columns.describing(spec).stream()
        .filter(
            name ->
                read.contains(name) || spec.column(name).orElseThrow().role() != ColumnRole.UNUSED)
        .toList();
  }

  private static List<BinnedColumn> binned(
      CheckInput input, int[] rows, Cancellation cancellation) {
    List<String> names = columns(input);
    @Nullable BinnedColumn[] binned = new BinnedColumn[names.size()];
    Blocks.run(
        binned.length,
        input.threads(),
        c -> {
          cancellation.check();
          binned[c] =
              ColumnValues.of(input.dataset(), names.get(c), rows)
                  .map(v -> BinnedColumn.of(v, BINS))
                  .orElse(null);
        });
    List<BinnedColumn> usable = new ArrayList<>();
    for (BinnedColumn column : binned) {
      if (column != null && column.count() > 2) {
        usable.add(column);
      }
    }
    return usable;
  }

  private static List<Integer> frequent(Truth truth) {
    long[] counts = truth.counts();
    List<Integer> classes = new ArrayList<>();
    for (int c = 0; c < counts.length; c++) {
      if (counts[c] >= FEWEST) {
        classes.add(c);
      }
    }
    return classes;
  }

  /// With two classes the area; with more, that of the class told worst against the rest.
  private static RankAuc power(BinnedColumn column, Truth truth, List<Integer> classes, long seed) {
    if (truth.classes().size() == 2) {
      return SingleColumn.auc(column, truth.is(1), seed);
    }
    return classes.stream()
        .map(c -> SingleColumn.auc(column, truth.is(c), seed))
        .min((a, b) -> Double.compare(a.value(), b.value()))
        .orElseThrow();
  }

  private static String why(
      CheckInput input,
      Truth truth,
      List<BinnedColumn> all,
      int candidate,
      RankAuc auc,
      Cancellation cancellation) {
    if (auc.lower(input.level()) >= NEARLY_PERFECT) {
      return ", nearly perfectly";
    }
    if (auc.lower(input.level()) < STRONG || truth.classes().size() != 2 || all.size() < 2) {
      return "";
    }
    List<BinnedColumn> others = new ArrayList<>(all);
    others.remove(candidate);
    boolean[] positive = truth.is(1);
    double[] logits =
        OutOfFold.QUICK.logits(others, positive, input.seed(), input.threads(), cancellation);
    RankAuc rest = RankAuc.of(logits, positive);
    return rest.upper(input.level()) < auc.lower(input.level())
        ? ", better than all other columns together (" + Words.rounded(rest.value(), 3) + ")"
        : "";
  }

  private static String strongest(List<BinnedColumn> columns, @Nullable RankAuc[] power) {
    int best = 0;
    for (int c = 1; c < power.length; c++) {
      best = area(power[c]) > area(power[best]) ? c : best;
    }
    return Words.quoted(columns.get(best).name())
        + ", reaches AUC "
        + Words.rounded(area(power[best]), 3);
  }

  private static double area(@Nullable RankAuc auc) {
    return auc == null ? Double.NaN : auc.value();
  }
}
