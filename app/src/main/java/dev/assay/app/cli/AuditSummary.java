package dev.assay.app.cli;

import dev.assay.audit.Audit;
import dev.assay.common.Visible;
import dev.assay.finding.Finding;
import dev.assay.finding.Severity;
import dev.assay.finding.Verdict;
import dev.assay.usecase.RecordedAudit;
import java.util.Comparator;
import java.util.List;

/// An audit in a dozen lines for a terminal: what was decided, and why.
final class AuditSummary {

  private static final int LONGEST_LIST = 12;

  private final Output output;

  AuditSummary(Output output) {
    this.output = output;
  }

  void print(RecordedAudit recorded) {
    Audit audit = recorded.audit();
    List<Finding> findings = audit.findings();
    output.say(Visible.of(audit.title()));
    output.say("");
    output.say(
        "  "
            + verdict(audit.verdict())
            + "  policy "
            + audit.policyId()
            + ": "
            + count(findings, Verdict.FAIL)
            + " failed, "
            + count(findings, Verdict.INSUFFICIENT_EVIDENCE)
            + " without enough evidence, "
            + count(findings, Verdict.PASS)
            + " passed");
    List<Finding> open =
        findings.stream()
            .filter(f -> f.verdict() != Verdict.PASS)
            .sorted(
                Comparator.comparing(Finding::verdict, AuditSummary::worstFirst)
                    .thenComparing(Finding::severity))
            .toList();
    if (!open.isEmpty()) {
      output.say("");
    }
    open.stream().limit(LONGEST_LIST).forEach(this::line);
    if (open.size() > LONGEST_LIST) {
      output.say("  … and " + (open.size() - LONGEST_LIST) + " more in the report");
    }
    CostSummary.of(recorded.dossier().run().evaluation().cost()).forEach(output::say);
    output.say("");
    output.say("  recorded as " + audit.id());
  }

  private void line(Finding finding) {
    output.say(
        "  "
            + mark(finding.verdict())
            + " "
            + severity(finding.severity())
            + "  "
            + Visible.of(finding.title())
            + ": "
            + Visible.of(finding.sentence()));
  }

  private static int worstFirst(Verdict a, Verdict b) {
    return Integer.compare(order(a), order(b));
  }

  private static int order(Verdict verdict) {
    return switch (verdict) {
      case FAIL -> 0;
      case INSUFFICIENT_EVIDENCE -> 1;
      case PASS -> 2;
    };
  }

  private static long count(List<Finding> findings, Verdict verdict) {
    return findings.stream().filter(f -> f.verdict() == verdict).count();
  }

  private static String verdict(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "✓ PASSED";
      case FAIL -> "✗ FAILED";
      case INSUFFICIENT_EVIDENCE -> "? INSUFFICIENT EVIDENCE";
    };
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "✓";
      case FAIL -> "✗";
      case INSUFFICIENT_EVIDENCE -> "?";
    };
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "critical";
      case MAJOR -> "major   ";
      case MINOR -> "minor   ";
      case INFO -> "info    ";
    };
  }
}
