package dev.assay.check.leakage;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.learn.BinnedColumn;
import dev.assay.check.learn.SingleColumn;
import dev.assay.check.statistics.RankAuc;
import dev.assay.check.values.Truth;
import dev.assay.check.values.Values;
import dev.assay.check.values.Words;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.evaluation.CheckResult;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Whether the label can be told from where a row stands or from its id: then rows were sorted, or
/// ids given out, by outcome.
final class OrderLeak implements Check {

  private static final double TOLD = 0.6;
  private static final int BINS = 40;
  private static final int FEWEST_ROWS = 200;
  private static final int MOST_TEXT_IDS = 200_000;

  @Override
  public String id() {
    return "leakage.order";
  }

  @Override
  public String title() {
    return "Row order or id gives the answer away";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    Optional<Truth> labels = Truth.of(input.predictions());
    if (labels.isEmpty() || labels.get().size() < FEWEST_ROWS) {
      return outcome.notApplicable(
          labels.isEmpty()
              ? "Labels are numbers, not classes."
              : "Fewer than " + FEWEST_ROWS + " rows: order says nothing yet.");
    }
    Truth truth = labels.get();
    List<Values.Numbers> orders = new ArrayList<>();
    double[] place = Arrays.stream(truth.rows()).asDoubleStream().toArray();
    orders.add(new Values.Numbers("row order", place, true));
    for (ColumnSpec id : input.dataset().spec().withRole(ColumnRole.ID)) {
      place(input.dataset().column(id.name()), truth.rows())
          .ifPresent(p -> orders.add(new Values.Numbers(id.name(), p, true)));
    }
    List<String> found = new ArrayList<>();
    for (Values.Numbers order : orders) {
      cancellation.check();
      RankAuc auc = strongest(BinnedColumn.of(order, BINS), truth, input.seed());
      outcome.value("auc", order.name(), auc.asValue(input.level()));
      if (auc.lower(input.level()) >= TOLD) {
        found.add(order.name());
        outcome.evidence(
            "The label can be told from "
                + Words.quoted(order.name())
                + " with AUC "
                + Words.rounded(auc.value(), 3)
                + " (0.5 = not at all).");
      }
    }
    return outcome.issueIf(
        !found.isEmpty(),
        "Rows are sorted, or ids given out, by outcome: " + Words.list(found) + ".",
        "Neither the order of rows nor an id tells the label.");
  }

  private static RankAuc strongest(BinnedColumn column, Truth truth, long seed) {
    return IntStream.range(truth.classes().size() == 2 ? 1 : 0, truth.classes().size())
        .mapToObj(c -> SingleColumn.auc(column, truth.is(c), seed))
        .filter(auc -> !Double.isNaN(auc.value()))
        .max(Comparator.comparingDouble(RankAuc::value))
        .orElse(new RankAuc(Double.NaN, Double.NaN, 0, 0));
  }

  /// Ids as numbers: their value, or their place in alphabetical order.
  private static Optional<double[]> place(Column column, int[] rows) {
    return switch (column) {
      case Column.Integers integers ->
          Optional.of(Arrays.stream(rows).mapToDouble(r -> integers.values()[r]).toArray());
      case Column.Numbers numbers ->
          Optional.of(Arrays.stream(rows).mapToDouble(r -> numbers.values()[r]).toArray());
      case Column.Categories categories -> {
        int[] rank = ranks(categories.dictionary());
        yield Optional.of(
            Arrays.stream(rows)
                .mapToDouble(
                    r -> categories.isMissing(r) ? Double.NaN : rank[categories.codes()[r]])
                .toArray());
      }
      case Column.Texts texts when rows.length <= MOST_TEXT_IDS -> {
        List<String> all =
            Arrays.stream(rows)
                .mapToObj(r -> Optional.ofNullable(texts.text(r)).orElse(""))
                .toList();
        yield Optional.of(Arrays.stream(ranks(all)).asDoubleStream().toArray());
      }
      case Column.Texts ignored -> Optional.empty();
    };
  }

  /// Alphabetical place of each text; shorter numbers come before longer ones.
  private static int[] ranks(List<String> texts) {
    Integer[] order = IntStream.range(0, texts.size()).boxed().toArray(Integer[]::new);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingInt(i -> texts.get(i).length()).thenComparing(texts::get));
    int[] ranks = new int[order.length];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
    return ranks;
  }
}
