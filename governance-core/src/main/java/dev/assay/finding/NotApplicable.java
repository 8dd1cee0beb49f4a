package dev.assay.finding;

import dev.assay.common.Rounded;
import dev.assay.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects what a policy asks and a run has no answer to, for the one finding that says so.
final class NotApplicable {

  /// Id of that finding and of its rule.
  static final String RULE = "policy.not_applicable";

  private static final int MOST_NAMED = 12;

  private final Policy policy;
  private final Evaluation evaluation;
  private final List<String> reasons = new ArrayList<>();
  private final List<String> evidence = new ArrayList<>();

  NotApplicable(Policy policy, Evaluation evaluation) {
    this.policy = policy;
    this.evaluation = evaluation;
  }

  /// @param what id of a rule or a check
  void add(String what, String reason) {
    reasons.add(what + " (" + reason + ")");
  }

  /// A check that does not apply.
  void addCheck(String check, String reason) {
    add(check, reason);
    evidence.add("checks[" + check + "]");
  }

  /// The finding, absent when everything applied. A policy of which nothing applied has not been
  /// kept: that is insufficient evidence, and not for information only.
  ///
  /// @param nothingApplied whether there is no other finding
  Optional<Finding> finding(boolean nothingApplied) {
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    String named = String.join("; ", reasons.subList(0, Math.min(MOST_NAMED, reasons.size())));
    String more =
        reasons.size() > MOST_NAMED ? "; and " + (reasons.size() - MOST_NAMED) + " more" : "";
    String beginning =
        nothingApplied
            ? "Nothing that the policy '" + policy.id() + "' asks applies to this run: "
            : Rounded.count(reasons.size())
                + (reasons.size() == 1 ? " rule or check does" : " rules and checks do")
                + " not apply to this run: ";
    return Optional.of(
        new Finding(
            RULE,
            RULE,
            "What the policy asks and this run has no answer to",
            nothingApplied ? Verdict.INSUFFICIENT_EVIDENCE : Verdict.PASS,
            nothingApplied ? Severity.MAJOR : Severity.INFO,
            "the policy",
            beginning + named + more + ".",
            null,
            null,
            null,
            "",
            evaluation.provenance().rows(),
            List.copyOf(evidence),
            "",
            ""));
  }
}
