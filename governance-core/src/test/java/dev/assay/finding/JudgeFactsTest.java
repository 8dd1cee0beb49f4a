package dev.assay.finding;

import static dev.assay.finding.Facts.number;
import static dev.assay.finding.Facts.undefined;
import static dev.assay.finding.Judged.FEMALE;
import static dev.assay.finding.Judged.MALE;
import static dev.assay.finding.Judged.only;
import static dev.assay.finding.Judged.plain;
import static dev.assay.finding.Judged.policy;
import static dev.assay.finding.Verdict.FAIL;
import static dev.assay.finding.Verdict.INSUFFICIENT_EVIDENCE;
import static dev.assay.finding.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.dataset.Task;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.CheckResult.Status;
import dev.assay.slice.SliceKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Disparities, checks, and what a run has no answer to.
class JudgeFactsTest {
  @Test
  void disparitiesAreJudgedOverExtremesOrAgainstTheReference() {
    Facts facts =
        new Facts()
            .metric("n", FEMALE, number(40), 40)
            .metric("n", MALE, number(60), 60)
            .extremes("fpr_difference", MALE, FEMALE, number(0.2, 0.15, 0.25), List.of())
            .toReference("fpr_difference", FEMALE, MALE, number(-0.05, -0.08, -0.02))
            .toReference("fpr_difference", MALE, MALE, number(0));

    Finding extremes =
        only("disparity: fpr_difference, limit: {max: 0.1}, decide: interval", facts);
    assertThat(extremes.verdict()).isEqualTo(FAIL);
    assertThat(extremes.n()).isEqualTo(100);
    assertThat(plain(extremes.sentence()))
        .isEqualTo(
            "False positive rate difference for sex (Male against Female) is 0.200 (95 % interval"
                + " 0.150 to 0.250, n = 60 and 40), which breaks the limit: at most 0.1. That is,"
                + " one is higher than the other.");
    assertThat(extremes.evidence()).containsExactly("disparities[0]");

    Finding reference =
        only(
            "disparity: fpr_difference, comparison: [reference], limit: {min: -0.1, max: 0.1},"
                + " decide: interval",
            facts);
    assertThat(reference.verdict()).isEqualTo(PASS);
    assertThat(reference.subject())
        .isEqualTo("false positive rate difference, sex = Female against the reference Male");
    assertThat(reference.id()).isEqualTo("r0/sex=Female:to_reference");

    assertThat(
            only("disparity: fpr_difference, limit: {max: 0.1}, minimum_n: 50", facts).sentence())
        .endsWith(
            "rests on too few rows (n = 60 and 40; the rule asks for at least 50 in each group).");
    assertThat(
            only("disparity: fpr_difference, limit: {max: 0.19, relative_to: expected}", facts)
                .verdict())
        .isEqualTo(PASS);
    assertThat(
            only(
                    "disparity: fpr_difference, comparison: [reference], limit: {max: 0.1,"
                        + " relative_to: expected}",
                    facts)
                .sentence())
        .contains("the value expected by chance is not known (it was not computed)");
  }

  @Test
  void groupsWithoutTheRateLeaveADisparityUndecidedUnlessItFails() {
    SliceKey other = SliceKey.of("sex", "Other");
    Facts facts =
        new Facts()
            .metric("n", FEMALE, number(40), 40)
            .metric("n", MALE, number(60), 60)
            .metric("n", other, number(3), 3)
            .extremes("fpr_difference", MALE, FEMALE, number(0.2), List.of(other));

    assertThat(only("disparity: fpr_difference, limit: {max: 0.1}", facts).verdict())
        .isEqualTo(FAIL);
    Finding undecided = only("disparity: fpr_difference, limit: {max: 0.3}", facts);
    assertThat(undecided.verdict()).isEqualTo(INSUFFICIENT_EVIDENCE);
    assertThat(undecided.sentence())
        .endsWith("which keeps the limit (at most 0.3), but Other could not be compared.");
    assertThat(
            only(
                    "disparity: fpr_difference, limit: {max: 0.3}, minimum_n: 10, below_minimum:"
                        + " set_aside",
                    facts)
                .verdict())
        .isEqualTo(PASS);
  }

