package dev.assay.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.audit.Advice;
import dev.assay.audit.Confidence;
import dev.assay.audit.Disagreement;
import dev.assay.audit.Disposition;
import dev.assay.audit.Dossier;
import dev.assay.audit.Fitness;
import dev.assay.audit.OwnJudgement;
import dev.assay.audit.Review;
import dev.assay.audit.ReviewEvent;
import dev.assay.common.UsageError;
import dev.assay.common.WorkFailed;
import dev.assay.store.GovernanceStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewStoreTest {

  private static final Instant AT = Instant.parse("2026-11-21T14:03:00.123456789Z");
  private static final List<ReviewEvent> EVENTS =
      List.of(
          new ReviewEvent.Opened("ada", AT),
          new ReviewEvent.EvidenceOpened("rule/\u0000'); DROP TABLE audit; --\u202E", "ada", AT),
          new ReviewEvent.JudgementGiven(
              new OwnJudgement(Fitness.NOT_FIT, Confidence.UNSURE, "中文 🎲", "ada", AT)),
          new ReviewEvent.Disposed(
              "a",
              new Disposition.FixRequired("owner", LocalDate.parse("2026-12-12")),
              "",
              "ada",
              AT),
          new ReviewEvent.Superseded(3, "a slip of mine", "ada", AT),
          new ReviewEvent.Disposed(
              "a",
              new Disposition.AcceptedWithMitigation("m", "o", LocalDate.parse("2027-01-01")),
              "r",
              "bo",
              AT),
          new ReviewEvent.Disposed(
              "b", new Disposition.NotApplicable(Disposition.Reason.OTHER_USE), "r", "bo", AT),
          new ReviewEvent.Submitted(
              Advice.NOT_FIT,
              new Disagreement(Disagreement.Reason.FACTS_IN_DOUBT, "doubt"),
              "bo",
              AT),
          new ReviewEvent.Submitted(Advice.FIT_WITH_CONDITIONS, null, "bo", AT));

  @TempDir Path folder;
  private Path file;
  private String audit = "";

  @BeforeEach
  void record() {
    file = folder.resolve("w.assay");
    Dossier dossier = new StoredAudits().dossier(1);
    audit = dossier.audit().id();
    try (GovernanceStore store = SqliteStore.open(file)) {
      store.audits().record(dossier);
    }
  }

  @Test
  void eventsComeBackAsTheyWereAppendedAndMakeTheReviewOfTheAudit() {
    try (GovernanceStore store = SqliteStore.open(file)) {
      assertThat(store.reviews().events(audit)).isEmpty();
      assertThat(store.audits().load(audit).review()).isNull();
      append(store, EVENTS.subList(0, 4));
      assertThat(append(store, EVENTS.subList(4, 9))).isEqualTo(EVENTS);
    }
    try (GovernanceStore store = SqliteStore.open(file)) {
      assertThat(store.reviews().events("latest")).isEqualTo(EVENTS);
      assertThat(store.audits().load(audit).review()).isEqualTo(Review.of(audit, EVENTS));
      store.verify();
    }
  }

  @Test
  void whatIsThrownWhileAppendingLeavesTheReviewAsItWas() {
    try (GovernanceStore store = SqliteStore.open(file)) {
      append(store, EVENTS.subList(0, 2));
      assertThatThrownBy(
              () ->
                  store
                      .reviews()
                      .append(
                          audit,
                          before -> {
                            throw new UsageError("NO", before.size() + " events before.", "");
                          }))
          .hasMessage("2 events before.");
      assertThat(store.reviews().events(audit)).hasSize(2);
      append(store, EVENTS.subList(2, 3));
      store.verify();
    }
  }

  @Test
  void anAuditThatIsNotThereHasNoReview() {
    try (GovernanceStore store = SqliteStore.open(file)) {
      assertThatThrownBy(() -> store.reviews().append("nothing", before -> EVENTS))
          .isInstanceOf(UsageError.class)
          .hasMessage("The workspace has no audit 'nothing'.");
    }
  }

  @Test
  void eventsCannotBeChangedDeletedReplacedOrPutBetween() throws Exception {
    try (OpenWorkspace store = (OpenWorkspace) SqliteStore.open(file)) {
      append(store, EVENTS);
      for (String sql :
          List.of(
              "UPDATE review_event SET person = 'eve'",
              "DELETE FROM review_event",
              "INSERT OR REPLACE INTO review_event SELECT * FROM review_event",
              "INSERT INTO review_event SELECT audit, 20, kind, at, person, document,"
                  + " replace(sha256, substr(sha256, 1, 4), 'abcd') FROM review_event LIMIT 1")) {
        assertThatThrownBy(() -> store.sql().update(sql))
            .as(sql)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("nothing is ");
      }
      store.verify();
    }
  }

  @Test
  void verifyAndLoadNoticeWhatWasChangedBehindTheTriggers() throws Exception {
    try (GovernanceStore store = SqliteStore.open(file)) {
      append(store, EVENTS);
    }
    byte[] whole = java.nio.file.Files.readAllBytes(file);
    Map<String, String> changes =
        Map.of(
            "UPDATE review_event SET document = replace(document, 'NOT_FIT', 'FIT')",
            "entry 3 of",
            "UPDATE review_event SET person = 'eve' WHERE position = 0",
            "entry 1 of",
            "DELETE FROM review_event WHERE position = 4",
            "entry 5 of",
            "UPDATE review_event SET document = '{' WHERE position = 7",
            "entry 8 of");
    for (Map.Entry<String, String> change : changes.entrySet()) {
      java.nio.file.Files.write(file, whole);
      tamper(change.getKey());
      try (GovernanceStore store = SqliteStore.open(file)) {
        assertThatThrownBy(store::verify)
            .as(change.getKey())
            .isInstanceOf(WorkFailed.class)
            .hasMessageContaining(change.getValue());
        assertThatThrownBy(() -> store.audits().load(audit)).isInstanceOf(WorkFailed.class);
      }
    }
  }

  @Test
  void aWorkspaceOfFormatOneIsBroughtToTodaysAndKeepsItsAudits() throws Exception {
    Path old = folder.resolve("old.assay");
    Dossier dossier = new StoredAudits().dossier(2);
    try (Connection connection = Profile.connect(old, true)) {
      Sql sql = new Sql(connection, new Faults(old));
      sql.script(StepTexts.of("0001_audits.sql"));
      sql.script("PRAGMA application_id=" + Migrations.APPLICATION_ID + "; PRAGMA user_version=1");
      sql.writing(() -> new AuditTable(sql).add(dossier, Parts.of(dossier)));
    }
    try (OpenWorkspace store = (OpenWorkspace) SqliteStore.open(old)) {
      assertThat(store.sql().pragma("user_version")).isEqualTo(String.valueOf(Migrations.FORMAT));
      assertThat(store.audits().load("latest").audit()).isEqualTo(dossier.audit());
      store.reviews().append(dossier.audit().id(), before -> EVENTS);
      assertThat(store.reviews().events(dossier.audit().id())).isEqualTo(EVENTS);
      store.verify();
    }
  }

  @Test
  void everyEventHasAnEntryInTheLedgerThatNamesItsBytes() {
    try (GovernanceStore store = SqliteStore.open(file)) {
      append(store, EVENTS);
      var entries = store.ledger().entries();
      var extract = store.ledger().extract(entry -> entry.kind().equals("review"));
      assertThat(extract.entries()).hasSameSizeAs(EVENTS);
      assertThat(extract.entries())
          .allSatisfy(
              one ->
                  assertThat(dev.assay.common.Digest.of(one.payload()))
                      .isEqualTo(one.entry().payload()));
      assertThat(entries.getLast().actor()).isEqualTo(EVENTS.getLast().by());
    }
  }

  private List<ReviewEvent> append(GovernanceStore store, List<ReviewEvent> events) {
    return store.reviews().append(audit, before -> events);
  }

  /// Changes what triggers forbid, and puts them back.
  private void tamper(String script) throws Exception {
    try (Connection connection = Profile.connect(file, false)) {
      Sql sql = new Sql(connection, new Faults(file));
      var triggers =
          sql.query(
              "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
              r -> Map.entry(r.getString(1), r.getString(2)));
      for (var trigger : triggers) {
        sql.script("DROP TRIGGER " + trigger.getKey());
      }
      sql.script(script);
      for (var trigger : triggers) {
        sql.script(trigger.getValue());
      }
    }
  }

  /// Steps of migrations as they were released.
  private static final class StepTexts {
    static String of(String step) throws Exception {
      try (var in = Migrations.class.getResourceAsStream(step)) {
        return new String(
            java.util.Objects.requireNonNull(in).readAllBytes(),
            java.nio.charset.StandardCharsets.UTF_8);
      }
    }
  }
}
