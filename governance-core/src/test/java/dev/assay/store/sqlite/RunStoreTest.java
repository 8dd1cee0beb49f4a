package dev.assay.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Dossier;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.EvaluationJson;
import dev.assay.report.SampleDossiers;
import dev.assay.store.GovernanceStore;
import dev.assay.store.RunStore;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {

  private static final StoredAudits AUDITS = new StoredAudits();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("w.assay");
  }

  @Test
  void runIsKeptWithoutAnAuditAndReadBack() {
    EvaluatedRun run = SampleDossiers.regression().run();
    String id;
    try (GovernanceStore store = SqliteStore.open(file)) {
      id = store.runs().record(run);
    }
    try (GovernanceStore store = SqliteStore.open(file)) {
      EvaluatedRun loaded = store.runs().load(id);
      assertThat(EvaluationJson.bytes(loaded.evaluation()))
          .isEqualTo(EvaluationJson.bytes(run.evaluation()));
      assertThat(loaded.data().rows()).isEqualTo(run.data().rows());
      assertThat(store.audits().list()).isEmpty();
      store.verify();
      RunStore.Listed listed = store.runs().list().getFirst();
      assertThat(listed.id()).isEqualTo(id);
      assertThat(listed.model()).isEqualTo(run.evaluation().provenance().modelName());
      assertThat(listed.task()).isEqualTo(run.evaluation().task());
      assertThat(listed.rows()).isEqualTo(run.data().rows());
      assertThat(listed.finished()).isEqualTo(run.evaluation().provenance().finished());
      assertThat(listed.audits()).isEmpty();
    }
  }

  @Test
  void runThatIsThereStaysAsItIsAndAuditsNameIt() {
    Dossier dossier = AUDITS.dossier(1);
    Dossier again = StoredAudits.again(dossier, 2);
    try (GovernanceStore store = SqliteStore.open(file)) {
      String id = store.runs().record(dossier.run());
      assertThat(store.runs().record(dossier.run())).isEqualTo(id);
      store.audits().record(dossier);
      store.audits().record(again);
      assertThat(store.runs().list()).hasSize(1);
      RunStore.Listed listed = store.runs().list().getFirst();
      assertThat(listed.id()).isEqualTo(id);
      assertThat(listed.audits())
          .extracting(RunStore.InAudit::id)
          .containsExactly(again.audit().id(), dossier.audit().id());
      store.verify();
    }
  }

  @Test
  void emptyWorkspaceListsNoRuns() {
    try (GovernanceStore store = SqliteStore.open(file)) {
      assertThat(store.runs().list()).isEmpty();
    }
  }
}