  @Test
  void checksAreJudgedByWhatTheyFound() {
    Facts facts =
        new Facts()
            .check("leakage.target_leak", Status.ISSUE, "Column income_2 predicts the label alone.")
            .check("leakage.proxy", Status.OK, "Nothing stands in.")
            .check(
                "leakage.train_test_overlap",
                Status.NOT_APPLICABLE,
                "No reference dataset was given.")
            .check("label.errors", Status.ERROR, "The check stopped: out of memory.");

    Judgement judged =
        Judge.judge(
            policy(
                "check: leakage.*",
                "check: label.errors",
                "check: drift.*",
                "check: leakage.*, except: [leakage.target_leak], required: true, severity: info"),
            facts.evaluation());

    assertThat(judged.findings())
        .extracting(f -> f.id() + " " + f.verdict())
        .containsExactly(
            "r0/leakage.target_leak FAIL",
            "r0/leakage.proxy PASS",
            "r1/label.errors INSUFFICIENT_EVIDENCE",
            "r2/lacking INSUFFICIENT_EVIDENCE",
            "r3/leakage.proxy PASS",
            "r3/leakage.train_test_overlap INSUFFICIENT_EVIDENCE",
            "policy.not_applicable PASS");
    assertThat(judged.findings().get(0).sentence())
        .isEqualTo("Column income_2 predicts the label alone.");
    assertThat(judged.findings().get(0).evidence()).containsExactly("checks[leakage.target_leak]");
    assertThat(judged.findings().get(3).sentence())
        .isEqualTo("No check of the family drift.* was run, so nothing is known about it.");
    assertThat(judged.findings().getLast().sentence())
        .isEqualTo(
            "1 rule or check does not apply to this run: leakage.train_test_overlap (No reference"
                + " dataset was given).");
    assertThat(judged.verdict()).isEqualTo(FAIL);
  }

  @Test
  void numbersOfChecksAreJudgedSubjectBySubject() {
    Facts facts =
        new Facts()
            .check(
                "drift.features",
                Status.ISSUE,
                "Two columns drifted.",
                new CheckResult.CheckValue("psi", "age", number(0.3)),
                new CheckResult.CheckValue("psi", "income", number(0.05)),
                new CheckResult.CheckValue("ks", "age", number(0.5)),
                new CheckResult.CheckValue("psi", "town", undefined("no rows")))
            .check("drift.later", Status.NOT_APPLICABLE, "No reference dataset was given.");

    List<Finding> all =
        Judge.judge(
                policy("check: drift.features, value: psi, limit: {max: 0.25}"), facts.evaluation())
            .findings();
    assertThat(all)
        .extracting(f -> f.id() + " " + f.verdict())
        .containsExactly("r0/age FAIL", "r0/income PASS", "r0/town INSUFFICIENT_EVIDENCE");
    assertThat(all.getFirst().sentence())
        .startsWith("Title of drift.features: psi of age is 0.300 (n = ")
        .endsWith("which breaks the limit: at most 0.25.");
    assertThat(
            only("check: drift.features, value: psi, subjects: [income], limit: {max: 0.25}", facts)
                .verdict())
        .isEqualTo(PASS);
    assertThat(only("check: drift.features, value: pssi, limit: {max: 1}", facts).sentence())
        .isEqualTo("The check drift.features gives no number 'pssi' of this kind.");
    assertThat(only("check: drift.later, value: psi, limit: {max: 1}", facts).id())
        .isEqualTo(NotApplicable.RULE);
    assertThat(only("check: label.errors, value: psi, limit: {max: 1}", facts).sentence())
        .isEqualTo("The check label.errors was not run, so nothing is known about it.");
  }

  @Test
  void theRobustnessPolicyJudgesTheDropOfEachChangeByItsInterval() {
    Facts facts =
        new Facts()
            .check(
                "robustness.corruptions",
                Status.OK,
                "Nothing found.",
                new CheckResult.CheckValue("drop", "noise 1", number(0.02, 0.01, 0.05)),
                new CheckResult.CheckValue("drop", "rotation 1", number(0.02, 0.01, 0.05)),
                new CheckResult.CheckValue("drop", "rotation 2", number(0.07, 0.04, 0.09)),
                new CheckResult.CheckValue("drop", "rotation 3", number(0.13, 0.101, 0.16)),
                new CheckResult.CheckValue("drop", "noise 3", number(0.2, 0.15, 0.25)),
                new CheckResult.CheckValue("drop", "noise 5", number(0.6, 0.5, 0.7)),
                new CheckResult.CheckValue("drop", "blur 3", number(0.09, 0.05, 0.12)));

    List<Finding> all = Judge.judge(Policies.load("robust-images"), facts.evaluation()).findings();

    assertThat(all)
        .extracting(f -> f.id() + " " + f.verdict())
        .contains(
            "images.noise/noise 1 PASS",
            "images.noise/noise 3 FAIL",
            "images.blur/blur 3 INSUFFICIENT_EVIDENCE",
            "images.jpeg/lacking INSUFFICIENT_EVIDENCE",
            "images.rotation/rotation 3 INSUFFICIENT_EVIDENCE")
        .noneMatch(f -> f.contains("noise 5"));
  }

