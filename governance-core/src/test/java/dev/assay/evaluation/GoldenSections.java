package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evaluation.Disparity.Comparison;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.RateIntervals;
import dev.assay.slice.SliceKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Compares each section of a golden `metrics.json` with the facts.
final class GoldenSections {

  private static final Map<String, String> AEQUITAS =
      Map.ofEntries(
          Map.entry("tpr", "recall"),
          Map.entry("tnr", "specificity"),
          Map.entry("for", "for"),
          Map.entry("fdr", "fdr"),
          Map.entry("fpr", "fpr"),
          Map.entry("fnr", "fnr"),
          Map.entry("npv", "npv"),
          Map.entry("precision", "precision"),
          Map.entry("pprev", "selection_rate"),
          Map.entry("prev", "prevalence"),
          Map.entry("fp", "fp"),
          Map.entry("fn", "fn"),
          Map.entry("tn", "tn"),
          Map.entry("tp", "tp"),
          Map.entry("group_size", "n"));

  private static final Map<String, String> TO_REFERENCE =
      Map.ofEntries(
          Map.entry("selection_rate_difference", "demographic_parity_difference"),
          Map.entry("recall_difference", "equal_opportunity_difference"),
          Map.entry("fpr_difference", "fpr_difference"),
          Map.entry("fnr_difference", "fnr_difference"),
          Map.entry("precision_difference", "predictive_parity_difference"),
          Map.entry("accuracy_difference", "accuracy_difference"),
          Map.entry("selection_rate_ratio", "demographic_parity_ratio"),
          Map.entry("fpr_ratio", "fpr_ratio"),
          Map.entry("fnr_ratio", "fnr_ratio"),
          Map.entry("recall_ratio", "equal_opportunity_ratio"),
          Map.entry("precision_ratio", "precision_ratio"),
          Map.entry("fdr_ratio", "fdr_ratio"),
          Map.entry("for_ratio", "for_ratio"));

  private static final Map<String, String> DEFINED_GROUPS =
      Map.of(
          "tpr_difference", "equal_opportunity_difference",
          "tpr_ratio", "equal_opportunity_ratio");

  private final GoldenLookup ours;

  GoldenSections(GoldenLookup ours) {
    this.ours = ours;
  }

  void metrics(JsonNode metrics, SliceKey slice, String where) {
    for (Map.Entry<String, JsonNode> e : metrics.properties()) {
      String key = e.getKey();
      JsonNode value = e.getValue();
      switch (key) {
        case "per_class" -> value.forEach(c -> perClass(c, slice));
        case "macro", "weighted", "micro" ->
            value.properties().forEach(p -> ours.row(p.getValue(), p.getKey() + "_" + key, slice));
        case "roc_auc_ovr_per_class" ->
            value.properties().forEach(p -> ours.row(p.getValue(), "roc_auc", slice, p.getKey()));
        case "average_precision_per_class" ->
            value
                .properties()
                .forEach(p -> ours.row(p.getValue(), "average_precision", slice, p.getKey()));
        case "confusion_matrix" -> ours.skip(where + ".confusion_matrix (in the kernel's test)");
        default -> ours.row(value, key, slice);
      }
    }
  }

  private void perClass(JsonNode one, SliceKey slice) {
    for (String metric : List.of("support", "precision", "recall", "f1")) {
      ours.row(one.get(metric), metric, slice, one.get("class").asString());
    }
  }

  void fairness(JsonNode section) {
    List<String> by = GoldenLookup.by(section);
    section
        .get("fairlearn")
        .properties()
        .forEach(e -> extremes(e.getValue(), "fairlearn." + e.getKey(), by));
    section
        .get("defined_groups_only")
        .properties()
        .forEach(
            e -> extremes(e.getValue(), DEFINED_GROUPS.getOrDefault(e.getKey(), e.getKey()), by));
    Set<SliceKey> undefined =
        section
            .get("groups_with_an_undefined_rate")
            .valueStream()
            .map(GoldenLookup::slice)
            .collect(Collectors.toSet());
    assertThat(
            Set.copyOf(
                ours.disparity("equalized_odds_difference", by, Comparison.EXTREMES, null)
                    .leftOut()))
        .isEqualTo(undefined);
    if (section.has("to_reference")) {
      SliceKey reference = GoldenLookup.slice(section.get("reference"));
      section.get("to_reference").forEach(group -> toReference(group, by, reference));
      section.get("aequitas").forEach(group -> aequitas(group, by));
      aif360(section.get("aif360"), by, reference);
    }
  }

