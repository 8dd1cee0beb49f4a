package dev.assay.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.audit.Audit;
import dev.assay.audit.Dossier;
import dev.assay.audit.ReviewRules;
import dev.assay.common.Digest;
import dev.assay.common.UsageError;
import dev.assay.common.WorkFailed;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.EvaluationJson;
import dev.assay.finding.Policies;
import dev.assay.report.SampleDossiers;
import dev.assay.signoff.Standing;
import dev.assay.store.AuditStore.Listed;
import dev.assay.store.GovernanceStore;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditStoreTest {

  private static final StoredAudits AUDITS = new StoredAudits();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("w.assay");
  }

  @ParameterizedTest
  @MethodSource("dossiers")
  void loadGivesBackWhatWasRecorded(Dossier dossier) {
    record(dossier);

    try (GovernanceStore store = SqliteStore.open(file)) {
      assertSame(store.audits().load(dossier.audit().id()), dossier);
      assertThat(EvaluationJson.bytes(store.runs().evaluation(dossier.audit().runId())))
          .isEqualTo(EvaluationJson.bytes(dossier.run().evaluation()));
      store.verify();
    }
  }

  static Stream<Dossier> dossiers() {
    return Stream.concat(
        Stream.of(0, 1, 2, 3, 4).map(AUDITS::dossier),
        Stream.of(SampleDossiers.multiclass(), SampleDossiers.regression())
            .map(d -> AUDITS.dossier(d.run(), Policies.load("default"), "of another task", 1)));
  }

  @Test
  void ofModelFindsTheAuditsOfThatModelAndOfNoOther() {
    Dossier first = AUDITS.dossier(1);
    Dossier second = AUDITS.dossier(2);
    Dossier another =
        AUDITS.dossier(
            SampleDossiers.multiclass().run(), Policies.load("default"), "of another task", 3);
    record(first, second, another);
    Digest model = java.util.Objects.requireNonNull(first.run().model()).digest();

    try (GovernanceStore store = SqliteStore.open(file)) {
      assertThat(store.audits().ofModel(model))
          .extracting(Listed::id)
          .containsExactly(second.audit().id(), first.audit().id());
      assertThat(store.audits().ofModel(Digest.of(new byte[] {1}))).isEmpty();
    }
  }

  @Test
  void loadFindsAnAuditByIdByItsBeginningAndTheLatest() {
    Dossier first = AUDITS.dossier(1);
    Dossier second = AUDITS.dossier(2);
    Dossier third = AUDITS.dossier(3_600_000);
    record(third, first, second);

    try (GovernanceStore store = SqliteStore.open(file)) {
      assertThat(store.audits().load(first.audit().id()).audit()).isEqualTo(first.audit());
      assertThat(store.audits().load(third.audit().id().substring(0, 10)).audit())
          .isEqualTo(third.audit());
      assertThat(store.audits().load("latest").audit()).isEqualTo(third.audit());
    }
  }

  @Test
  void loadRefusesWhatIsNotThereAndWhatIsAmbiguousInASentence() {
    Dossier first = AUDITS.dossier(1);
    Dossier second = AUDITS.dossier(2);
    try (GovernanceStore store = SqliteStore.open(file)) {
      assertThatThrownBy(() -> store.audits().load("latest"))
          .isInstanceOf(UsageError.class)
          .hasMessage("The workspace has no audits yet.");
      store.audits().record(first);
      store.audits().record(second);
      assertThatThrownBy(() -> store.audits().load("nothing\n"))
          .isInstanceOf(UsageError.class)
          .hasMessage("The workspace has no audit 'nothing\\u000A'.");
      assertThatThrownBy(() -> store.audits().load(""))
          .isInstanceOf(UsageError.class)
          .hasMessage("The workspace has no audit ''.");
      assertThatThrownBy(() -> store.audits().load(first.audit().id().substring(0, 6)))
          .isInstanceOf(UsageError.class)
          .hasMessageStartingWith("Several ids of the workspace begin with")
          .hasMessageContaining(first.audit().id())
          .hasMessageContaining(second.audit().id());
      assertThatThrownBy(() -> store.runs().load("nothing"))
          .isInstanceOf(UsageError.class)
          .hasMessage("The workspace has no run 'nothing'.");
    }
  }

  @Test
  void listGivesTheLatestFirst() {
    record(AUDITS.dossier(2), AUDITS.dossier(30), AUDITS.dossier(1));

    try (GovernanceStore store = SqliteStore.open(file)) {
      List<Listed> list = store.audits().list();
      assertThat(list).extracting(Listed::title).containsExactly("audit 30", "audit 2", "audit 1");
      Audit latest = store.audits().load("latest").audit();
      assertThat(list.getFirst())
          .isEqualTo(
              new Listed(
                  latest.id(),
                  "audit 30",
                  latest.created(),
                  "reviewer",
                  latest.verdict(),
                  latest.policyId(),
                  "adult_lgbm.onnx",
                  "adult_test.csv",
                  dev.assay.store.AuditStore.Reviewed.NOT_BEGUN,
                  Standing.draft(
                      "reviewer",
                      latest.created(),
                      (int) latest.findings().stream().filter(ReviewRules::counts).count())));
    }
  }

  @Test
  void whatRepeatsIsKeptOnce() throws Exception {
    EvaluatedRun run = AUDITS.run(1);
    for (int i = 0; i < 10; i++) {
      record(AUDITS.dossier(run, Policies.load("default"), "again " + i, i));
    }

    try (OpenWorkspace store = (OpenWorkspace) SqliteStore.open(file)) {
      assertThat(store.audits().list()).hasSize(10);
      assertThat(count(store, "audit")).isEqualTo(10);
      assertThat(count(store, "run")).isEqualTo(1);
      assertThat(count(store, "policy")).isEqualTo(1);
      assertThat(count(store, "content WHERE kind = 'evaluation'")).isEqualTo(1);
      assertThat(count(store, "content WHERE kind = 'audit'")).isEqualTo(10);
    }
  }

  @Test
  void recordRefusesAnIdThatIsThereAndChangesNothing() {
    Dossier first = AUDITS.dossier(1);
    record(first);

    try (GovernanceStore store = SqliteStore.open(file)) {
      assertThatThrownBy(() -> store.audits().record(first))
          .isInstanceOfSatisfying(
              WorkFailed.class, e -> assertThat(e.code()).isEqualTo("STORE-AUDIT-TWICE"));
      assertThat(store.audits().list()).hasSize(1);
      store.audits().record(AUDITS.dossier(2));
      assertThat(store.audits().list()).hasSize(2);
    }
  }

  @Test
  void recordRefusesAnAuditOfAnotherRun() {
    Dossier one = AUDITS.dossier(1);
    Dossier mixed = new Dossier(one.audit(), AUDITS.run(2), one.policy());

    try (GovernanceStore store = SqliteStore.open(file)) {
      assertThatThrownBy(() -> store.audits().record(mixed))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("another evaluation");
      assertThat(store.audits().list()).isEmpty();
    }
  }

  @Test
  void hostileTextSurvivesUnchanged() {
    Dossier hostile = SampleDossiers.hostile();
    Dossier dossier =
        AUDITS.dossier(
            hostile.run(), Policies.load("default"), "\u0000'); DROP TABLE audit; --\u202E", 1);
    record(dossier);

    try (GovernanceStore store = SqliteStore.open(file)) {
      assertThat(store.audits().load("latest").audit()).isEqualTo(dossier.audit());
      assertThat(store.audits().list().getFirst().title()).isEqualTo(dossier.audit().title());
      store.verify();
    }
  }

  @Test
  void aWorkspaceMayHaveAnyName() {
    for (String name :
        List.of("a b.assay", "what?.assay", "50%20.assay", "#1;x=y.assay", "ä.assay")) {
      file = folder.resolve(name);
      record(AUDITS.dossier(1));
      assertThat(file).exists();
      try (GovernanceStore store = SqliteStore.open(file)) {
        assertThat(store.audits().list()).hasSize(1);
      }
    }
  }

  private void record(Dossier... dossiers) {
    try (GovernanceStore store = SqliteStore.open(file)) {
      for (Dossier dossier : dossiers) {
        store.audits().record(dossier);
      }
    }
  }

  private static int count(OpenWorkspace store, String from) throws Exception {
    return store.sql().first("SELECT count(*) FROM " + from, r -> r.getInt(1)).orElseThrow();
  }

  /// Curves hold arrays, which are equal only to themselves; their JSON is compared instead.
  private static void assertSame(Dossier loaded, Dossier recorded) {
    assertThat(loaded.audit()).isEqualTo(recorded.audit());
    assertThat(loaded.policy()).isEqualTo(recorded.policy());
    assertThat(loaded.run().data()).isEqualTo(recorded.run().data());
    assertThat(loaded.run().model()).isEqualTo(recorded.run().model());
    assertThat(loaded.run().binding()).isEqualTo(recorded.run().binding());
    assertThat(loaded.run().scores()).isEqualTo(recorded.run().scores());
    assertThat(loaded.run().evaluation().metrics())
        .isEqualTo(recorded.run().evaluation().metrics());
    assertThat(EvaluationJson.bytes(loaded.run().evaluation()))
        .isEqualTo(EvaluationJson.bytes(recorded.run().evaluation()));
  }
}
