package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.GoldenCase;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.classification.BinaryKernel;
import dev.assay.metric.ranking.RankingKernel;
import dev.assay.predictions.Predictions;
import dev.assay.slice.Attribute;
import dev.assay.slice.SliceKey;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Every section of every golden `metrics.json` against the evaluator's facts.
class EvaluatorGoldenTest {

  private static final Set<String> NOT_NUMBERS =
      Set.of(
          "case",
          "dataset",
          "model",
          "task",
          "label",
          "threshold",
          "predicted_positive",
          "tools",
          "tolerance",
          "notes",
          "error",
          "predicted",
          "classes",
          "zero_division",
          "fped_note");

  private static final Set<String> OF_OTHER_ROOMS =
      Set.of(
          "model_label_differs_from_threshold_rule",
          "difference_to_adult_mlp",
          "batch_effect",
          "counterfactual_sex_flip",
          "partial_dependence_age",
          "consistency",
          "tokenisation",
          "fped",
          "fned");

  private final Set<String> notOurs = new TreeSet<>();
  private final Set<String> unknown = new TreeSet<>();
  private int compared;

  @Test
  void everySectionOfEveryCaseEqualsItsGoldenValues() {
    int cases = 0;
    for (GoldenCase golden : GoldenCase.all()) {
      compareCase(golden);
      cases++;
    }
    System.out.printf(
        "golden: %d cases, %,d values compared, %d keys not ours: %s%n",
        cases, compared, notOurs.size(), notOurs);
    assertThat(unknown).isEmpty();
    assertThat(cases).isEqualTo(28);
    assertThat(compared).isGreaterThan(20_000);
  }

  @Test
  void everyMetricOfTheFactsIsDefinedInTheCatalogue() {
    Set<String> undefined = new TreeSet<>();
    for (String name : List.of("adult_lgbm", "student_multiclass", "communities_ridge")) {
      Facts facts = facts(GoldenCase.of(name), null, 200);
      facts.metrics().forEach(r -> undefined.add(r.metric()));
      facts.disparities().forEach(d -> undefined.add(d.metric()));
    }
    undefined.removeIf(id -> MetricCatalogue.find(id).isPresent());
    assertThat(undefined).isEmpty();
  }

  private void compareCase(GoldenCase golden) {
    JsonNode metrics = golden.metrics();
    boolean drawn = metrics.has("bootstrap");
    GoldenLookup ours = new GoldenLookup(facts(golden, null, drawn ? 2_000 : 200), golden.name());
    GoldenSections sections = new GoldenSections(ours);
    for (Map.Entry<String, JsonNode> e : metrics.properties()) {
      section(golden, ours, sections, e.getKey(), e.getValue());
    }
    compared += ours.compared();
    notOurs.addAll(ours.notOurs());
  }

  private void section(
      GoldenCase golden, GoldenLookup ours, GoldenSections sections, String key, JsonNode value) {
    switch (key) {
      case "overall" -> sections.metrics(value, SliceKey.WHOLE, "overall");
      case "groups" ->
          value.forEach(
              g -> sections.metrics(g.get("metrics"), GoldenLookup.slice(g.get("key")), "groups"));
      case "fairness" -> value.forEach(sections::fairness);
      case "intervals" -> value.forEach(sections::intervals);
      case "imbalance" -> sections.imbalance(value);
      case "impact_ratio_ll144" -> sections.impact(value);
      case "bootstrap" -> sections.bootstrap(value);
      case "group_gaps" -> sections.gaps(value);
      case "calibration" ->
          new GoldenCurves(ours)
              .calibration(value, BinaryKernel.of(golden.binary(null), 0.5, 2).whole());
      case "curves" ->
          new GoldenCurves(ours).curves(value, RankingKernel.of(golden.binary(null), 2).whole());
      case "reliability_top_label" -> new GoldenCurves(ours).reliability(value);
      case "weighted_by_fnlwgt" -> weighted(golden, value);
      case "identity_terms" -> identityTerms(ours, value);
      case "identity_term_auc" -> identityAuc(ours, value);
      case "rows_with_a_tie" -> ours.same(value.asDouble(), golden.multiclass().ties(), key, 0);
      case "scores_equal_to_threshold" -> atThreshold(golden, ours, value);
      default -> {
        if (OF_OTHER_ROOMS.contains(key)) {
          ours.skip(key);
        } else if (!NOT_NUMBERS.contains(key)) {
          unknown.add(key);
        }
      }
    }
  }

