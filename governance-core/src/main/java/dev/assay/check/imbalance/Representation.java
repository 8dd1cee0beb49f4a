package dev.assay.check.imbalance;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.statistics.Contingency;
import dev.assay.check.statistics.Divergence;
import dev.assay.check.statistics.Holm;
import dev.assay.check.values.Words;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.evaluation.CheckResult;
import dev.assay.slice.Attribute;
import dev.assay.slice.Attributes;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Whether groups have the shares that they have in the reference: the training data, or a table of
/// the population the model is meant for.
final class Representation implements Check {

  private static final double FAR = 0.1;

  @Override
  public String id() {
    return "imbalance.representation";
  }

  @Override
  public String title() {
    return "Groups are represented otherwise than in the reference";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    Dataset reference = input.reference();
    if (reference == null || reference.rows() == 0 || input.attributes().isEmpty()) {
      return outcome.notApplicable(
          reference == null
              ? "No reference dataset was given (--reference) to compare group shares with."
              : "There are no groups to compare.");
    }
    List<String> known = reference.spec().columns().stream().map(ColumnSpec::name).toList();
    List<Shares> compared = new ArrayList<>();
    for (Attribute attribute : input.attributes()) {
      cancellation.check();
      if (known.contains(attribute.name()) && attribute.grouping().equals("by value")) {
        compared.add(Shares.of(attribute, reference));
      }
    }
    if (compared.isEmpty()) {
      return outcome.notApplicable("No sensitive column with groups by value is in the reference.");
    }
    double[] adjusted = Holm.adjust(compared.stream().mapToDouble(s -> s.table.pValue()).toArray());
    List<String> far = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      Shares shares = compared.get(i);
      double[] p = Divergence.shares(shares.table.counts()[0]);
      double[] q = Divergence.shares(shares.table.counts()[1]);
      double distance = Divergence.totalVariation(p, q);
      outcome.value("total_variation", shares.name, distance);
      outcome.value("js_distance", shares.name, Divergence.jensenShannon(p, q));
      outcome.value(
          "kl_divergence",
          shares.name,
          Divergence.kullbackLeibler(q, p),
          "a group does not occur in the reference");
      outcome.value("p_value_holm", shares.name, adjusted[i], "one group only");
      if (adjusted[i] < 1 - input.level() && distance >= FAR) {
        far.add(shares.name);
        outcome.evidence(shares.sentence(p, q));
      }
    }
    return outcome.issueIf(
        !far.isEmpty(),
        "Groups have other shares than in the reference: " + Words.list(far) + ".",
        "Groups of "
            + Words.count(compared.size(), "attribute")
            + " have about the shares they have in the reference.");
  }

  private record Shares(String name, List<String> groups, Contingency table) {

    static Shares of(Attribute attribute, Dataset reference) {
      int[] rows = IntStream.range(0, reference.rows()).toArray();
      Attribute other =
          Attributes.of(attribute.name(), reference.column(attribute.name()), rows, null);
      TreeMap<String, long[]> counts = new TreeMap<>();
      add(other, 0, counts);
      add(attribute, 1, counts);
      long[][] table = new long[2][counts.size()];
      int at = 0;
      for (long[] pair : counts.values()) {
        table[0][at] = pair[0];
        table[1][at++] = pair[1];
      }
      return new Shares(attribute.name(), List.copyOf(counts.keySet()), new Contingency(table));
    }

    private static void add(Attribute attribute, int side, TreeMap<String, long[]> counts) {
      long[] own = GroupShare.counts(attribute);
      for (int g = 0; g < own.length; g++) {
        String value = attribute.values().get(g);
        counts.computeIfAbsent(value == null ? "missing" : value, k -> new long[2])[side] += own[g];
      }
    }

    String sentence(double[] p, double[] q) {
      int most = 0;
      for (int g = 1; g < p.length; g++) {
        most = Math.abs(q[g] - p[g]) > Math.abs(q[most] - p[most]) ? g : most;
      }
      return Words.quoted(name + " = " + groups.get(most))
          + " makes up "
          + Words.percent(q[most])
          + " of the data and "
          + Words.percent(p[most])
          + " of the reference.";
    }
  }
}
