package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.audit.Audit;
import dev.assay.audit.Dossier;
import dev.assay.audit.SignOff;
import dev.assay.common.Digest;
import dev.assay.common.UsageError;
import dev.assay.compare.ComparedRun;
import dev.assay.compare.RunComparer;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.Evaluation;
import dev.assay.finding.Finding;
import dev.assay.finding.Severity;
import dev.assay.finding.Verdict;
import dev.assay.metric.MetricCatalogue;
import dev.assay.report.content.Part;
import dev.assay.report.content.ReportKind;
import dev.assay.report.content.ReportPlan;
import dev.assay.report.content.Versus;
import dev.assay.report.document.Block;
import dev.assay.report.document.Document;
import dev.assay.report.document.Language;
import dev.assay.report.document.Words;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

public class ReportKindsTest {

  private static final ReportPlan EXECUTIVE = ReportPlan.of(ReportKind.EXECUTIVE);
  private static final Pattern LINK = Pattern.compile("href=\"#([^\"]+)\"");
  private static final Pattern PLACE = Pattern.compile(" id=\"([^\"]+)\"");

  @Test
  void anExecutiveSummaryIsOnePageInEveryLanguage() throws IOException {
    for (Language language : Language.values()) {
      try (PDDocument pdf = Loader.loadPDF(Reports.pdf(crowded(), EXECUTIVE.in(language)))) {
        assertThat(pdf.getNumberOfPages()).as(language.tag()).isOne();
      }
    }
  }

  @Test
  void anExecutiveSummaryIsOnePageWhateverItHolds() throws IOException {
    for (Dossier dossier :
        List.of(
            SampleDossiers.hostile(),
            SampleDossiers.many(200),
            SampleDossiers.multiclass(),
            SampleDossiers.regression())) {
      try (PDDocument pdf = Loader.loadPDF(Reports.pdf(dossier, EXECUTIVE))) {
        assertThat(pdf.getNumberOfPages()).as(dossier.audit().title()).isOne();
      }
    }
  }

  @Test
  void anExecutiveSummarySaysWhatWasDecidedByWhomAndHowSure() throws IOException {
    String text = text(Reports.pdf(crowded(), EXECUTIVE));

    assertThat(text)
        .contains("What was evaluated", "The policy is broken", "20 findings beyond the limit")
        .contains("0.873", "0.866\u00A0–\u00A00.880")
        .contains("Male over Female")
        .contains("15 more rules in the full report.")
        .contains("Dr. Jane Example", "approval", "2 earlier signatures are in the full report.")
        .contains(crowded().audit().evaluation().sha256());
  }

  @Test
  void aBiasAuditHoldsEveryGroupAndIntersectionAndWhoIsInNoCategory() {
    String html =
        new String(
            Reports.html(SampleDossiers.adult(), ReportPlan.of(ReportKind.BIAS_AUDIT)),
            StandardCharsets.UTF_8);

    assertThat(html)
        .contains("Amer-Indian-Eskimo", "Intersections of groups", "In no category")
        .contains("below 0.8", "it is no verdict of law")
        .contains("0.309")
        .contains("2 rows left out");
  }

  @ParameterizedTest
  @EnumSource(ReportKind.class)
  void everyLinkOfEveryKindLeadsSomewhere(ReportKind kind) {
    String html = new String(Reports.html(drifted(), plan(kind)), StandardCharsets.UTF_8);
    Set<String> places = new HashSet<>();
    Matcher place = PLACE.matcher(html);
    while (place.find()) {
      places.add(place.group(1));
    }
    Matcher link = LINK.matcher(html);
    int links = 0;
    while (link.find()) {
      assertThat(places).contains(link.group(1));
      links++;
    }
    assertThat(links).isPositive();
  }

  @ParameterizedTest
  @EnumSource(ReportKind.class)
  void everyKindKeepsTheStandardsOfArchivesAndOfAccess(ReportKind kind) throws Exception {
    assertThat(Conformance.faults(Reports.pdf(drifted(), plan(kind)))).isEmpty();
  }

  @Test
  void hostileTextsBreakNoStandard() throws Exception {
    assertThat(Conformance.faults(Reports.pdf(SampleDossiers.hostile()))).isEmpty();
    assertThat(Conformance.faults(Reports.pdf(SampleDossiers.hostile(), EXECUTIVE))).isEmpty();
  }

