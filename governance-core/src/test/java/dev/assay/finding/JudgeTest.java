package dev.assay.finding;

import static dev.assay.finding.Facts.number;
import static dev.assay.finding.Judged.FEMALE;
import static dev.assay.finding.Judged.only;
import static dev.assay.finding.Judged.plain;
import static dev.assay.finding.Judged.policy;
import static dev.assay.finding.Verdict.FAIL;
import static dev.assay.finding.Verdict.INSUFFICIENT_EVIDENCE;
import static dev.assay.finding.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.dataset.Task;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.GoldenEvaluation;
import dev.assay.slice.SliceKey;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgeTest {

  @Test
  void scopesPickTheSlicesARuleSpeaksOf() {
    SortedMap<String, @org.jspecify.annotations.Nullable String> both = new TreeMap<>();
    both.put("race", null);
    both.put("sex", "Female");
    Facts facts =
        new Facts()
            .metric("recall", SliceKey.WHOLE, number(0.9), 100)
            .metric("recall", FEMALE, number(0.9), 50)
            .metric("recall", SliceKey.of("race", null), number(0.9), 20)
            .metric("recall", new SliceKey(both), number(0.9), 10);

    assertThat(ids("slices: [everyone]", facts)).containsExactly("r0");
    assertThat(ids("slices: [groups]", facts)).containsExactly("r0/sex=Female", "r0/race");
    assertThat(ids("slices: [intersections]", facts)).containsExactly("r0/race,sex=Female");
    assertThat(ids("slices: [{groups_of: [sex]}]", facts)).containsExactly("r0/sex=Female");
    assertThat(ids("slices: [{groups_of: [sex, race]}]", facts))
        .containsExactly("r0/race,sex=Female");
    assertThat(ids("slices: [{slice: {race: null}}, everyone]", facts))
        .containsExactly("r0", "r0/race");
  }

  private static List<String> ids(String slices, Facts facts) {
    return Judge.judge(policy("metric: recall, limit: {min: 0.5}, " + slices), facts.evaluation())
        .findings()
        .stream()
        .map(Finding::id)
        .toList();
  }

  @Test
  void classesAreJudgedTogetherOrEach() {
    Facts facts =
        new Facts()
            .of(Task.MULTICLASS_CLASSIFICATION)
            .metric("recall", SliceKey.WHOLE, "low", number(0.9), 100)
            .metric("recall", SliceKey.WHOLE, "high, very", number(0.2), 100)
            .metric("recall_macro", SliceKey.WHOLE, number(0.55), 100);

    Judgement each =
        Judge.judge(policy("metric: recall, classes: each, limit: {min: 0.5}"), facts.evaluation());
    assertThat(each.findings()).extracting(Finding::verdict).containsExactly(PASS, FAIL);
    assertThat(each.findings().get(1).id()).isEqualTo("r0/class:high%2C very");
    assertThat(each.findings().get(1).sentence()).contains("of class high, very for everyone");
    assertThat(only("metric: recall_macro, limit: {min: 0.5}", facts).verdict()).isEqualTo(PASS);
  }

  @Test
  void smallSlicesAreInsufficientOrSetAside() {
    Facts facts = new Facts();
    IntStream.range(0, 8)
        .forEach(i -> facts.metric("recall", SliceKey.of("town", "t" + i), number(0.9), 10 + i));
    String rule = "metric: recall, slices: [groups], limit: {min: 0.5}, minimum_n: 16";

    Judgement each = Judge.judge(policy(rule), facts.evaluation());
    assertThat(each.verdict()).isEqualTo(INSUFFICIENT_EVIDENCE);
    assertThat(each.findings()).hasSize(8);

    Judgement aside = Judge.judge(policy(rule + ", below_minimum: set_aside"), facts.evaluation());
    assertThat(aside.verdict()).isEqualTo(PASS);
    assertThat(aside.findings()).hasSize(3);
    Finding set = aside.findings().getLast();
    assertThat(set.id()).isEqualTo("r0/set_aside");
    assertThat(set.severity()).isEqualTo(Severity.INFO);
    assertThat(set.verdict()).isEqualTo(INSUFFICIENT_EVIDENCE);
    assertThat(set.sentence())
        .startsWith("6 of 8 numbers rest on fewer than 16 rows and were not judged: ")
        .contains("town = t0 (n = 10)")
        .endsWith("; and 1 more.");
    assertThat(set.evidence()).hasSize(6);
  }

  @Test
  void manySlicesAreCountedAndCorrectedWhereAsked() {
    Facts facts = new Facts();
    // One slice broken by far, one broken on its own only, the rest kept.
    facts.metric("fpr", SliceKey.of("town", "far"), number(0.4, 0.36, 0.44), 100);
    facts.metric("fpr", SliceKey.of("town", "just"), number(0.15, 0.101, 0.199), 100);
    IntStream.range(0, 40)
        .forEach(
            i -> facts.metric("fpr", SliceKey.of("town", "t" + i), number(0.05, 0.02, 0.09), 100));
    String rule = "metric: fpr, slices: [groups], limit: {max: 0.1}, decide: interval";

    List<Finding> plain = Judge.judge(policy(rule), facts.evaluation()).findings();
    assertThat(plain.subList(0, 2)).extracting(Finding::verdict).containsExactly(FAIL, FAIL);
    assertThat(plain.get(1).sentence())
        .endsWith(
            "It is one of 42 numbers that this rule judges by interval, without correction for their number.");

    List<Finding> holm =
        Judge.judge(policy(rule + ", correction: holm"), facts.evaluation()).findings();
    assertThat(holm.subList(0, 3))
        .extracting(Finding::verdict)
        .containsExactly(FAIL, INSUFFICIENT_EVIDENCE, PASS);
    assertThat(holm.get(0).sentence()).endsWith("So also after Holm's correction for 42 slices.");
    assertThat(holm.get(1).sentence())
        .endsWith(
            "on its own this breaks the limit (at most 0.1), but not after Holm's correction for 42 slices.");
  }

  @Test
  void theVerdictIsThatOfTheWorstFindingThatCounts() {
    assertThat(Judge.verdict(List.of())).isEqualTo(INSUFFICIENT_EVIDENCE);
    assertThat(Judge.verdict(List.of(finding(PASS, Severity.MAJOR)))).isEqualTo(PASS);
    assertThat(Judge.verdict(List.of(finding(FAIL, Severity.INFO)))).isEqualTo(PASS);
    assertThat(Judge.verdict(List.of(finding(INSUFFICIENT_EVIDENCE, Severity.INFO))))
        .isEqualTo(PASS);
    for (Severity severity : List.of(Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)) {
      Finding fail = finding(FAIL, severity);
      Finding insufficient = finding(INSUFFICIENT_EVIDENCE, severity);
      assertThat(Judge.verdict(List.of(finding(PASS, severity), insufficient)))
          .isEqualTo(INSUFFICIENT_EVIDENCE);
      assertThat(Judge.verdict(List.of(insufficient, fail, insufficient))).isEqualTo(FAIL);
    }
  }

  private static Finding finding(Verdict verdict, Severity severity) {
    return new Finding(
        "i", "r", "T", verdict, severity, "s", "S.", null, null, null, "", 0, List.of(), "", "");
  }

  @Test
  void findingsHaveIdsOfTheirOwnUnderEveryBuiltInPolicy() {
    for (Policy policy : Policies.builtIn()) {
      Judgement judged = Judge.judge(policy, GoldenEvaluation.adult());
      assertThat(judged.findings()).extracting(Finding::id).doesNotHaveDuplicates();
      assertThat(judged.findings())
          .allSatisfy(f -> assertThat(f.sentence()).endsWith(".").doesNotContain("NaN", "null"));
    }
  }

  @Test
  void twentyThousandSlicesAreJudgedInSeconds() {
    Facts facts = new Facts();
    for (String metric : List.of("accuracy", "recall", "fpr")) {
      facts.metric(metric, SliceKey.WHOLE, number(0.8, 0.79, 0.81), 1_000_000);
      for (int i = 0; i < 20_000; i++) {
        double value = 0.5 + (i * 37 % 1000) / 2000.0;
        facts.metric(
            metric,
            SliceKey.of("district", "d" + i),
            number(value, value - 0.05, value + 0.05),
            10 + i % 900);
      }
    }
    Evaluation evaluation = facts.evaluation();
    Policy policy =
        policy(
            "metric: accuracy, slices: [groups], limit: {min: -0.1, relative_to: everyone}, decide: interval, minimum_n: 30, below_minimum: set_aside, correction: holm",
            "metric: recall, slices: [groups], limit: {min: 0.6}, decide: interval, correction: holm",
            "metric: fpr, slices: [groups], limit: {max: 0.6}");

    var clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    Judgement judged = Judge.judge(policy, evaluation);
    long millis = (clock.getCurrentThreadCpuTime() - start) / 1_000_000;

    System.out.printf("judged 60,000 numbers of 20,000 slices in %d ms of CPU%n", millis);
    assertThat(judged.findings()).hasSizeGreaterThan(59_000);
    assertThat(millis).isLessThan(5_000);
  }
}
