package dev.assay.check.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Corpus;
import dev.assay.check.CorpusDatasets;
import dev.assay.dataset.Dataset;
import dev.assay.work.Cancellation;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DriftGoldenTest {

  private int compared;

  @Test
  void driftOfAdultEqualsThePeers() {
    Dataset reference = CorpusDatasets.of("adult_train");
    for (JsonNode golden : Corpus.json("golden/drift_adult.json").get("comparisons")) {
      Dataset current = CorpusDatasets.of(golden.get("current").asString());
      Map<String, ColumnDrift> drifts =
          Comparison.of(reference, current, 2, new Cancellation()).columns().stream()
              .collect(Collectors.toMap(ColumnDrift::column, Function.identity()));
      golden
          .get("numeric")
          .forEach(g -> numeric(g, (NumericDrift) drifts.get(g.get("column").asString())));
      golden
          .get("categorical")
          .forEach(g -> categorical(g, (CategoryDrift) drifts.get(g.get("column").asString())));
    }
    System.out.println("golden: " + compared + " drift values compared");
    assertThat(compared).isGreaterThan(700);
  }

  private void numeric(JsonNode golden, NumericDrift drift) {
    same(drift.column() + " missing", golden.get("missing_current"), drift.missing().after());
    for (int e = 0; e < golden.get("inner_edges").size(); e++) {
      same("edge", golden.get("inner_edges").get(e), drift.edges()[e]);
    }
    counts(golden.get("reference_counts"), drift.before());
    counts(golden.get("current_counts"), drift.after());
    same(drift.column() + " psi", golden.get("psi"), drift.psi());
    same(drift.column() + " js", golden.get("js_distance"), drift.jensenShannon());
    same(drift.column() + " ks", golden.get("ks").get("statistic"), drift.ks());
    same(drift.column() + " p", golden.get("ks").get("p_value"), drift.pValue());
    same(drift.column() + " wasserstein", golden.get("wasserstein"), drift.wasserstein());
    same(
        drift.column() + " normed",
        golden.get("wasserstein_normalised"),
        drift.wassersteinNormed());
    same(drift.column() + " median", golden.get("median").get(0), drift.medians()[0]);
    same(drift.column() + " median", golden.get("median").get(1), drift.medians()[1]);
  }

  private void categorical(JsonNode golden, CategoryDrift drift) {
    assertThat(drift.values().stream().map(v -> v == null ? "(missing)" : v).toList())
        .containsExactlyInAnyOrderElementsOf(
            golden.get("values").values().stream().map(JsonNode::asString).toList());
    if (!drift.values().contains(null)) {
      counts(golden.get("reference_counts"), drift.table().counts()[0]);
      counts(golden.get("current_counts"), drift.table().counts()[1]);
    }
    assertThat(drift.added())
        .containsExactlyElementsOf(
            golden.get("new_values").values().stream().map(JsonNode::asString).toList());
    same(drift.column() + " psi", golden.get("psi"), drift.psi());
    same(drift.column() + " js", golden.get("js_distance"), drift.jensenShannon());
    same(drift.column() + " tv", golden.get("total_variation"), drift.totalVariation());
    JsonNode chi = golden.get("chi2");
    same(drift.column() + " chi2", chi.get("statistic"), drift.table().chiSquared());
    same(drift.column() + " dof", chi.get("dof"), drift.table().degreesOfFreedom());
    same(drift.column() + " p", chi.get("p_value"), drift.pValue());
  }

  private void counts(JsonNode golden, long[] counts) {
    for (int i = 0; i < counts.length; i++) {
      same("count", golden.get(i), counts[i]);
    }
  }

  private void same(String what, JsonNode golden, double value) {
    double wanted = golden.asDouble();
    assertThat(value).as(what).isCloseTo(wanted, within(1e-9 * Math.max(1, Math.abs(wanted))));
    compared++;
    if (wanted != 0 && Math.abs(wanted) < 1e-6) {
      assertThat(value / wanted).as(what + " relative").isCloseTo(1, within(1e-6));
    }
  }
}
