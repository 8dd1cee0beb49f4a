package dev.assay.check.label;

import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.statistics.Contingency;
import dev.assay.check.values.Truth;
import dev.assay.check.values.Words;
import dev.assay.evaluation.CheckResult;
import dev.assay.slice.Attribute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the floor says about the labels of two classes.
///
/// @param truth the labels
/// @param fitted the positive class against the other
/// @param columns how many columns were learned from
record BinaryVerdict(Truth truth, ClassLabels fitted, int columns) {

  private static final double LISTED = 0.5;
  private static final int SHOWN = 20;

  CheckResult report(Outcome outcome, CheckInput input) {
    NoiseFloor floor = fitted.floor();
    List<Suspect> suspects = suspects();
    double certain = fitted.certain();
    outcome.value("noise_share", "all rows", LabelErrors.share(floor, input.level()));
    outcome.value("noise_p_value", "all rows", floor.pValue());
    outcome.value("auc_out_of_fold", "all rows", fitted.auc().asValue(input.level()));
    outcome.value("certain_share", "all rows", certain);
    outcome.value("labelled_falsely", truth.classes().get(1), floor.falseRate());
    outcome.value("labelled_falsely", truth.classes().get(0), floor.missedRate());
    outcome.value(
        "confident_learning_share",
        "all rows",
        LabelErrors.share(fitted.confidentlyOther(), truth.size(), input.level()));
    if (!fitted.settled()) {
      return outcome.ok(
          "Whether single labels are wrong cannot be told from these columns: out of fold they reach"
              + " AUC "
              + Words.rounded(fitted.auc().value(), 3)
              + ", and only "
              + Words.percent(certain)
              + " of rows are all but certain. Have a sample of labels checked by hand.");
    }
    outcome.value("suspicious_rows", "all rows", suspects.size());
    if (!fitted.sure() || suspects.isEmpty()) {
      return outcome.ok(
          "Labels agree with the columns: "
              + Words.percent(certain)
              + " of rows are all but certain, and at most "
              + Words.percent(floor.upper())
              + " of labels look wrong.");
    }
    double precision = suspects.stream().mapToDouble(Suspect::wrong).average().orElse(Double.NaN);
    outcome.value("expected_precision", "suspicious rows", precision);
    evidence(outcome, suspects);
    byGroup(outcome, input, suspects);
    return outcome.issue(
        "About "
            + Words.percent(floor.share())
            + " of labels are wrong ("
            + Words.number(input.level() * 100)
            + " % interval "
            + Words.percent(floor.lower())
            + " to "
            + Words.percent(floor.upper())
            + "); "
            + Words.count(suspects.size(), "row")
            + " can be named, and about "
            + Words.rounded(100 * precision, 0)
            + " % of these are expected to be wrong indeed.");
  }

  private record Suspect(int element, double wrong) {}

  private List<Suspect> suspects() {
    List<Suspect> suspects = new ArrayList<>();
    for (int i = 0; i < truth.size(); i++) {
      double wrong = fitted.floor().wrong(i, fitted.label()[i]);
      if (wrong > LISTED) {
        suspects.add(new Suspect(i, wrong));
      }
    }
    suspects.sort(
        Comparator.comparingDouble(Suspect::wrong).reversed().thenComparingInt(Suspect::element));
    return suspects;
  }

  private void evidence(Outcome outcome, List<Suspect> suspects) {
    Map<String, String> details = new TreeMap<>();
    for (Suspect s : suspects.subList(0, Math.min(SHOWN, suspects.size()))) {
      String label = truth.classes().get(truth.codes()[s.element]);
      details.put(
          "row " + truth.shownRow(s.element),
          "labelled "
              + Words.quoted(label)
              + ", wrong with probability "
              + Words.rounded(s.wrong, 3));
    }
    outcome.evidence(
        "These labels contradict "
            + Words.count(columns, "column")
            + " (the model's score among them), the surest first"
            + (suspects.size() > Outcome.MAX_ROWS
                ? "; the first " + Outcome.MAX_ROWS + " of " + Words.count(suspects.size())
                : "")
            + ".",
        suspects.stream().map(s -> truth.shownRow(s.element)).toList(),
        details);
  }

  /// Whether suspicious labels are more frequent in some groups.
  private void byGroup(Outcome outcome, CheckInput input, List<Suspect> suspects) {
    int[] suspicious = new int[truth.size()];
    suspects.forEach(s -> suspicious[s.element] = 1);
    for (Attribute attribute : input.attributes()) {
      Contingency table =
          Contingency.of(attribute.codes(), attribute.values().size(), suspicious, 2);
      for (int g = 0; g < attribute.values().size(); g++) {
        String value = attribute.values().get(g);
        long[] counts = table.counts()[g];
        outcome.value(
            "suspicious_share",
            attribute.name() + " = " + (value == null ? "missing" : value),
            LabelErrors.share(counts[1], counts[0] + counts[1], input.level()));
      }
      double p = table.pValue();
      outcome.value("suspicious_p_value", attribute.name(), p, "one group only");
      if (p < (1 - input.level()) / input.attributes().size()) {
        outcome.evidence(
            "Suspicious labels are not equally frequent in all groups of "
                + Words.quoted(attribute.name())
                + " ("
                + Words.p(p)
                + ", Cramér's V "
                + Words.rounded(table.cramersV(), 2)
                + ").");
      }
    }
  }
}
