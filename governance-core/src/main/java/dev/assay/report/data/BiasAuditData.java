package dev.assay.report.data;

import dev.assay.common.Csv;
import dev.assay.common.Json;
import dev.assay.regime.ll144.BiasAudit;
import dev.assay.regime.ll144.BiasSummary;
import dev.assay.regime.ll144.Category;
import dev.assay.regime.ll144.RateTable;
import dev.assay.regime.ll144.RateTable.Impact;
import dev.assay.regime.ll144.Ratio;
import dev.assay.regime.ll144.Statement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A bias audit for programs: one line a category, or all of it. Rates and ratios are unrounded.
public final class BiasAuditData {

  /// The name and version of the format.
  public static final String SCHEMA = "assay.bias-audit/1";

  private static final List<String> COLUMNS =
      List.of(
          "outcome",
          "table",
          "sex",
          "race_ethnicity",
          "applicants",
          "favoured",
          "rate",
          "impact_ratio",
          "no_ratio_because");

  private BiasAuditData() {}

  /// `local-law-144.csv`.
  public static byte[] csv(BiasSummary summary) {
    Csv csv = new Csv().header(COLUMNS);
    for (BiasAudit.Outcome outcome : summary.audit().outcomes()) {
      for (RateTable table : outcome.tables()) {
        for (RateTable.Row row : table.rows()) {
          Category category = row.category();
          csv.text(outcome.name()).text(table.breakdown().id());
          csv.text(category.sex() == null ? null : category.sex().id());
          csv.text(category.race() == null ? null : category.race().id());
          csv.number(row.assessed()).number(row.favoured());
          csv.number(rate(row)).number(ratio(row.impact())).text(why(row.impact())).end();
        }
      }
    }
    return csv.finish().getBytes(StandardCharsets.UTF_8);
  }

  /// `local-law-144.json`, keys sorted.
  public static byte[] json(BiasSummary summary) {
    return Json.pretty(tree(summary)).getBytes(StandardCharsets.UTF_8);
  }

  /// What `local-law-144.json` holds.
  public static SortedMap<String, @Nullable Object> tree(BiasSummary summary) {
    Statement said = summary.statement();
    BiasAudit audit = summary.audit();
    SortedMap<String, @Nullable Object> json = new TreeMap<>();
    json.put("schema", SCHEMA);
    json.put("tool", said.tool());
    json.put("auditor", said.auditor());
    json.put("independence", said.independence());
    json.put("audited_on", said.auditedOn().toString());
    json.put("distribution_date", said.distributedOn().toString());
    json.put("data_kind", said.data().historical() ? "historical" : "test");
    json.put("data_source", said.data().source());
    json.put("data_explanation", said.data().explanation());
    if (!said.data().historical()) {
      json.put("why_test_data", said.data().whyTestData());
    }
    json.put("statement", said.digest().sha256());
    json.put("counted_from", summary.origin());
    json.put("form", audit.form().id());
    json.put("people", audit.counted());
    json.put("unknown", audit.unknown());
    json.put("without_outcome", audit.withoutOutcome());
    if (audit.median() != null) {
      json.put("median", audit.median());
    }
    json.put("outcomes", audit.outcomes().stream().map(BiasAuditData::outcome).toList());
    return json;
  }

  private static SortedMap<String, Object> outcome(BiasAudit.Outcome outcome) {
    SortedMap<String, Object> json = new TreeMap<>();
    if (!outcome.name().isEmpty()) {
      json.put("name", outcome.name());
    }
    outcome
        .tables()
        .forEach(
            t -> json.put(t.breakdown().id(), t.rows().stream().map(BiasAuditData::row).toList()));
    return json;
  }

  private static SortedMap<String, @Nullable Object> row(RateTable.Row row) {
    SortedMap<String, @Nullable Object> json = new TreeMap<>();
    Category category = row.category();
    if (category.sex() != null) {
      json.put("sex", category.sex().id());
    }
    if (category.race() != null) {
      json.put("race_ethnicity", category.race().id());
    }
    json.put("applicants", row.assessed());
    json.put("favoured", row.favoured());
    json.put("rate", rate(row));
    json.put("impact_ratio", ratio(row.impact()));
    if (!why(row.impact()).isEmpty()) {
      json.put("no_ratio_because", why(row.impact()));
    }
    return json;
  }

  private static @Nullable Double rate(RateTable.Row row) {
    return row.rate().map(Ratio::value).orElse(null);
  }

  private static @Nullable Double ratio(Impact impact) {
    return impact instanceof Impact.Of of ? of.ratio().value() : null;
  }

  private static String why(Impact impact) {
    return switch (impact) {
      case Impact.Of ignored -> "";
      case Impact.Excluded excluded -> "left out: " + excluded.reason();
      case Impact.Undefined undefined -> undefined.reason();
    };
  }
}
