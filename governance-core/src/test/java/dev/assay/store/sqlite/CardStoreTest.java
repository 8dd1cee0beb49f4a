package dev.assay.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.UsageError;
import dev.assay.common.WorkFailed;
import dev.assay.modelcard.CardVersion;
import dev.assay.modelcard.Narrative;
import dev.assay.modelcard.NarrativeSection;
import dev.assay.modelcard.Narratives;
import dev.assay.store.GovernanceStore;
import dev.assay.usecase.Audits;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardStoreTest {

  private static final StoredAudits AUDITS = new StoredAudits();

  @TempDir Path folder;
  private Path file;
  private String audit = "";

  @BeforeEach
  void record() {
    file = folder.resolve("w.assay");
    try (GovernanceStore store = SqliteStore.open(file)) {
      store.audits().record(AUDITS.dossier(1));
      audit = store.audits().list().getFirst().id();
    }
  }

  @Test
  void versionsGiveBackWhatWasSavedTheLatestFirst() {
    Narrative hostile =
        Narratives.of(NarrativeSection.LIMITATIONS, "'); DROP TABLE card; --\u0000");
    try (GovernanceStore store = SqliteStore.open(file)) {
      assertThat(store.cards().versions(audit)).isEmpty();
      CardVersion first = save(store, 0, hostile);
      CardVersion second = save(store, 1, Narratives.complete());

      assertThat(store.cards().versions(audit)).containsExactly(second, first);
      assertThat(first.number()).isEqualTo(1);
      assertThat(second.narrative()).isEqualTo(Narratives.complete());
      store.verify();
    }
  }

  @Test
  void anAuditThatIsLoadedBringsItsNewestNarrative() {
    try (GovernanceStore store = SqliteStore.open(file)) {
      save(store, 0, Narratives.of(NarrativeSection.LICENCE, "mit"));
      save(store, 1, Narratives.of(NarrativeSection.LICENCE, "apache-2.0"));
    }

    assertThat(new Audits(() -> SqliteStore.open(file)).load("latest").card().metadata())
        .containsEntry("license", "apache-2.0");
  }

  @Test
  void saveRefusesToWriteOverWhatSomebodySavedMeanwhile() {
    try (GovernanceStore store = SqliteStore.open(file)) {
      save(store, 0, Narratives.of(NarrativeSection.LICENCE, "mit"));

      assertThatThrownBy(() -> save(store, 0, Narratives.complete()))
          .isInstanceOfSatisfying(
              WorkFailed.class, e -> assertThat(e.code()).isEqualTo("STORE-CARD-MEANWHILE"))
          .hasMessageContaining("Version 1 of this card was saved meanwhile");
      assertThat(store.cards().versions(audit)).hasSize(1);
    }
  }

  @Test
  void saveRefusesAnAuditThatIsNotThere() {
    try (GovernanceStore store = SqliteStore.open(file)) {
      assertThatThrownBy(
              () -> store.cards().save("nothing", 0, Narrative.EMPTY, "ann", Narratives.WRITTEN))
          .isInstanceOf(UsageError.class);
    }
  }

  @Test
  void nothingCanBeChangedDeletedOrLeftOut() throws Exception {
    try (OpenWorkspace store = (OpenWorkspace) SqliteStore.open(file)) {
      save(store, 0, Narrative.EMPTY);
      for (String sql :
          List.of(
              "UPDATE card SET author = 'another'",
              "DELETE FROM card",
              "INSERT OR REPLACE INTO card SELECT * FROM card",
              "INSERT INTO card SELECT audit, 3, sha256, narrative, author, saved FROM card")) {
        assertThatThrownBy(() -> store.sql().script(sql)).as(sql).isInstanceOf(SQLException.class);
      }
    }
  }

  @Test
  void verifyFindsATextThatWasChangedBehindItsBack() throws Exception {
    try (OpenWorkspace store = (OpenWorkspace) SqliteStore.open(file)) {
      save(store, 0, Narratives.of(NarrativeSection.LICENCE, "mit"));
      String trigger =
          store
              .sql()
              .first(
                  "SELECT sql FROM sqlite_schema WHERE name = 'card_stays_update'",
                  r -> r.getString(1))
              .orElseThrow();
      store.sql().script("DROP TRIGGER card_stays_update");
      store.sql().script("UPDATE card SET narrative = replace(narrative, 'mit', 'gpl')");
      store.sql().script(trigger);

      assertThatThrownBy(store::verify)
          .isInstanceOf(WorkFailed.class)
          .hasMessageContaining("version 1 of the card of audit " + audit);
    }
  }

  private CardVersion save(GovernanceStore store, int basedOn, Narrative narrative) {
    return store.cards().save(audit, basedOn, narrative, "ann", Narratives.WRITTEN);
  }
}
