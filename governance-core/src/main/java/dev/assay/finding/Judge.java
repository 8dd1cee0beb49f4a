package dev.assay.finding;

import dev.assay.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.List;

/// Holds facts against rules. Time grows with facts plus findings, not with their product.
public final class Judge {

  private Judge() {}

  /// Judges: one finding for each number and check that a rule speaks of, in the order of the
  /// rules; small slices that a rule sets aside in one finding of the rule; at the end, where there
  /// are any, one finding about rules that do not apply.
  public static Judgement judge(Policy policy, Evaluation evaluation) {
    FactIndex facts = new FactIndex(evaluation);
    List<Finding> findings = new ArrayList<>();
    NotApplicable notApplicable = new NotApplicable(policy, evaluation);
    for (Rule rule : policy.rules()) {
      if (rule.speaksOf(evaluation.task())) {
        findings.addAll(new RuleJudge(rule, facts, notApplicable).findings());
      } else {
        notApplicable.add(rule.id(), "for another task");
      }
    }
    notApplicable.finding(findings.isEmpty()).ifPresent(findings::add);
    return new Judgement(verdict(findings), List.copyOf(findings));
  }

  /// The verdict that findings come to: fail if one of more than informative severity fails, else
  /// insufficient if one of those is, else pass. No findings at all are insufficient evidence.
  public static Verdict verdict(List<Finding> findings) {
    boolean insufficient = findings.isEmpty();
    for (Finding finding : findings) {
      if (finding.severity() != Severity.INFO) {
        switch (finding.verdict()) {
          case FAIL -> {
            return Verdict.FAIL;
          }
          case INSUFFICIENT_EVIDENCE -> insufficient = true;
          case PASS -> {}
        }
      }
    }
    return insufficient ? Verdict.INSUFFICIENT_EVIDENCE : Verdict.PASS;
  }
}