  @Test
  void theValidatorSeesWhatIsBroken() throws Exception {
    byte[] pdf = Reports.pdf(SampleDossiers.adult(), EXECUTIVE);
    String damaged =
        new String(pdf, StandardCharsets.ISO_8859_1).replace("pdfuaid:part", "pdfuaid:pbrt");

    assertThat(Conformance.faults(damaged.getBytes(StandardCharsets.ISO_8859_1)))
        .anySatisfy(f -> assertThat(f).startsWith("3a 6.6.2.3.1-1"))
        .anySatisfy(f -> assertThat(f).startsWith("ua1 5-2"));
  }

  @Test
  void theDataThatAReportWasWrittenFromAreAttached() throws IOException {
    Dossier dossier = SampleDossiers.adult();
    try (PDDocument pdf = Loader.loadPDF(Reports.pdf(dossier))) {
      var files = pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();

      assertThat(files).containsOnlyKeys("audit.json", "evaluation.json");
      assertThat(files.get("audit.json").getEmbeddedFile().toByteArray())
          .isEqualTo(Reports.json(dossier));
      assertThat(Digest.of(files.get("evaluation.json").getEmbeddedFile().toByteArray()))
          .isEqualTo(dossier.audit().evaluation());
    }
  }

  @Test
  void equalPlansGiveEqualBytes() {
    for (ReportKind kind : List.of(ReportKind.EXECUTIVE, ReportKind.BIAS_AUDIT)) {
      assertThat(Reports.pdf(drifted(), plan(kind))).isEqualTo(Reports.pdf(drifted(), plan(kind)));
    }
  }

  @Test
  void sectionsStandInTheOrderThatWasChosenAndNoReferenceIsLeftBehind() {
    ReportPlan plan =
        ReportPlan.of(ReportKind.FULL)
            .withParts(Part.of(ReportKind.FULL, List.of("method", "fairness", "decision")));
    Document document = Reports.document(SampleDossiers.adult(), plan);

    assertThat(document.sections().stream().map(s -> s.anchor().id()))
        .containsExactly("method", "fairness", "decision");
    assertThat(new String(Reports.html(SampleDossiers.adult(), plan), StandardCharsets.UTF_8))
        .contains("href=\"#def-")
        .doesNotContain("href=\"#fail-");
  }

  @Test
  void aComparisonSaysWhatGotBetterOrWorse() {
    Block.Section compared =
        Reports.document(drifted(), plan(ReportKind.COMPARISON)).sections().getFirst();

    assertThat(compared.anchor().id()).isEqualTo("compared");
    assertThat(((Block.Paragraph) compared.blocks().getFirst()).text().plain())
        .contains("better nor worse than A");
  }

  @Test
  void aMonitoringReportBeginsWithDrift() {
    String html =
        new String(Reports.html(drifted(), plan(ReportKind.MONITORING)), StandardCharsets.UTF_8);

    assertThat(html.indexOf("Column age drifted"))
        .isPositive()
        .isLessThan(html.indexOf("id=\"decision\""));
  }

  @Test
  void whatAnAuditDoesNotHoldIsNotReported() {
    Dossier adult = SampleDossiers.adult();
    refused(adult, ReportPlan.of(ReportKind.MONITORING), "REPORT-MONITORING");
    refused(adult, ReportPlan.of(ReportKind.COMPARISON), "REPORT-COMPARISON");
    refused(adult, ReportPlan.FULL.withParts(List.of()), "USAGE-NO-SECTION");
    assertThatThrownBy(() -> ReportKind.of("short"))
        .isInstanceOfSatisfying(
            UsageError.class, e -> assertThat(e.remedy()).contains("executive, full"));
    assertThatThrownBy(() -> Part.of(ReportKind.EXECUTIVE, List.of("appendix")))
        .hasMessageContaining("has no section 'appendix'");
    assertThatThrownBy(() -> Part.of(ReportKind.EXECUTIVE, List.of("open", "open")))
        .hasMessageContaining("twice");
  }

