package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.audit.Audit;
import dev.assay.audit.Confidence;
import dev.assay.audit.Disposition;
import dev.assay.audit.Dossier;
import dev.assay.audit.Fitness;
import dev.assay.audit.Review;
import dev.assay.audit.ReviewRules;
import dev.assay.common.UsageError;
import dev.assay.finding.Finding;
import dev.assay.finding.Policies;
import dev.assay.report.Reports;
import dev.assay.report.SampleDossiers;
import dev.assay.store.sqlite.SqliteStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReviewAuditTest {

  private static final String WHY = "because it matters here";
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  @TempDir Path folder;
  private Path file;
  private ReviewAudit review;
  private Audit audit;

  @BeforeEach
  void record() {
    file = folder.resolve("w.assay");
    review =
        new ReviewAudit(
            () -> SqliteStore.open(file), Clock.fixed(NOW, ZoneOffset.UTC), "ada lovelace");
    audit =
        new RecordAudit(() -> SqliteStore.open(file), Clock.fixed(NOW, ZoneOffset.UTC))
            .record(SampleDossiers.adult().run(), Policies.load("strict-fairness"), "Adult", "", "")
            .audit();
  }

  @Test
  void rulesAreHeldAgainstWhatIsStoredNotAgainstWhatTheCallerBelieves() {
    String failed = failed().getFirst().id();
    assertThatThrownBy(() -> review.dispose(audit, failed, fix(), WHY, ""))
        .isInstanceOfSatisfying(
            UsageError.class, e -> assertThat(e.code()).isEqualTo("REVIEW-ORDER"))
        .hasMessageContaining("judgement first");
    review.judge(audit, Fitness.NOT_FIT, Confidence.SURE, WHY, "");
    review.openEvidence(audit, failed);
    review.dispose(audit, failed, fix(), WHY, "");

    assertThatThrownBy(() -> review.dispose(audit, failed, fix(), WHY, ""))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("why this is taken back");
    assertThat(review.load(audit.id()).events()).hasSize(3);
  }

  @Test
  void evidenceIsRecordedOnceAPerson() {
    String failed = failed().getFirst().id();
    review.openEvidence(audit, failed);
    assertThat(review.openEvidence(audit, failed).events()).hasSize(1);
  }

  @Test
  void aCorrectionIsTwoEventsOrNone() {
    String failed = failed().getFirst().id();
    review.judge(audit, Fitness.NOT_FIT, Confidence.SURE, WHY, "");
    review.openEvidence(audit, failed);
    review.dispose(audit, failed, fix(), WHY, "");
    assertThatThrownBy(() -> review.dispose(audit, failed, fix(), "", WHY))
        .isInstanceOf(UsageError.class);
    assertThat(review.load(audit.id()).dispositions()).hasSize(1);

    Review after = review.dispose(audit, failed, notApplicable(), WHY, WHY);

    assertThat(after.events()).hasSize(5);
    assertThat(after.dispositions().get(failed).event().disposition()).isEqualTo(notApplicable());
    assertThat(review.load(audit.id())).isEqualTo(after);
  }

  @Test
  void aFinishedReviewIsInTheReportAndInAuditJson() {
    review.judge(audit, Fitness.NOT_FIT, Confidence.SURE, "the gap is not a matter of chance", "");
    for (Finding finding : failed()) {
      review.openEvidence(audit, finding.id());
      review.dispose(audit, finding.id(), fix(), WHY, "");
    }
    review.submit(audit, null);

    Dossier stored = new Audits(() -> SqliteStore.open(file)).load("latest").dossier();
    String report = new String(Reports.markdown(stored), StandardCharsets.UTF_8);
    assertThat(report)
        .contains("## Review")
        .contains("Submitted by")
        .contains("ada lovelace")
        .contains("the gap is not a matter of chance")
        .contains("To be fixed by model owner until 2026-12-12.");
    JsonNode json = new JsonMapper().readTree(Reports.json(stored));
    assertThat(json.get("dispositions")).hasSize(failed().size());
    assertThat(json.get("dispositions").get(0).get("kind").asString()).isEqualTo("fix_required");
    JsonNode reviewed = json.get("review");
    assertThat(reviewed.get("judgement").get("fitness").asString()).isEqualTo("not_fit");
    assertThat(reviewed.get("recommendation").get("advice").asString()).isEqualTo("not_fit");
    assertThat(reviewed.get("submitted").get("by").asString()).isEqualTo("ada lovelace");
    assertThat(reviewed.get("open")).isEmpty();
    assertThat(reviewed.get("events")).hasSize(2 + 2 * failed().size());
    assertThat(reviewed.get("events").get(0).get("kind").asString()).isEqualTo("judgement_given");
    assertThat(reviewed.get("events").get(0).get("judgement").get("confidence").asString())
        .isEqualTo("sure");
    assertThat(reviewed.get("events").get(2).get("disposition").get("owner").asString())
        .isEqualTo("model owner");
    assertThat(Reports.html(stored)).isEqualTo(Reports.html(stored));
    assertThat(Reports.pdf(stored)).isNotEmpty();
  }

  @Test
  void anUnfinishedReviewSaysWhatIsOpen() {
    review.judge(audit, Fitness.NOT_FIT, Confidence.SURE, WHY, "");

    Dossier stored = new Audits(() -> SqliteStore.open(file)).load("latest").dossier();
    assertThat(new String(Reports.markdown(stored), StandardCharsets.UTF_8))
        .contains("The review is not submitted.")
        .contains("Failed findings still open");
    assertThat(new JsonMapper().readTree(Reports.json(stored)).get("review").get("open"))
        .hasSize(failed().size());
  }

  @Test
  void anAuditThatNobodyReviewedHasNoSuchSection() {
    Dossier stored = new Audits(() -> SqliteStore.open(file)).load("latest").dossier();

    assertThat(new String(Reports.markdown(stored), StandardCharsets.UTF_8))
        .doesNotContain("## Review");
    assertThat(new JsonMapper().readTree(Reports.json(stored)).get("review")).isNull();
  }

  private List<Finding> failed() {
    return audit.findings().stream().filter(ReviewRules::counts).toList();
  }

  private static Disposition fix() {
    return new Disposition.FixRequired("model owner", java.time.LocalDate.parse("2026-12-12"));
  }

  private static Disposition notApplicable() {
    return new Disposition.NotApplicable(Disposition.Reason.OTHER_USE);
  }
}