  private void extremes(JsonNode expected, String metric, List<String> by) {
    Disparity own = ours.disparity(metric, by, Comparison.EXTREMES, null);
    if (own.value() instanceof MetricValue.Undefined(String reason)
        && reason.startsWith("fewer than two groups")) {
      // The golden file writes the spread of a single group, 0 or 1; that says nothing about
      // groups.
      assertThat(expected.asDouble()).isIn(0.0, 1.0);
      ours.skip("fairness.defined_groups_only of a single group (undefined here)");
      return;
    }
    ours.same(expected, own.value(), metric + " by " + by);
  }

  private void toReference(JsonNode group, List<String> by, SliceKey reference) {
    SliceKey key = GoldenLookup.slice(group.get("key"));
    if (key.equals(reference)) {
      return;
    }
    TO_REFERENCE.forEach(
        (golden, own) ->
            ours.same(
                group.get(golden),
                ours.disparity(own, by, Comparison.TO_REFERENCE, key).value(),
                own + " of " + key.describe()));
  }

  private void aequitas(JsonNode group, List<String> by) {
    SliceKey key = GoldenLookup.slice(group.get("key"));
    for (Map.Entry<String, JsonNode> e : group.properties()) {
      String name = e.getKey();
      if (name.endsWith("_disparity")) {
        ours.same(
            e.getValue(),
            ours.disparity("aequitas." + name, by, Comparison.TO_REFERENCE, key).value(),
            name + " of " + key.describe());
      } else if (AEQUITAS.containsKey(name)) {
        ours.row(e.getValue(), AEQUITAS.get(name), key);
      } else if (name.equals("total_entities")) {
        ours.row(e.getValue(), "n", SliceKey.WHOLE);
      } else if (!name.equals("key")) {
        ours.row(e.getValue(), "aequitas." + name, key);
      }
    }
  }

  private void aif360(JsonNode section, List<String> by, SliceKey reference) {
    for (Map.Entry<String, JsonNode> e : section.properties()) {
      switch (e.getKey()) {
        case "privileged", "unprivileged", "favourable_label" -> {}
        case "theil_index", "generalized_entropy_index" ->
            ours.row(e.getValue(), e.getKey(), SliceKey.WHOLE);
        default ->
            ours.same(
                e.getValue(),
                ours.disparity("aif360." + e.getKey(), by, Comparison.TO_REST, reference).value(),
                e.getKey() + " by " + by);
      }
    }
  }

  void intervals(JsonNode section) {
    SliceKey slice = GoldenLookup.slice(section.get("key"));
    for (String metric : List.of("selection_rate", "accuracy", "recall", "fpr")) {
      JsonNode rate = section.get(metric);
      MetricRow row = ours.row(metric, slice, null);
      if (rate.isNull()) {
        assertThat(row.value()).isInstanceOf(MetricValue.Undefined.class);
        continue;
      }
      double k = row.numerator();
      double n = row.denominator();
      ours.same(rate.get("k").asDouble(), k, metric + " k", 0);
      ours.same(rate.get("n").asDouble(), n, metric + " n", 0);
      Interval wilson = GoldenLookup.interval(row.value());
      ours.interval(rate.get("wilson"), wilson, metric + " " + slice.describe(), 1e-9);
      ours.interval(
          rate.get("clopper_pearson"),
          RateIntervals.clopperPearson(k, n, 0.95),
          metric + " Clopper-Pearson",
          1e-9);
    }
  }

