package dev.assay.report.data;

import dev.assay.audit.Dossier;
import dev.assay.common.Digest;
import dev.assay.common.Json;
import dev.assay.common.Visible;
import dev.assay.finding.Finding;
import dev.assay.finding.Rule;
import dev.assay.finding.Severity;
import dev.assay.finding.Verdict;
import dev.assay.provenance.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Findings as SARIF 2.1.0 (OASIS): a broken limit is a result of kind `fail`, one that cannot be
/// decided of kind `open`, a kept one of kind `pass`. What a finding speaks of is its logical
/// location.
public final class SarifJson {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private SarifJson() {}

  /// The file's bytes, UTF-8.
  public static byte[] of(Dossier dossier) {
    List<Told> rules = rules(dossier);
    Provenance origin = dossier.run().evaluation().provenance();
    SortedMap<String, Object> run = new TreeMap<>();
    run.put("tool", Map.of("driver", driver(rules, origin)));
    run.put(
        "results", dossier.audit().findings().stream().map(f -> result(f, rules, origin)).toList());
    run.put("artifacts", artifacts(origin));
    run.put(
        "invocations",
        List.of(
            new TreeMap<>(
                Map.of(
                    "executionSuccessful",
                    true,
                    "startTimeUtc",
                    origin.started().toString(),
                    "endTimeUtc",
                    origin.finished().toString()))));
    run.put(
        "automationDetails",
        Map.of(
            "id",
            "assay/" + shown(dossier.audit().policyId()) + "/" + shown(dossier.audit().id())));
    run.put("columnKind", "unicodeCodePoints");
    SortedMap<String, Object> sarif = new TreeMap<>();
    sarif.put("$schema", SCHEMA);
    sarif.put("version", "2.1.0");
    sarif.put("runs", List.of(run));
    return Json.pretty(sarif).getBytes(StandardCharsets.UTF_8);
  }

  /// The policy's rules, and those of findings that come from elsewhere.
  private static List<Told> rules(Dossier dossier) {
    List<Told> rules = new ArrayList<>(dossier.policy().rules().stream().map(Told::of).toList());
    for (Finding finding : dossier.audit().findings()) {
      if (rules.stream().noneMatch(r -> r.id().equals(finding.rule()))) {
        rules.add(
            new Told(
                finding.rule(),
                finding.title(),
                finding.severity(),
                finding.owner(),
                finding.citation()));
      }
    }
    return rules;
  }

  private static SortedMap<String, Object> driver(List<Told> rules, Provenance origin) {
    SortedMap<String, Object> driver = new TreeMap<>();
    driver.put("name", "Assay");
    driver.put("version", shown(origin.engine().getOrDefault("assay", "unknown")));
    driver.put("rules", rules.stream().map(SarifJson::rule).toList());
    return driver;
  }

  private static SortedMap<String, Object> rule(Told rule) {
    SortedMap<String, Object> json = new TreeMap<>();
    json.put("id", shown(rule.id()));
    json.put("shortDescription", Map.of("text", shown(rule.title())));
    json.put("defaultConfiguration", Map.of("level", level(rule.severity())));
    SortedMap<String, Object> properties = new TreeMap<>();
    properties.put("severity", word(rule.severity()));
    properties.put("owner", shown(rule.owner()));
    properties.put("citation", shown(rule.citation()));
    json.put("properties", properties);
    return json;
  }

  private static SortedMap<String, Object> result(
      Finding finding, List<Told> rules, Provenance origin) {
    SortedMap<String, Object> json = new TreeMap<>();
    json.put("ruleId", shown(finding.rule()));
    json.put("ruleIndex", indexOf(finding, rules));
    json.put("kind", kind(finding.verdict()));
    json.put("level", finding.verdict() == Verdict.FAIL ? level(finding.severity()) : "none");
    json.put("message", Map.of("text", shown(finding.sentence())));
    json.put("locations", List.of(location(finding, origin)));
    json.put(
        "partialFingerprints",
        Map.of(
            "assayFinding/v1",
            Digest.of((finding.rule() + "\n" + finding.subject()).getBytes(StandardCharsets.UTF_8))
                .sha256()));
    SortedMap<String, Object> properties = new TreeMap<>();
    properties.put("verdict", word(finding.verdict()));
    properties.put("severity", word(finding.severity()));
    properties.put("limit", shown(finding.limit()));
    properties.put("n", finding.n());
    properties.put("owner", shown(finding.owner()));
    if (finding.observed() != null) {
      properties.put("observed", finding.observed());
    }
    if (finding.lower() != null && finding.upper() != null) {
      properties.put("interval", List.of(finding.lower(), finding.upper()));
    }
    properties.put("evidence", finding.evidence().stream().map(SarifJson::shown).toList());
    json.put("properties", properties);
    return json;
  }

  private static SortedMap<String, Object> location(Finding finding, Provenance origin) {
    SortedMap<String, Object> logical = new TreeMap<>();
    logical.put("name", shown(finding.subject()));
    logical.put(
        "fullyQualifiedName",
        shown(origin.modelName() + "/" + origin.datasetName() + "/" + finding.subject()));
    logical.put("kind", "object");
    return new TreeMap<>(Map.of("logicalLocations", List.of(logical)));
  }

  private static List<SortedMap<String, Object>> artifacts(Provenance origin) {
    List<SortedMap<String, Object>> artifacts = new ArrayList<>();
    if (origin.model() != null) {
      artifacts.add(artifact(origin.modelName(), origin.model(), "the model"));
    }
    artifacts.add(artifact(origin.datasetName(), origin.dataset(), "the dataset"));
    return artifacts;
  }

  private static SortedMap<String, Object> artifact(String name, Digest digest, String what) {
    SortedMap<String, Object> json = new TreeMap<>();
    json.put("description", Map.of("text", what + ", " + shown(name)));
    json.put("hashes", Map.of("sha-256", digest.sha256()));
    return json;
  }

  private static int indexOf(Finding finding, List<Told> rules) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).id().equals(finding.rule())) {
        return i;
      }
    }
    return -1;
  }

  private static String kind(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "pass";
      case FAIL -> "fail";
      case INSUFFICIENT_EVIDENCE -> "open";
    };
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, MAJOR -> "error";
      case MINOR -> "warning";
      case INFO -> "note";
    };
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private static String shown(String text) {
    return Visible.of(text);
  }

  /// What SARIF says of a rule.
  private record Told(String id, String title, Severity severity, String owner, String citation) {

    static Told of(Rule rule) {
      return new Told(rule.id(), rule.title(), rule.severity(), rule.owner(), rule.citation());
    }
  }
}
