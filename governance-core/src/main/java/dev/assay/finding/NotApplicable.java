package dev.assay.finding;

import dev.assay.common.Rounded;
import dev.assay.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Collects what a policy asks and a run has no answer to, for the one finding that says so.
final class NotApplicable {

  /// Id of that finding and of its rule.
  static final String RULE = "policy.not_applicable";

  private static final int MOST_NAMED = 12;

  private final Policy policy;
  private final Evaluation evaluation;
  private final Map<String, List<String>> byReason = new LinkedHashMap<>();
  private final List<String> evidence = new ArrayList<>();

  NotApplicable(Policy policy, Evaluation evaluation) {
    this.policy = policy;
    this.evaluation = evaluation;
  }

  /// @param what id of a rule or a check
  void add(String what, String reason) {
    byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(what);
  }

  /// A check that does not apply.
  void addCheck(String check, String reason) {
    add(check, reason);
    evidence.add("checks[" + check + "]");
  }

  /// The finding, absent when everything applied. A policy of which nothing applied, or nothing
  /// that it requires, has not been kept: that is insufficient evidence, and not for information
  /// only.
  ///
  /// @param nothingApplied whether there is no other finding
  Optional<Finding> finding(boolean nothingApplied) {
    if (byReason.isEmpty()) {
      return Optional.empty();
    }
    boolean silent = nothingApplied || requiresOnlyOtherTasks();
    return Optional.of(
        new Finding(
            RULE,
            RULE,
            "What the policy asks and this run has no answer to",
            silent ? Verdict.INSUFFICIENT_EVIDENCE : Verdict.PASS,
            silent ? Severity.MAJOR : Severity.INFO,
            "the policy",
            beginning(nothingApplied, silent) + ": " + named() + ".",
            null,
            null,
            null,
            "",
            evaluation.provenance().rows(),
            List.copyOf(evidence),
            "",
            ""));
  }

  private boolean requiresOnlyOtherTasks() {
    List<Rule> required = policy.rules().stream().filter(Rule::required).toList();
    return !required.isEmpty() && required.stream().noneMatch(r -> r.speaksOf(evaluation.task()));
  }

  private String beginning(boolean nothingApplied, boolean silent) {
    if (nothingApplied) {
      return "Nothing that the policy '" + policy.id() + "' asks applies to this run";
    }
    if (silent) {
      return "Nothing that the policy '" + policy.id() + "' requires applies to this run";
    }
    int count = byReason.values().stream().mapToInt(List::size).sum();
    return Rounded.count(count)
        + (count == 1 ? " rule or check does" : " rules and checks do")
        + " not apply to this run";
  }

  /// "a, b (they are for another task); c (recall was not computed)".
  private String named() {
    return String.join(
        "; ",
        byReason.entrySet().stream()
            .map(e -> names(e.getValue()) + " (" + e.getKey() + ")")
            .toList());
  }

  private static String names(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
    return names.size() > MOST_NAMED
        ? first + " and " + (names.size() - MOST_NAMED) + " more"
        : first;
  }
}