  private static void refused(Dossier dossier, ReportPlan plan, String code) {
    assertThatThrownBy(() -> Reports.document(dossier, plan))
        .isInstanceOfSatisfying(UsageError.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  /// A plan that an audit with drift can be reported by.
  private static ReportPlan plan(ReportKind kind) {
    ReportPlan plan = ReportPlan.of(kind);
    if (kind != ReportKind.COMPARISON) {
      return plan;
    }
    Dossier champion = SampleDossiers.passing();
    return plan.against(
        new Versus(
            champion,
            RunComparer.compare(
                ComparedRun.ofFacts(champion.run().evaluation()),
                ComparedRun.ofFacts(drifted().run().evaluation()),
                7,
                1,
                Progress.NONE,
                new Cancellation())));
  }

  /// The audit of adult with a check of drift.
  static Dossier drifted() {
    Dossier adult = SampleDossiers.adult();
    Evaluation evaluation = adult.run().evaluation();
    List<CheckResult> checks = new ArrayList<>(evaluation.checks());
    checks.add(
        new CheckResult(
            "drift.features",
            "The data differ from the reference",
            CheckResult.Status.ISSUE,
            "Column age drifted.",
            List.of(),
            List.of()));
    Evaluation with =
        SampleEvaluations.with(
            evaluation,
            evaluation.attributes(),
            evaluation.metrics(),
            evaluation.disparities(),
            evaluation.curves(),
            checks);
    return SampleDossiers.dossier(
        "Income model, third month",
        with,
        adult.audit().findings(),
        Verdict.FAIL,
        SampleRuns.adult(with));
  }

  /// Twenty broken rules with long names, six signatures, long names everywhere.
  public static Dossier crowded() {
    Dossier adult = SampleDossiers.adult();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      findings.add(
          SampleDossiers.finding(
              "rule.number-" + i,
              "A limit with a long name that somebody thought necessary, number " + i,
              Verdict.FAIL,
              i % 2 == 0 ? Severity.MAJOR : Severity.CRITICAL,
              "subject with a very long description of the groups that it speaks of, number " + i,
              0.5,
              0.4,
              0.6,
              "at most 0.1 in every group of every attribute that was named",
              100));
    }
    Audit a = adult.audit();
    Audit audit =
        new Audit(
            a.id(),
            "An audit title " + "that goes on and on ".repeat(9),
            "A purpose. ".repeat(60),
            a.created(),
            "author".repeat(12),
            a.runId(),
            a.evaluation(),
            a.policyId(),
            a.policy(),
            Verdict.FAIL,
            findings,
            a.notes());
    List<SignOff.Signature> signatures = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      signatures.add(
          new SignOff.Signature(
              i == 5 ? "approval" : "review",
              "Dr. Jane Example of the Department of Model Validation",
              "jane.example",
              Instant.parse("2026-11-22T10:00:00Z").plusSeconds(i * 3_600L),
              "0123456789abcdef",
              null,
              null,
              "",
              "",
              "Read and agreed."));
    }
    return new Dossier(audit, adult.run(), adult.policy())
        .with(new SignOff("approved", signatures, List.of()));
  }

  private static String text(byte[] bytes) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  @Test
  void languagesHoldTheSameKeysAndPlaces() {
    var english = Words.of(Language.ENGLISH);
    for (Language language : Language.values()) {
      var other = Words.of(language);
      assertThat(other.keys()).as(language.tag()).isEqualTo(english.keys());
      for (String key : english.keys()) {
        assertThat(places(other.pattern(key)))
            .as(language.tag() + " " + key)
            .isEqualTo(places(english.pattern(key)));
      }
    }
  }

  @Test
  void metricsThatAreNamedInAnotherLanguageAreInTheCatalogueAndExplained() {
    var german = Words.of(Language.GERMAN);

    assertThat(german.metricKeys()).hasSizeGreaterThan(40);
    for (String key : german.metricKeys()) {
      String id = key.replaceFirst("\\.meaning$", "");
      assertThat(MetricCatalogue.find(id).isPresent() || id.endsWith("_difference"))
          .as(id)
          .isTrue();
      assertThat(german.metricName(id)).as(id).isPresent();
      assertThat(german.metricMeaning(id)).as(id).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportKind.class,
      names = {"EXECUTIVE", "BIAS_AUDIT"})
  void aGermanReportWritesNumbersAndDatesAsGermansDo(ReportKind kind) {
    String html =
        new String(
            Reports.html(SampleDossiers.adult(), ReportPlan.of(kind).in(Language.GERMAN)),
            StandardCharsets.UTF_8);

    assertThat(html)
        .contains("lang=\"de\"", "16.281 Zeilen", "21. November 2026", "0,176")
        .contains("Abstand der Auswahlraten")
        .doesNotContain("16,281", "0.176", "Signatures", "Demographic parity difference");
  }

  private static TreeMap<String, Integer> places(String pattern) {
    TreeMap<String, Integer> places = new TreeMap<>();
    Matcher place = Pattern.compile("\\{\\d}").matcher(pattern);
    while (place.find()) {
      places.merge(place.group(), 1, Integer::sum);
    }
    return places;
  }
}