  void imbalance(JsonNode section) {
    SliceKey whole = SliceKey.WHOLE;
    ours.row(section.get("imbalance_ratio"), "class_imbalance_ratio", whole);
    ours.row(section.get("normalised_entropy"), "label_entropy", whole);
    counts(section.get("class_counts"), whole);
    for (JsonNode by : section.get("by")) {
      String column = by.get("column").asString();
      for (JsonNode group : by.get("table")) {
        String value = group.get("value").asString();
        SliceKey key = SliceKey.of(column, value.equals("(missing)") ? null : value);
        counts(group, key);
        ours.row(group.get("share"), "representation", key);
        ours.row(group.get("positive_rate"), "prevalence", key);
      }
      Disparity chi =
          ours.disparity("label_group_chi_squared", List.of(column), Comparison.EXTREMES, null);
      ours.same(by.get("chi2"), chi.value(), "χ² by " + column);
      ours.same(by.get("p_value").asDouble(), chi.pValue(), "p of χ² by " + column, 1e-9);
      extremes(by.get("cramers_v"), "label_group_cramers_v", List.of(column));
      extremes(by.get("largest_to_smallest_group"), "group_size_ratio", List.of(column));
    }
  }

  private void counts(JsonNode counts, SliceKey slice) {
    double tp = ours.row("tp", slice, null).value().orNaN();
    double fp = ours.row("fp", slice, null).value().orNaN();
    double fn = ours.row("fn", slice, null).value().orNaN();
    double tn = ours.row("tn", slice, null).value().orNaN();
    ours.same(counts.get("negative").asDouble(), fp + tn, "negatives", 0);
    ours.same(counts.get("positive").asDouble(), tp + fn, "positives", 0);
  }

  void impact(JsonNode section) {
    for (JsonNode table : section.get("tables")) {
      for (JsonNode row : table.get("rows")) {
        SliceKey key = GoldenLookup.slice(row.get("key"));
        ours.row(row.get("applicants"), "n", key);
        ours.row(row.get("share"), "representation", key);
        ours.row(row.get("selection_rate"), "favourable_rate", key);
        ours.row(row.get("scoring_rate"), "scoring_rate", key);
        for (String ratio : List.of("impact_ratio", "scoring_impact_ratio")) {
          ours.row(row.get(ratio), ratio, key);
          ours.row(row.get(ratio + "_without_small_groups"), ratio + "_without_small_groups", key);
        }
        assertThat(
                ours.row("impact_ratio_without_small_groups", key, null).value()
                    instanceof MetricValue.Undefined)
            .isEqualTo(row.get("below_two_percent").asBoolean());
        ours.same(
            row.get("selected").asDouble(),
            ours.row("favourable_rate", key, null).numerator(),
            "selected",
            0);
        ours.same(
            row.get("above_median").asDouble(),
            ours.row("scoring_rate", key, null).numerator(),
            "above the median",
            0);
      }
    }
  }

  void bootstrap(JsonNode section) {
    for (Map.Entry<String, JsonNode> e : section.get("intervals").properties()) {
      Interval own =
          e.getKey().equals("selection_rate_difference")
              ? GoldenLookup.interval(
                  ours.disparity(
                          "demographic_parity_difference",
                          List.of("sex"),
                          Comparison.EXTREMES,
                          null)
                      .value())
              : GoldenLookup.interval(ours.row(e.getKey(), SliceKey.WHOLE, null).value());
      double low = e.getValue().get("low").asDouble();
      double high = e.getValue().get("high").asDouble();
      double tolerance = 0.15 * (high - low);
      ours.same(low, own.lower(), "bootstrap " + e.getKey(), tolerance);
      ours.same(high, own.upper(), "bootstrap " + e.getKey(), tolerance);
    }
  }

  void gaps(JsonNode gaps) {
    for (JsonNode gap : gaps) {
      for (String metric : new TreeSet<>(List.of("mae_difference", "mean_error_difference"))) {
        extremes(gap.get(metric), metric, GoldenLookup.by(gap));
      }
    }
  }
}