  private static void atThreshold(GoldenCase golden, GoldenLookup ours, JsonNode value) {
    long equal = 0;
    for (double score : golden.binary(null).score()) {
      equal += score == golden.metrics().get("threshold").asDouble() ? 1 : 0;
    }
    ours.same(value.asDouble(), equal, "scores equal to the threshold", 0);
  }

  private void weighted(GoldenCase golden, JsonNode section) {
    GoldenLookup ours = new GoldenLookup(facts(golden, "fnlwgt", 200), golden.name() + " weighted");
    GoldenSections sections = new GoldenSections(ours);
    sections.metrics(section.get("overall"), SliceKey.WHOLE, "weighted");
    section
        .get("sex")
        .properties()
        .forEach(e -> sections.metrics(e.getValue(), SliceKey.of("sex", e.getKey()), "weighted"));
    compared += ours.compared();
    notOurs.addAll(ours.notOurs());
  }

  private static void identityTerms(GoldenLookup ours, JsonNode terms) {
    for (JsonNode term : terms) {
      SliceKey key = SliceKey.of("identity_term", term.get("identity_term").asString());
      for (Map.Entry<String, JsonNode> e : term.properties()) {
        if (!e.getKey().equals("identity_term")) {
          ours.row(e.getValue(), e.getKey(), key);
        }
      }
    }
  }

  private static void identityAuc(GoldenLookup ours, JsonNode section) {
    for (JsonNode row : section.get("rows")) {
      SliceKey key = SliceKey.of("identity_term", row.get("value").asString());
      ours.row(row.get("n"), "n", key);
      ours.row(row.get("subgroup_auc"), "roc_auc", key);
    }
    ours.skip("identity_term_auc.bpsn_auc, bnsp_auc");
  }

  private static Facts facts(GoldenCase golden, @Nullable String weights, int draws) {
    JsonNode metrics = golden.metrics();
    Predictions predictions =
        switch (golden.task()) {
          case BINARY_CLASSIFICATION -> golden.binary(weights);
          case MULTICLASS_CLASSIFICATION -> golden.multiclass();
          case TEXT_GENERATION, MULTI_LABEL_CLASSIFICATION, MASKED_PROBE, FORECASTING ->
              throw new IllegalStateException("no golden file has several labels a row");
          case TOKEN_CLASSIFICATION ->
              throw new IllegalStateException("no golden file has tags of words");
          case REGRESSION -> golden.regression();
        };
    String favourable = metrics.path("label").path("favourable").asString("");
    Set<String> columns = new LinkedHashSet<>();
    boolean crossed = false;
    for (JsonNode group : metrics.path("groups")) {
      List<String> by = GoldenLookup.by(group);
      crossed |= by.size() > 1;
      columns.addAll(by);
    }
    if (metrics.has("identity_terms")) {
      columns.add("identity_term");
    }
    List<Attribute> attributes = new ArrayList<>();
    columns.forEach(c -> attributes.add(golden.attribute(c)));
    return Evaluator.evaluate(
        new EvaluationInput(
            predictions,
            attributes,
            favourable.isEmpty() ? null : favourable,
            metrics.path("threshold").asDouble(0.5),
            crossed ? 2 : 1,
            0.95,
            draws,
            7,
            2),
        Progress.NONE,
        new Cancellation());
  }
}
