package dev.assay.check.proxy;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.learn.BinnedColumn;
import dev.assay.check.statistics.Contingency;
import dev.assay.check.statistics.Holm;
import dev.assay.check.values.Words;
import dev.assay.evaluation.CheckResult;
import dev.assay.slice.Attribute;
import dev.assay.work.Blocks;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A feature that goes with a sensitive attribute so closely that a model can treat groups
/// differently without reading the attribute.
final class SingleProxy implements Check {

  private static final double STRONG = 0.3;
  private static final int BINS = 16;

  @Override
  public String id() {
    return "proxy.features";
  }

  @Override
  public String title() {
    return "A feature stands for a sensitive attribute";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    List<BinnedColumn> columns = Candidates.of(input, BINS);
    if (columns.isEmpty() || input.attributes().isEmpty()) {
      return outcome.notApplicable(
          columns.isEmpty() ? "There is no feature to look at." : "No column is sensitive.");
    }
    List<Pair> pairs = new ArrayList<>();
    for (Attribute attribute : input.attributes()) {
      for (BinnedColumn column : columns) {
        if (!column.name().equals(attribute.name())) {
          pairs.add(new Pair(column, attribute));
        }
      }
    }
    Contingency[] tables = new Contingency[pairs.size()];
    Blocks.run(
        tables.length,
        input.threads(),
        p -> {
          cancellation.check();
          tables[p] = pairs.get(p).table();
        });
    double[] adjusted =
        Holm.adjust(Arrays.stream(tables).mapToDouble(Contingency::pValue).toArray());
    List<String> proxies = new ArrayList<>();
    for (int p = 0; p < tables.length; p++) {
      String subject = pairs.get(p).column.name() + " and " + pairs.get(p).attribute.name();
      double v = tables[p].cramersV();
      outcome.value("cramers_v", subject, v, "one value or one group only");
      outcome.value(
          "explained_entropy", subject, tables[p].explained(), "one value or one group only");
      outcome.value("p_value_holm", subject, adjusted[p], "one value or one group only");
      if (adjusted[p] < 1 - input.level() && v >= STRONG) {
        Pair pair = pairs.get(p);
        proxies.add(pair.column.name() + " → " + pair.attribute.name());
        outcome.evidence(
            pair.sentence(v, tables[p]) + Telling.of(pair.column, pair.attribute, input),
            List.of(),
            Map.of("explained entropy", Words.percent(tables[p].explained())));
      }
    }
    return outcome.issueIf(
        !proxies.isEmpty(),
        Words.count(proxies.size(), "feature")
            + (proxies.size() == 1 ? " stands" : " stand")
            + " for a sensitive attribute (Cramér's V ≥ "
            + STRONG
            + "): "
            + Words.list(proxies)
            + ".",
        "No feature of "
            + columns.size()
            + " stands for a sensitive attribute: no Cramér's V reaches "
            + STRONG
            + ".");
  }

  private record Pair(BinnedColumn column, Attribute attribute) {

    Contingency table() {
      int[] bins = new int[column.bins().length];
      for (int i = 0; i < bins.length; i++) {
        bins[i] = column.bins()[i] & 0xFF;
      }
      return Contingency.of(bins, column.count(), attribute.codes(), attribute.values().size());
    }

    String sentence(double v, Contingency table) {
      return Words.quoted(column.name())
          + " goes with "
          + Words.quoted(attribute.name())
          + " (Cramér's V "
          + Words.rounded(v, 2)
          + ", n = "
          + Words.count(table.total())
          + ")";
    }
  }
}
