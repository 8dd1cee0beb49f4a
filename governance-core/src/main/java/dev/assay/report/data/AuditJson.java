package dev.assay.report.data;

import dev.assay.audit.Audit;
import dev.assay.audit.Dossier;
import dev.assay.common.Json;
import dev.assay.evaluation.Curves;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.EvaluationJson;
import dev.assay.finding.Finding;
import dev.assay.finding.Policy;
import dev.assay.finding.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// `audit.json`: what was judged by what, and what came of it. The facts themselves stay in
/// `evaluation.json`, which is named by its digest.
public final class AuditJson {

  /// The name and version of the format.
  public static final String SCHEMA = "assay.audit/1";

  private AuditJson() {}

  /// The file's bytes, UTF-8, keys sorted.
  public static byte[] of(Dossier dossier) {
    Audit audit = dossier.audit();
    SortedMap<String, @Nullable Object> json = new TreeMap<>();
    json.put("schema", SCHEMA);
    json.put("id", audit.id());
    json.put("title", audit.title());
    json.put("purpose", audit.purpose());
    json.put("notes", audit.notes());
    json.put("created", audit.created().toString());
    json.put("author", audit.author());
    json.put("run", audit.runId());
    json.put("verdict", word(audit.verdict()));
    json.put("evaluation", evaluation(dossier));
    json.put("policy", policy(dossier.policy()));
    json.put("findings", audit.findings().stream().map(AuditJson::finding).toList());
    json.put("provenance", provenance(dossier.run().evaluation()));
    json.put("dispositions", ReviewJson.dispositions(dossier.review()));
    if (dossier.signOff() != null) {
      json.put("sign_off", SignOffJson.of(dossier.signOff()));
    }
    if (dossier.review() != null) {
      json.put("review", ReviewJson.of(audit, dossier.review()));
    }
    json.putAll(AdditionsJson.of(dossier));
    json.put("decisions", List.of());
    return Json.pretty(json).getBytes(StandardCharsets.UTF_8);
  }

  private static SortedMap<String, @Nullable Object> evaluation(Dossier dossier) {
    Evaluation evaluation = dossier.run().evaluation();
    SortedMap<String, @Nullable Object> json = new TreeMap<>();
    json.put("sha256", dossier.audit().evaluation().sha256());
    json.put("task", word(evaluation.task()));
    json.put("metrics", evaluation.metrics().size());
    json.put("disparities", evaluation.disparities().size());
    json.put("checks", evaluation.checks().size());
    json.put("level", evaluation.level());
    put(json, "positive", evaluation.positive());
    put(json, "favourable", evaluation.favourable());
    put(json, "threshold", evaluation.threshold());
    return json;
  }

  private static SortedMap<String, @Nullable Object> policy(Policy policy) {
    SortedMap<String, @Nullable Object> json = new TreeMap<>();
    json.put("id", policy.id());
    json.put("version", policy.version());
    json.put("title", policy.title());
    json.put("description", policy.description());
    json.put("sha256", policy.digest().sha256());
    json.put("text", policy.text());
    json.put("rules", policy.rules().stream().map(Rule::words).toList());
    return json;
  }

  private static SortedMap<String, @Nullable Object> finding(Finding finding) {
    SortedMap<String, @Nullable Object> json = new TreeMap<>();
    json.put("id", finding.id());
    json.put("rule", finding.rule());
    json.put("title", finding.title());
    json.put("verdict", word(finding.verdict()));
    json.put("severity", word(finding.severity()));
    json.put("subject", finding.subject());
    json.put("sentence", finding.sentence());
    json.put("observed", finding.observed());
    put(json, "lower", finding.lower());
    put(json, "upper", finding.upper());
    json.put("limit", finding.limit());
    json.put("n", finding.n());
    json.put("evidence", finding.evidence());
    json.put("owner", finding.owner());
    json.put("citation", finding.citation());
    return json;
  }

  /// Exactly as in `evaluation.json`.
  private static JsonNode provenance(Evaluation e) {
    Evaluation bare =
        new Evaluation(
            e.provenance(),
            e.task(),
            null,
            null,
            null,
            List.of(),
            e.level(),
            List.of(),
            List.of(),
            List.of(),
            Curves.NONE,
            List.of(),
            List.of(),
            List.of());
    return Json.mapper().readTree(EvaluationJson.bytes(bare)).get("provenance");
  }

  private static void put(
      SortedMap<String, @Nullable Object> json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
