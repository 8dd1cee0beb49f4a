package dev.assay.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.audit.Dossier;
import dev.assay.common.AssayException;
import dev.assay.common.WorkFailed;
import dev.assay.evaluation.EvaluationJson;
import dev.assay.store.GovernanceStore;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workspaces that somebody or something changed behind Assay's back.
class DamageTest {

  private static final int FLIPS = Integer.getInteger("assay.flips", 300);
  private static final StoredAudits AUDITS = new StoredAudits();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void record() {
    file = folder.resolve("w.assay");
    try (GovernanceStore store = SqliteStore.open(file)) {
      store.audits().record(AUDITS.dossier(1));
      store.audits().record(AUDITS.dossier(2));
    }
  }

  @Test
  void verifyNamesWhatWasChangedThroughSql() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    Map<String, String> changes =
        Map.of(
            "UPDATE audit SET verdict = 'PASS' WHERE seq = 1", "the entry of audit ",
            "UPDATE audit SET created = '2020-01-01T00:00:00.000000000Z'", "the entry of audit ",
            "UPDATE finding SET verdict = 'PASS' WHERE verdict = 'FAIL'", "the findings of audit ",
            "DELETE FROM finding WHERE position = 0", "the findings of audit ",
            "UPDATE content SET deflated = x'00' WHERE kind = 'evaluation'", "the document ",
            "UPDATE content SET bytes = bytes - 1 WHERE kind = 'audit'", "is not what was recorded",
            "PRAGMA foreign_keys = OFF; DELETE FROM content WHERE kind = 'policy'", "missing",
            "PRAGMA foreign_keys = OFF; DELETE FROM run", "missing");
    for (Map.Entry<String, String> change : changes.entrySet()) {
      Files.write(file, whole);
      tamper(change.getKey());

      try (GovernanceStore store = SqliteStore.open(file)) {
        assertThatThrownBy(store::verify)
            .as(change.getKey())
            .isInstanceOfSatisfying(
                WorkFailed.class,
                e -> {
                  assertThat(e.code()).isEqualTo("STORE-DAMAGED");
                  assertThat(e.sentence())
                      .startsWith("The workspace 'w.assay' is damaged: ")
                      .contains(change.getValue());
                });
      }
    }
  }

  @Test
  void loadRefusesADocumentThatIsNotWhatWasRecorded() throws Exception {
    tamper(
        "UPDATE content SET deflated = (SELECT deflated FROM content WHERE kind = 'policy') WHERE"
            + " kind = 'evaluation'");

    try (GovernanceStore store = SqliteStore.open(file)) {
      assertThatThrownBy(() -> store.audits().load("latest"))
          .isInstanceOfSatisfying(
              WorkFailed.class, e -> assertThat(e.sentence()).contains("is not what was recorded"));
      assertThat(store.audits().list()).hasSize(2);
    }
  }

  /// Bytes are flipped all over the file. Each time the workspace is refused, or found damaged, or
  /// every audit that it gives is the one that was recorded.
  @Test
  void flippedBytesNeverGiveAnotherAudit() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    Dossier first;
    Dossier second;
    try (GovernanceStore store = SqliteStore.open(file)) {
      second = store.audits().load(store.audits().list().getFirst().id());
      first = store.audits().load(store.audits().list().getLast().id());
    }
    Random random = new Random(11);
    int noticed = 0;
    int harmless = 0;
    for (int i = 0; i < FLIPS; i++) {
      Files.write(file, whole);
      flip(random.nextInt(whole.length), 1 << random.nextInt(8));
      try (GovernanceStore store = SqliteStore.open(file)) {
        store.verify();
        assertEqual(store.audits().load(first.audit().id()), first);
        assertEqual(store.audits().load(second.audit().id()), second);
        harmless++;
      } catch (AssayException e) {
        assertThat(e.code()).startsWith("STORE-");
        noticed++;
      }
      Files.deleteIfExists(folder.resolve("w.assay-wal"));
      Files.deleteIfExists(folder.resolve("w.assay-shm"));
    }
    System.out.printf(
        "flipped bytes: %,d, of which %,d noticed, %,d in unused space%n",
        FLIPS, noticed, harmless);
    assertThat(noticed).isGreaterThan(FLIPS / 3);
  }

  private static void assertEqual(Dossier loaded, Dossier recorded) {
    assertThat(loaded.audit()).isEqualTo(recorded.audit());
    assertThat(loaded.policy()).isEqualTo(recorded.policy());
    assertThat(EvaluationJson.bytes(loaded.run().evaluation()))
        .isEqualTo(EvaluationJson.bytes(recorded.run().evaluation()));
  }

  private void flip(int position, int bit) throws Exception {
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.seek(position);
      int was = raw.read();
      raw.seek(position);
      raw.write(was ^ bit);
    }
  }

  /// Changes what triggers forbid, as somebody with a SQLite shell would, and puts them back.
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
}
