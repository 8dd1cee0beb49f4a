package dev.assay.check.imbalance;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.statistics.Contingency;
import dev.assay.check.statistics.Holm;
import dev.assay.check.statistics.Proportions;
import dev.assay.check.values.Truth;
import dev.assay.check.values.Words;
import dev.assay.evaluation.CheckResult;
import dev.assay.slice.Attribute;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether labels depend on the group: a model trained on such labels repeats it. Attributes are
/// looked at alone and crossed in pairs, for labels may be even in both and uneven in their
/// crossing.
final class LabelsByGroup implements Check {

  private static final double STRONG = 0.1;

  @Override
  public String id() {
    return "imbalance.labels_by_group";
  }

  @Override
  public String title() {
    return "Labels differ between groups";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    Optional<Truth> labels = Truth.of(input.predictions());
    if (labels.isEmpty() || input.attributes().isEmpty()) {
      return outcome.notApplicable(
          labels.isEmpty()
              ? "Labels are numbers, not classes."
              : "No column is sensitive, so there are no groups.");
    }
    Truth truth = labels.get();
    List<LabelTable> tables = LabelTable.all(input.attributes(), truth);
    double[] adjusted = Holm.adjust(tables.stream().mapToDouble(t -> t.table().pValue()).toArray());
    List<String> strong = new ArrayList<>();
    for (int t = 0; t < adjusted.length; t++) {
      LabelTable one = tables.get(t);
      Contingency table = one.table();
      double v = table.cramersV();
      outcome.value("chi2", one.name(), table.chiSquared());
      outcome.value("cramers_v", one.name(), v, "one group or one class only");
      outcome.value("p_value_holm", one.name(), adjusted[t], "one group or one class only");
      if (!one.crossed()) {
        for (int g = 0; g < one.groups().size(); g++) {
          outcome.value(
              "label_rate",
              one.groups().get(g),
              Proportions.of(one.positives(g), one.rows(g), input.level()));
        }
      }
      if (adjusted[t] < 1 - input.level() && v >= STRONG) {
        strong.add(one.name() + " (Cramér's V " + Words.rounded(v, 2) + ")");
        outcome.evidence(one.sentence(truth.classes().getLast()));
      }
    }
    return outcome.issueIf(
        !strong.isEmpty(),
        "Labels depend on the group beyond chance for " + String.join("; ", strong) + ".",
        "Labels hardly depend on any group: no Cramér's V reaches "
            + STRONG
            + " among "
            + Words.count(tables.size(), "table")
            + ".");
  }

  /// Labels by group of one attribute, or of two crossed.
  private record LabelTable(String name, boolean crossed, List<String> groups, Contingency table) {

    private static final long FEWEST = 30;

    static List<LabelTable> all(List<Attribute> attributes, Truth truth) {
      List<LabelTable> tables = new ArrayList<>();
      for (Attribute attribute : attributes) {
        List<String> groups = new ArrayList<>();
        for (int g = 0; g < attribute.values().size(); g++) {
          groups.add(GroupShare.subject(attribute, g));
        }
        tables.add(of(attribute.name(), false, groups, attribute.codes(), truth));
      }
      for (int i = 0; i < attributes.size(); i++) {
        for (int j = i + 1; j < attributes.size(); j++) {
          tables.add(crossed(attributes.get(i), attributes.get(j), truth));
        }
      }
      return tables;
    }

    private static LabelTable crossed(Attribute a, Attribute b, Truth truth) {
      int width = b.values().size();
      int[] codes = new int[truth.size()];
      for (int i = 0; i < codes.length; i++) {
        codes[i] = a.codes()[i] * width + b.codes()[i];
      }
      List<String> groups = new ArrayList<>();
      for (int g = 0; g < a.values().size() * width; g++) {
        groups.add(GroupShare.subject(a, g / width) + ", " + GroupShare.subject(b, g % width));
      }
      return of(a.name() + " × " + b.name(), true, groups, codes, truth);
    }

    private static LabelTable of(
        String name, boolean crossed, List<String> groups, int[] codes, Truth truth) {
      Contingency table =
          Contingency.of(codes, groups.size(), truth.codes(), truth.classes().size());
      return new LabelTable(name, crossed, groups, table);
    }

    long rows(int group) {
      long[] counts = table.counts()[group];
      long rows = 0;
      for (long count : counts) {
        rows += count;
      }
      return rows;
    }

    long positives(int group) {
      long[] counts = table.counts()[group];
      return counts[counts.length - 1];
    }

    String sentence(String positive) {
      int low = -1;
      int high = -1;
      for (int g = 0; g < groups.size(); g++) {
        if (rows(g) >= FEWEST) {
          low = low < 0 || rate(g) < rate(low) ? g : low;
          high = high < 0 || rate(g) > rate(high) ? g : high;
        }
      }
      return "Label "
          + Words.quoted(positive)
          + (low < 0
              ? " depends on " + name + "."
              : " is rarest for " + shown(low) + " and most frequent for " + shown(high) + ".");
    }

    private double rate(int group) {
      return (double) positives(group) / rows(group);
    }

    private String shown(int group) {
      return Words.quoted(groups.get(group))
          + " ("
          + Words.percent(rate(group))
          + " of "
          + Words.count(rows(group), "row")
          + ")";
    }
  }
}
