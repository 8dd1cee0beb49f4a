package dev.assay.usecase;

import dev.assay.finding.Finding;
import dev.assay.finding.Verdict;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What a gate said.
///
/// @param recorded the audit that the gate made
public record GateResult(RecordedAudit recorded) {

  /// The verdict on policy and baseline together.
  public Verdict verdict() {
    return recorded.audit().verdict();
  }

  /// The answer for machines.
  public Map<String, Object> toJson() {
    Map<String, Object> answer = new TreeMap<>();
    answer.put("verdict", verdict().name().toLowerCase(Locale.ROOT));
    answer.put("policy", recorded.audit().policyId());
    answer.put("failed", count(Verdict.FAIL));
    answer.put("insufficient_evidence", count(Verdict.INSUFFICIENT_EVIDENCE));
    answer.put("passed", count(Verdict.PASS));
    answer.put(
        "findings",
        recorded.audit().findings().stream().filter(f -> f.verdict() != Verdict.PASS).toList());
    return answer;
  }

  private long count(Verdict verdict) {
    return recorded.audit().findings().stream()
        .map(Finding::verdict)
        .filter(verdict::equals)
        .count();
  }
}
