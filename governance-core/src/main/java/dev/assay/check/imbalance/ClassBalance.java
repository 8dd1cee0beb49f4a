package dev.assay.check.imbalance;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.statistics.Divergence;
import dev.assay.check.statistics.Proportions;
import dev.assay.check.values.Truth;
import dev.assay.check.values.Words;
import dev.assay.evaluation.CheckResult;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How evenly labels are spread over the classes.
final class ClassBalance implements Check {

  /// A class with a smaller share of an even one (a tenth of 1/k) is an issue.
  private static final double SHARE_OF_EVEN = 0.1;

  /// A class with fewer rows allows no useful rate.
  private static final long FEWEST = 30;

  @Override
  public String id() {
    return "imbalance.classes";
  }

  @Override
  public String title() {
    return "Classes are of unequal size";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    Optional<Truth> labels = Truth.of(input.predictions());
    if (labels.isEmpty() || labels.get().size() == 0) {
      return outcome.notApplicable("Labels are numbers, not classes, or there are none.");
    }
    Truth truth = labels.get();
    long[] counts = truth.counts();
    long n = truth.size();
    List<String> rare = new ArrayList<>();
    int smallest = 0;
    int largest = 0;
    for (int c = 0; c < counts.length; c++) {
      String name = truth.classes().get(c);
      outcome.value("class_share", name, Proportions.of(counts[c], n, input.level()));
      smallest = counts[c] < counts[smallest] ? c : smallest;
      largest = counts[c] > counts[largest] ? c : largest;
      if (counts[c] < FEWEST || counts[c] < SHARE_OF_EVEN / counts.length * n) {
        rare.add(name);
        outcome.evidence(
            "Class " + Words.quoted(name) + " has " + Words.count(counts[c], "row") + ".");
      }
    }
    outcome.value(
        "imbalance_ratio",
        "all classes",
        (double) counts[largest] / counts[smallest],
        "a class has no rows");
    outcome.value(
        "normalised_entropy", "all classes", Divergence.entropy(counts) / Math.log(counts.length));
    String shares =
        "The largest class "
            + Words.quoted(truth.classes().get(largest))
            + " has "
            + Words.percent((double) counts[largest] / n)
            + " of "
            + Words.count(n, "row")
            + ", the smallest "
            + Words.quoted(truth.classes().get(smallest))
            + " "
            + Words.percent((double) counts[smallest] / n);
    return outcome.issueIf(
        !rare.isEmpty(),
        shares
            + "; accuracy says little here, and rates of "
            + Words.list(rare)
            + " are uncertain.",
        shares + ".");
  }
}
