package dev.assay.report;

import dev.assay.audit.Audit;
import dev.assay.audit.Dossier;
import dev.assay.common.Digest;
import dev.assay.cost.Cost;
import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.EvaluationJson;
import dev.assay.evaluation.GoldenEvaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.finding.Finding;
import dev.assay.finding.Policy;
import dev.assay.finding.Question;
import dev.assay.finding.Rule;
import dev.assay.finding.Severity;
import dev.assay.finding.Verdict;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Dossiers for tests of documents: golden numbers of Adult, three classes, a regression, and one
/// whose every text is hostile.
public final class SampleDossiers {

  /// Texts that would do harm in one document or another.
  public static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "](javascript:alert(1))",
          "=cmd|' /C calc'!A0",
          "@SUM(1+1)*cmd",
          "\tTAB first",
          "\u202Egnp.exe",
          "a|b`c*d_e~f#g![h](i)",
          "<!-- --> ]]> &amp; &lt;",
          "line one\nline two\r\n- three",
          "中文 العربية 🎲",
          "x".repeat(5_000));

  private SampleDossiers() {}

  /// Adult and LightGBM: fails.
  public static Dossier adult() {
    Evaluation evaluation = GoldenEvaluation.adult();
    return dossier(
        "Income model, pre-deployment review",
        evaluation,
        adultFindings(evaluation),
        Verdict.FAIL,
        SampleRuns.adult(evaluation));
  }

  /// The same facts under a policy that nothing breaks.
  public static Dossier passing() {
    Evaluation evaluation = GoldenEvaluation.adult();
    List<Finding> kept =
        adultFindings(evaluation).stream().filter(f -> f.verdict() == Verdict.PASS).toList();
    return dossier(
        "Income model, monthly check",
        evaluation,
        kept,
        Verdict.PASS,
        SampleRuns.adult(evaluation));
  }

  /// Three classes, from the golden student case; nothing can be decided.
  public static Dossier multiclass() {
    Evaluation evaluation = SampleEvaluations.student();
    Finding undecided =
        finding(
            "performance.accuracy",
            "Accuracy may be too low",
            Verdict.INSUFFICIENT_EVIDENCE,
            Severity.MAJOR,
            "accuracy, everyone",
            0.565,
            0.505,
            0.624,
            "at least 0.6",
            260,
            "metrics[0]");
    return dossier(
        "Student grades",
        evaluation,
        List.of(undecided),
        Verdict.INSUFFICIENT_EVIDENCE,
        SampleRuns.plain("student_test.csv", evaluation));
  }

  /// A regression, from the golden communities case; stored scores, no model.
  public static Dossier regression() {
    Evaluation evaluation = SampleEvaluations.communities();
    Finding kept =
        finding(
            "error.mae",
            "Mean absolute error is within its limit",
            Verdict.PASS,
            Severity.MAJOR,
            "mae, everyone",
            0.1006,
            0.093,
            0.108,
            "at most 0.15",
            800,
            "metrics[0]");
    return dossier(
        "Crime rates of communities",
        evaluation,
        List.of(kept),
        Verdict.PASS,
        SampleRuns.plain("communities_test.csv", evaluation));
  }

  /// Every text from a file or a person is hostile.
  public static Dossier hostile() {
    return HostileDossier.of();
  }

  /// Thousands of groups.
  public static Dossier many(int groups) {
    Evaluation adult = GoldenEvaluation.adult();
    List<MetricRow> rows = new ArrayList<>(adult.metrics());
    List<@Nullable String> names = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      String name = "district " + g;
      names.add(name);
      for (String metric :
          List.of(
              "selection_rate", "recall", "fpr", "precision", "accuracy", "ece", "impact_ratio")) {
        double value = (g * 37 % 1000) / 1000.0;
        rows.add(
            new MetricRow(
                metric,
                SliceKey.of("district", name),
                null,
                new MetricValue.Defined(
                    value, new Interval(value * 0.9, value * 1.1, 0.95, "wilson")),
                10 + g % 900,
                null,
                null));
      }
    }
    List<Evaluation.AttributeInfo> attributes = new ArrayList<>(adult.attributes());
    attributes.add(new Evaluation.AttributeInfo("district", "district 0", false, names));
    Evaluation evaluation =
        SampleEvaluations.with(
            adult, attributes, rows, adult.disparities(), adult.curves(), adult.checks());
    return dossier(
        "Many groups",
        evaluation,
        adultFindings(adult),
        Verdict.FAIL,
        SampleRuns.adult(evaluation));
  }

  /// The audit of adult with what running its model takes.
  static Dossier costing(Cost cost) {
    Dossier adult = adult();
    return new Dossier(adult.audit(), adult.run().with(cost), adult.policy());
  }

  static Dossier dossier(
      String title,
      Evaluation evaluation,
      List<Finding> findings,
      Verdict verdict,
      EvaluatedRun run) {
    Digest digest = Digest.of(EvaluationJson.bytes(evaluation));
    Policy policy = policy();
    Audit audit =
        new Audit(
            "01k9z3m6qd-7w3c9x0vtb",
            title,
            "To decide whether the model may rank applications; a person decides each case.",
            Instant.parse("2026-11-21T14:03:00Z"),
            "reviewer",
            digest.brief(),
            digest,
            policy.id() + "@" + policy.version(),
            policy.digest(),
            verdict,
            findings,
            "Second look after the threshold was changed in October.");
    return new Dossier(audit, run, policy);
  }

  static Policy policy() {
    String text = "id: default\nversion: \"1\"\n";
    return new Policy(
        "default",
        "1",
        "Default policy",
        "What a model that decides about people should meet before anybody relies on it.",
        List.of(
            rule(
                "fairness.demographic-parity",
                "Groups are selected at similar rates: gap at most 0.1, decided by interval",
                Severity.MAJOR,
                "Fair Lending",
                "Policy section 4.2"),
            rule(
                "fairness.equal-opportunity",
                "Positive rows of each group are found alike: gap at most 0.1",
                Severity.MAJOR,
                "Fair Lending",
                "Hardt et al. 2016"),
            rule(
                "performance.auc",
                "Scores order rows well: ROC AUC at least 0.7",
                Severity.CRITICAL,
                "Model owner",
                ""),
            rule(
                "calibration.ece",
                "Scores mean what they say",
                Severity.MINOR,
                "",
                "Guo et al. 2017"),
            rule("data.group-share", "Groups are represented", Severity.INFO, "Data owner", "")),
        Digest.of(text.getBytes(StandardCharsets.UTF_8)),
        text);
  }

  /// A rule by its words; what it asks does not matter to documents.
  static Rule rule(String id, String title, Severity severity, String owner, String citation) {
    return new Rule(
        id,
        title,
        severity,
        owner,
        citation,
        "",
        List.of(),
        false,
        new Question.OfCheck("quality.*", List.of()));
  }

  static Finding finding(
      String rule,
      String title,
      Verdict verdict,
      Severity severity,
      String subject,
      @Nullable Double observed,
      @Nullable Double lower,
      @Nullable Double upper,
      String limit,
      long n,
      String... evidence) {
    String seen = observed == null ? "is undefined" : "is %.3f".formatted(observed);
    return new Finding(
        rule + "/" + subject,
        rule,
        title,
        verdict,
        severity,
        subject,
        title + ": " + subject + " " + seen + ", asked is " + limit + ", over " + n + " rows.",
        observed,
        lower,
        upper,
        limit,
        n,
        List.of(evidence),
        "Fair Lending",
        "Policy section 4.2");
  }

  private static List<Finding> adultFindings(Evaluation evaluation) {
    String race = "disparities[" + index(evaluation, "demographic_parity_difference", "race") + "]";
    String sex = "disparities[" + index(evaluation, "demographic_parity_difference", "sex") + "]";
    String recall =
        "disparities[" + index(evaluation, "equal_opportunity_difference", "race") + "]";
    List<Finding> findings = new ArrayList<>();
    findings.add(
        finding(
            "fairness.demographic-parity",
            "Selection rate differs by race beyond the limit",
            Verdict.FAIL,
            Severity.MAJOR,
            "demographic parity difference, race",
            0.162,
            0.128,
            0.201,
            "at most 0.1",
            16281,
            race));
    findings.add(
        finding(
            "fairness.demographic-parity",
            "Selection rate differs by sex beyond the limit",
            Verdict.FAIL,
            Severity.MAJOR,
            "demographic parity difference, sex",
            0.176,
            0.166,
            0.187,
            "at most 0.1",
            16281,
            sex));
    findings.add(
        finding(
            "fairness.equal-opportunity",
            "Recall may differ by race",
            Verdict.INSUFFICIENT_EVIDENCE,
            Severity.MAJOR,
            "equal opportunity difference, race",
            0.189,
            0.046,
            0.309,
            "at most 0.1",
            3846,
            recall));
    findings.addAll(otherFindings());
    return findings;
  }

  private static List<Finding> otherFindings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        finding(
            "data.group-share",
            "Some groups are hardly represented",
            Verdict.FAIL,
            Severity.INFO,
            "race = Other",
            0.0083,
            null,
            null,
            "at least 0.01",
            16281,
            "checks[imbalance.group_share]"));
    findings.add(
        finding(
            "performance.auc",
            "ROC AUC is above its limit",
            Verdict.PASS,
            Severity.CRITICAL,
            "roc_auc, everyone",
            0.927,
            0.922,
            0.931,
            "at least 0.7",
            16281,
            "metrics[14]"));
    findings.add(
        finding(
            "calibration.ece",
            "Calibration error is within its limit",
            Verdict.PASS,
            Severity.MINOR,
            "ece, everyone",
            0.0119,
            0.009,
            0.017,
            "at most 0.05",
            16281,
            "metrics[18]"));
    findings.add(
        finding(
            "data.leak",
            "No feature gives the answer away",
            Verdict.PASS,
            Severity.CRITICAL,
            "leakage.target_leak",
            0.791,
            null,
            null,
            "at most 0.95",
            16281,
            "checks[leakage.target_leak]"));
    return findings;
  }

  private static int index(Evaluation evaluation, String metric, String attribute) {
    for (int i = 0; i < evaluation.disparities().size(); i++) {
      Disparity d = evaluation.disparities().get(i);
      if (d.metric().equals(metric)
          && d.attributes().equals(List.of(attribute))
          && d.comparison() == Disparity.Comparison.EXTREMES) {
        return i;
      }
    }
    throw new IllegalArgumentException(metric + " by " + attribute);
  }
}
