package dev.assay.check.drift;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.statistics.Holm;
import dev.assay.check.statistics.RankAuc;
import dev.assay.check.values.Words;
import dev.assay.dataset.Dataset;
import dev.assay.evaluation.CheckResult;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Compares two batches column by column and all columns together. A column is said to have
/// *changed* when its distribution or its share of missing values differs significantly after
/// Holm's correction over all columns, and to *matter* when the difference is also large whatever
/// the number of rows; only both together are an issue.
///
/// @param from name of the earlier batch in words
/// @param to name of the later one in words
/// @param before gives the earlier batch
/// @param after gives the later one
/// @param absent what to say when one of them was not given
record DriftCheck(
    String id,
    String title,
    String from,
    String to,
    Function<CheckInput, @Nullable Dataset> before,
    Function<CheckInput, @Nullable Dataset> after,
    String absent)
    implements Check {

  private static final int FEWEST_ROWS = 30;
  private static final double TOLD_APART = 0.6;

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    Dataset reference = before.apply(input);
    Dataset current = after.apply(input);
    if (reference == null || current == null) {
      return outcome.notApplicable(absent);
    }
    if (reference.rows() < FEWEST_ROWS || current.rows() < FEWEST_ROWS) {
      return outcome.notApplicable(
          "Fewer than " + FEWEST_ROWS + " rows in one of the batches: too few to speak of drift.");
    }
    Comparison comparison = Comparison.of(reference, current, input.threads(), cancellation);
    List<ColumnDrift> columns = comparison.columns();
    if (columns.isEmpty()) {
      return outcome.notApplicable("The two batches share no column that can be compared.");
    }
    double[] p = new double[columns.size() * 2];
    for (int c = 0; c < columns.size(); c++) {
      p[2 * c] = columns.get(c).pValue();
      p[2 * c + 1] = columns.get(c).missing().pValue();
    }
    double[] adjusted = Holm.adjust(p);
    double alpha = 1 - input.level();
    List<String> changed = new ArrayList<>();
    List<String> matters = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      ColumnDrift drift = columns.get(c);
      boolean values = adjusted[2 * c] < alpha;
      boolean gaps = adjusted[2 * c + 1] < alpha;
      boolean large = values && drift.large() || gaps && drift.missing().large();
      DriftValues.add(outcome, drift, adjusted[2 * c], values || gaps, large);
      if (values || gaps) {
        changed.add(drift.column());
      }
      if (large) {
        matters.add(drift.column());
        outcome.evidence(sentence(drift, gaps), List.of(), DriftValues.details(drift));
      }
    }
    comparison.incomparable().forEach(outcome::evidence);
    RankAuc joint = comparison.together(input, cancellation);
    outcome.value("classifier_auc", "all columns", joint.asValue(input.level()));
    outcome.value("columns_compared", "all columns", columns.size());
    outcome.value("columns_changed", "all columns", changed.size());
    outcome.value("columns_that_matter", "all columns", matters.size());
    boolean apart = joint.lower(input.level()) >= TOLD_APART;
    if (matters.isEmpty() && apart) {
      outcome.evidence("No single column has moved far, but together they tell the batches apart.");
    }
    return outcome.issueIf(
        !matters.isEmpty() || apart || !comparison.incomparable().isEmpty(),
        found(columns.size(), changed, matters, joint),
        calm(columns.size(), changed, joint));
  }

  private String found(int compared, List<String> changed, List<String> matters, RankAuc joint) {
    return matters.size()
        + " of "
        + Words.count(compared, "column")
        + " moved enough to matter from "
        + from
        + " to "
        + to
        + (matters.isEmpty() ? "" : " (" + Words.list(matters) + ")")
        + "; "
        + changed.size()
        + " changed significantly after Holm's correction. "
        + joined(joint);
  }

  private String calm(int compared, List<String> changed, RankAuc joint) {
    return "None of "
        + Words.count(compared, "column")
        + " moved enough to matter from "
        + from
        + " to "
        + to
        + (changed.isEmpty()
            ? ", and none changed significantly. "
            : "; "
                + changed.size()
                + " changed significantly but little ("
                + Words.list(changed)
                + "). ")
        + joined(joint);
  }

  private static String joined(RankAuc joint) {
    return Double.isNaN(joint.value())
        ? "A classifier could not be trained to tell the batches apart."
        : "A classifier tells the batches apart with AUC "
            + Words.rounded(joint.value(), 3)
            + " (0.5 = not at all).";
  }

  private static String sentence(ColumnDrift drift, boolean gaps) {
    String name = "Column " + Words.quoted(drift.column());
    String missing =
        gaps && drift.missing().large()
            ? "missing "
                + Words.percent(drift.missing().shareBefore())
                + " → "
                + Words.percent(drift.missing().shareAfter())
                + "; "
            : "";
    return name + ": " + missing + drift.words() + ".";
  }
}
