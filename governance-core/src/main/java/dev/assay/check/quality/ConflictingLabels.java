package dev.assay.check.quality;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.statistics.Proportions;
import dev.assay.check.values.Coincidence;
import dev.assay.check.values.Columns;
import dev.assay.check.values.EqualRows;
import dev.assay.check.values.RowKeys;
import dev.assay.check.values.Truth;
import dev.assay.check.values.Words;
import dev.assay.evaluation.CheckResult;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rows that are equal in everything a model reads and differ in their label: no model can get all
/// of them right.
final class ConflictingLabels implements Check {

  private static final double MANY = 0.001;

  @Override
  public String id() {
    return "quality.conflicting_labels";
  }

  @Override
  public String title() {
    return "Equal rows have different labels";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    Optional<Truth> labels = Truth.of(input.predictions());
    List<String> read = new ArrayList<>(Columns.readByModel(input));
    List<String> columns = read.isEmpty() ? Columns.features(input.dataset().spec()) : read;
    if (labels.isEmpty() || columns.isEmpty()) {
      return outcome.notApplicable(
          labels.isEmpty()
              ? "Labels are numbers; equal rows may well have different ones."
              : "No column is a feature.");
    }
    Truth truth = labels.get();
    RowKeys keys = new RowKeys(input.dataset(), columns, truth.rows(), input.threads());
    cancellation.check();
    long conflicting = 0;
    long unavoidable = 0;
    List<Long> minority = new ArrayList<>();
    for (List<Integer> group : EqualRows.groups(keys.all())) {
      int[] counts = new int[truth.classes().size()];
      group.forEach(i -> counts[truth.codes()[i]]++);
      int largest = largest(counts);
      if (counts[largest] < group.size()) {
        conflicting += group.size();
        unavoidable += group.size() - counts[largest];
        group.stream()
            .filter(i -> truth.codes()[i] != largest)
            .forEach(i -> minority.add(truth.shownRow(i)));
      }
    }
    int n = truth.size();
    outcome.value("conflicting_rows", "all rows", conflicting);
    outcome.value("conflicting_share", "all rows", Proportions.of(conflicting, n, input.level()));
    outcome.value("best_possible_accuracy", "all rows", 1 - (double) unavoidable / n);
    if (conflicting == 0) {
      return outcome.ok("No two rows with equal features have different labels.");
    }
    minority.sort(null);
    outcome.evidence(
        "The label of these rows is the rarer one among rows with the same features.",
        minority,
        Map.of("columns compared", Words.list(columns)));
    Coincidence chance = Coincidence.within(keys, input.dataset());
    String summary =
        Words.count(conflicting, "row")
            + " ("
            + Words.percent((double) conflicting / n)
            + ") share all features with a row of another label; a model that reads these columns"
            + " can be right on at most "
            + Words.percent(1 - (double) unavoidable / n)
            + " of these data";
    return outcome.issueIf(
        chance.surprising() && conflicting > MANY * n,
        summary + ".",
        summary
            + (chance.surprising() ? "." : "; features are so coarse that chance explains it."));
  }

  private static int largest(int[] counts) {
    int largest = 0;
    for (int c = 1; c < counts.length; c++) {
      largest = counts[c] > counts[largest] ? c : largest;
    }
    return largest;
  }
}
