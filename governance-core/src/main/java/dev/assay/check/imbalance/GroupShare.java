package dev.assay.check.imbalance;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.statistics.Divergence;
import dev.assay.check.statistics.Proportions;
import dev.assay.check.values.Words;
import dev.assay.evaluation.CheckResult;
import dev.assay.slice.Attribute;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;

/// How many rows each group has: too few, and nothing can be said about its people.
final class GroupShare implements Check {

  /// With fewer rows the interval of a rate is up to ±18 points wide.
  static final long FEWEST = 30;

  @Override
  public String id() {
    return "imbalance.group_share";
  }

  @Override
  public String title() {
    return "Groups too small to judge";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    if (input.attributes().isEmpty()) {
      return outcome.notApplicable("No column is sensitive, so there are no groups.");
    }
    List<String> small = new ArrayList<>();
    int groups = 0;
    for (Attribute attribute : input.attributes()) {
      long[] counts = counts(attribute);
      long n = attribute.codes().length;
      groups += counts.length;
      for (int g = 0; g < counts.length; g++) {
        String subject = subject(attribute, g);
        outcome.value("group_share", subject, Proportions.of(counts[g], n, input.level()));
        if (counts[g] < FEWEST) {
          small.add(subject);
          outcome.evidence(Words.quoted(subject) + " has " + Words.count(counts[g], "row") + ".");
        }
      }
      outcome.value(
          "normalised_entropy",
          attribute.name(),
          Divergence.entropy(counts) / Math.log(counts.length),
          "one group only");
    }
    return outcome.issueIf(
        !small.isEmpty(),
        Words.count(small.size(), "group")
            + " of "
            + Words.count(groups)
            + (small.size() == 1 ? " has" : " have")
            + " fewer than "
            + FEWEST
            + " rows ("
            + Words.list(small)
            + "): nothing can be concluded about them.",
        "Every one of " + Words.count(groups, "group") + " has at least " + FEWEST + " rows.");
  }

  static long[] counts(Attribute attribute) {
    long[] counts = new long[attribute.values().size()];
    for (int code : attribute.codes()) {
      counts[code]++;
    }
    return counts;
  }

  static String subject(Attribute attribute, int group) {
    String value = attribute.values().get(group);
    return attribute.name() + " = " + (value == null ? "missing" : value);
  }
}
