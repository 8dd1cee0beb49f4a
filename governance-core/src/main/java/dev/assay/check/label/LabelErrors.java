package dev.assay.check.label;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.learn.BinnedColumn;
import dev.assay.check.learn.OutOfFold;
import dev.assay.check.statistics.Proportions;
import dev.assay.check.values.ColumnValues;
import dev.assay.check.values.Columns;
import dev.assay.check.values.Truth;
import dev.assay.check.values.Values;
import dev.assay.check.values.Words;
import dev.assay.evaluation.CheckResult;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.predictions.Predictions;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Labels that are probably wrong: a model that has not seen a row, trained on all columns and the
/// audited model's score, is certain of another class, and such contradictions stay as frequent
/// where it is most certain (see [NoiseFloor]). Where columns do not settle the label, the check
/// says that it cannot tell.
final class LabelErrors implements Check {

  private static final int BINS = 64;
  private static final int FEWEST_ROWS = 500;
  private static final int FEWEST_OF_CLASS = 50;

  @Override
  public String id() {
    return "label.errors";
  }

  @Override
  public String title() {
    return "Labels that are probably wrong";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    Optional<Truth> labels = Truth.of(input.predictions());
    if (labels.isEmpty()) {
      return outcome.notApplicable("Labels are numbers, not classes.");
    }
    Truth truth = labels.get();
    List<Integer> classes = new ArrayList<>();
    long[] counts = truth.counts();
    for (int c = truth.classes().size() == 2 ? 1 : 0; c < counts.length; c++) {
      if (counts[c] >= FEWEST_OF_CLASS && truth.size() - counts[c] >= FEWEST_OF_CLASS) {
        classes.add(c);
      }
    }
    if (truth.size() < FEWEST_ROWS || classes.isEmpty()) {
      return outcome.notApplicable(
          "Fewer than "
              + FEWEST_ROWS
              + " rows, or fewer than "
              + FEWEST_OF_CLASS
              + " of a class: too few to learn what labels ought to be.");
    }
    List<BinnedColumn> columns = columns(input, truth);
    if (columns.isEmpty()) {
      return outcome.notApplicable("There is no column to judge labels by.");
    }
    List<ClassLabels> fitted = new ArrayList<>();
    for (int c : classes) {
      boolean[] label = truth.is(c);
      double[] logits =
          OutOfFold.THOROUGH.logits(columns, label, input.seed(), input.threads(), cancellation);
      fitted.add(ClassLabels.of(c, label, logits, input));
      cancellation.check();
    }
    return truth.classes().size() == 2
        ? new BinaryVerdict(truth, fitted.getFirst(), columns.size()).report(outcome, input)
        : several(outcome, truth, fitted, input);
  }

  private static List<BinnedColumn> columns(CheckInput input, Truth truth) {
    List<BinnedColumn> columns = new ArrayList<>();
    for (Values values :
        ColumnValues.of(
            input.dataset(), Columns.describing(input.dataset().spec()), truth.rows())) {
      columns.add(BinnedColumn.of(values, BINS));
    }
    if (input.predictions() instanceof Predictions.Binary binary && binary.score() != null) {
      columns.add(
          BinnedColumn.of(new Values.Numbers("the model's score", binary.score(), false), BINS));
    }
    return columns.stream().filter(c -> c.count() > 2).toList();
  }

  /// With three or more classes each is judged against the rest, and only its own rows are listed.
  private static CheckResult several(
      Outcome outcome, Truth truth, List<ClassLabels> fitted, CheckInput input) {
    double wrong = 0;
    boolean found = false;
    Map<Double, Integer> suspects = new TreeMap<>();
    for (ClassLabels one : fitted) {
      String name = truth.classes().get(one.code());
      outcome.value("auc_out_of_fold", name, one.auc().asValue(input.level()));
      double own = 0;
      for (int i = 0; i < truth.size(); i++) {
        double p = one.label()[i] ? one.floor().wrong(i, true) : 0;
        own += p;
        if (p > 0.5) {
          suspects.put(-p - i * 1e-12, i);
        }
      }
      wrong += own;
      found |= one.settled() && one.sure();
      outcome.value("wrong_labels_estimated", name, own);
    }
    outcome.value("noise_share", "all rows", MetricValue.of(wrong / truth.size()));
    outcome.value("suspicious_rows", "all rows", suspects.size());
    List<Long> rows = suspects.values().stream().map(truth::shownRow).toList();
    if (found && !rows.isEmpty()) {
      outcome.evidence("These labels are probably wrong, the surest first.", rows, Map.of());
    }
    String share = Words.percent(wrong / truth.size());
    return outcome.issueIf(
        found && !rows.isEmpty(),
        "About "
            + share
            + " of labels are probably wrong; "
            + Words.count(rows.size(), "row")
            + " can be named.",
        "No excess of contradicted labels: what contradicts the columns is explained by honest"
            + " uncertainty (at most about "
            + share
            + ").");
  }

  /// The share with its interval.
  static MetricValue share(NoiseFloor floor, double level) {
    return new MetricValue.Defined(
        floor.share(), new Interval(floor.lower(), floor.upper(), level, "profile_likelihood"));
  }

  /// Share of rows, for use by [BinaryVerdict].
  static MetricValue share(long count, long n, double level) {
    return Proportions.of(count, n, level);
  }
}