  @Test
  void whatWasNotAskedOfAModelIsNeverPassedByTheRobustnessPolicies() {
    Facts silent = new Facts();
    Facts unable = new Facts();
    for (String check :
        List.of(
            "robustness.corruptions",
            "behaviour.functionality",
            "behaviour.invariance",
            "behaviour.direction",
            "behaviour.identity",
            "behaviour.confident_errors")) {
      unable.check(check, Status.NOT_APPLICABLE, "The model reads neither.");
    }
    for (String policy : List.of("robust-images", "robust-texts")) {
      for (Facts facts : List.of(silent, unable)) {
        Judgement judged = Judge.judge(Policies.load(policy), facts.evaluation());

        assertThat(judged.verdict()).isEqualTo(INSUFFICIENT_EVIDENCE);
        assertThat(judged.findings())
            .hasSize(Policies.load(policy).rules().size())
            .allSatisfy(f -> assertThat(f.verdict()).isEqualTo(INSUFFICIENT_EVIDENCE));
      }
    }
  }

  @Test
  void whatARunHasNoAnswerToIsSaidAndLacksEvidenceWhereItIsRequired() {
    Facts facts = new Facts().metric("recall", SliceKey.WHOLE, number(0.9), 100);

    Judgement judged =
        Judge.judge(
            policy(
                "metric: recall, limit: {min: 0.5}",
                "metric: recall, slices: [groups], limit: {min: 0.5}",
                "metric: mae, tasks: [regression], limit: {max: 1}",
                "disparity: fpr_ratio, limit: {min: 0.8}"),
            facts.evaluation());
    assertThat(judged.verdict()).isEqualTo(PASS);
    assertThat(judged.findings()).hasSize(2);
    assertThat(judged.findings().getLast().sentence())
        .isEqualTo(
            "3 rules and checks do not apply to this run: r1 (true positive rate (recall) was not"
                + " computed for such slices); r2 (for another task); r3 (false positive rate ratio"
                + " was not computed for such groups).");

    Finding required = only("metric: roc_auc, required: true, limit: {min: 0.7}", facts);
    assertThat(required.verdict()).isEqualTo(INSUFFICIENT_EVIDENCE);
    assertThat(required.sentence())
        .isEqualTo("The rule is required, but area under the ROC curve was not computed.");

    Judgement nothing = Judge.judge(policy("metric: mae, limit: {max: 1}"), facts.evaluation());
    assertThat(nothing.verdict()).isEqualTo(INSUFFICIENT_EVIDENCE);
    assertThat(nothing.findings().getFirst().sentence())
        .startsWith("Nothing that the policy 't' asks applies to this run: ");
  }

  @Test
  void aPolicyThatRequiresOnlyWhatIsForOtherTasksIsNotPassed() {
    Facts facts =
        new Facts()
            .metric("recall", SliceKey.WHOLE, number(0.9), 100)
            .check("leakage.target_leak", Status.OK, "Nothing found.");

    Judgement judged =
        Judge.judge(
            policy(
                "metric: r2, tasks: [regression], required: true, limit: {min: 0}",
                "metric: mae, tasks: [regression], limit: {max: 1}",
                "check: leakage.*"),
            facts.evaluation());

    assertThat(judged.verdict()).isEqualTo(INSUFFICIENT_EVIDENCE);
    assertThat(judged.findings().getLast().sentence())
        .isEqualTo(
            "Nothing that the policy 't' requires applies to this run: r0, r1 (for another task).");
  }

  @Test
  void disparitiesOfSingleClassesAreJudgedWhereARuleAsksForThem() {
    Facts facts =
        new Facts()
            .of(Task.MULTICLASS_CLASSIFICATION)
            .extremes("accuracy_difference", MALE, FEMALE, number(0.05), List.of())
            .ofClass("fpr_difference", "low", MALE, FEMALE, number(0.05))
            .ofClass("fpr_difference", "high", MALE, FEMALE, number(0.2));

    assertThat(only("disparity: accuracy_difference, limit: {max: 0.1}", facts).verdict())
        .isEqualTo(PASS);
    List<Finding> each =
        Judge.judge(
                policy("disparity: fpr_difference, classes: each, limit: {max: 0.1}"),
                facts.evaluation())
            .findings();
    assertThat(each)
        .extracting(f -> f.id() + " " + f.verdict())
        .containsExactly("r0/sex,class:low PASS", "r0/sex,class:high FAIL");
    assertThat(each.getLast().subject())
        .isEqualTo("false positive rate difference of class high, sex (Male against Female)");
  }
}
