package dev.assay.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.audit.Dossier;
import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.WorkFailed;
import dev.assay.ledger.Answer;
import dev.assay.ledger.Answer.State;
import dev.assay.ledger.Entry;
import dev.assay.ledger.InclusionProof;
import dev.assay.ledger.Proofs;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.TreeHash;
import dev.assay.ledger.bundle.Held;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerStoreTest {

  private static final StoredAudits AUDITS = new StoredAudits();

  @TempDir Path folder;
  private Path file;
  private LedgerHome home;

  @BeforeEach
  void name() {
    file = folder.resolve("w.assay");
    home = new LedgerHome(folder.resolve("config"));
  }

  @Test
  void recordingAnAuditAppendsItsEntryInTheSameTransaction() {
    Dossier dossier = AUDITS.dossier(1);
    try (OpenWorkspace store = open()) {
      store.audits().record(dossier);

      List<Entry> entries = store.ledger().entries();
      assertThat(entries).extracting(Entry::kind).containsExactly("genesis", "audit");
      Entry entry = entries.getLast();
      assertThat(entry.subject()).isEqualTo(dossier.audit().id());
      assertThat(entry.actor()).isEqualTo(dossier.audit().author());
      assertThat(entry.time()).isEqualTo(dossier.audit().created());
      byte[] payload = store.ledger().payload(1);
      assertThat(payload).isNotNull();
      assertThat(Digest.of(payload)).isEqualTo(entry.payload());
      assertThat(new String(payload, java.nio.charset.StandardCharsets.UTF_8))
          .contains(dossier.audit().evaluation().sha256(), dossier.audit().policy().sha256());
    }
  }

  @Test
  void whatIsNotRecordedLeavesNoEntryAndNoMark() {
    Dossier dossier = AUDITS.dossier(1);
    try (OpenWorkspace store = open()) {
      store.audits().record(dossier);
      Receipt before = store.ledger().head();
      assertThatThrownBy(() -> store.audits().record(dossier)).isInstanceOf(RuntimeException.class);
      assertThat(store.ledger().head().written()).isEqualTo(before.written());
      assertThat(home.furthest(before.checkpoint().origin()).orElseThrow().written())
          .isEqualTo(before.written());
    }
  }

  @Test
  void everyEntryIsProvedAndEveryEarlierHeadIsItsBeginning() {
    try (OpenWorkspace store = open()) {
      List<Receipt> heads = new ArrayList<>(List.of(store.ledger().head()));
      for (int i = 1; i < 8; i++) {
        store.audits().record(AUDITS.dossier(i));
        heads.add(store.ledger().head());
      }
      Receipt head = heads.getLast();
      List<TreeHash> leaves = store.ledger().leaves();
      for (int i = 0; i < leaves.size(); i++) {
        InclusionProof proof = store.ledger().proof(i);
        assertThat(proof.proves(leaves.get(i), head.checkpoint())).isTrue();
      }
      for (Receipt earlier : heads) {
        assertThat(
                Proofs.consistent(
                    earlier.checkpoint().size(),
                    earlier.checkpoint().root(),
                    head.checkpoint().size(),
                    head.checkpoint().root(),
                    store.ledger().consistency(earlier.checkpoint().size())))
            .isTrue();
        assertThat(store.ledger().answers(Held.of(earlier)))
            .extracting(Answer::state)
            .containsOnly(State.YES);
      }
    }
  }

  @Test
  void aReceiptOfAnotherLedgerIsRefused() {
    try (OpenWorkspace store = open();
        GovernanceStore other = SqliteStore.open(folder.resolve("other.assay"), home)) {
      List<Answer> answers = store.ledger().answers(Held.of(other.ledger().head()));
      assertThat(answers)
          .extracting(Answer::state)
          .containsExactly(State.YES, State.YES, State.YES, State.NO);
      assertThat(answers.getLast().faults().getFirst()).contains("receipt of another ledger");
    }
  }

  @Test
  void keyAndMarkLieOutsideAndAreTheirOwnersOnly() throws Exception {
    open().close();
    try (var keys = Files.list(home.folder().resolve("keys"))) {
      Path key = keys.toList().getFirst();
      if (Files.getFileStore(key).supportsFileAttributeView("posix")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
            .isEqualTo("rw-------");
      }
      String secret = Files.readAllLines(key).get(1);
      assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
          .doesNotContain(secret);
    }
  }

  @Test
  void aWorkspaceOfTheFirstFormatGetsEntriesForItsAuditsInOrder() throws Exception {
    List<Dossier> dossiers = List.of(AUDITS.dossier(3), AUDITS.dossier(1), AUDITS.dossier(2));
    FirstFormat.create(file, dossiers);

    try (OpenWorkspace store = open()) {
      assertThat(store.sql().pragma("user_version")).isEqualTo(String.valueOf(Migrations.FORMAT));
      assertThat(store.ledger().entries())
          .extracting(Entry::subject)
          .containsSubsequence(dossiers.stream().map(d -> d.audit().id()).toList())
          .hasSize(5);
      assertThat(store.ledger().entries().getLast().subject())
          .isEqualTo("format 1 to " + Migrations.FORMAT);
      store.verify();
      store.audits().record(AUDITS.dossier(9));
      store.verify();
    }
  }

  /// Whoever has the key brings a workspace to today's format, and the ledger says so; an older
  /// copy is refused before.
  @Test
  void whatBringsAWorkspaceToTodaysFormatIsAnEntryThatIsVerified() throws Exception {
    byte[] older;
    Receipt before;
    try (OpenWorkspace store = open()) {
      store.audits().record(AUDITS.dossier(1));
    }
    formatTen();
    older = Files.readAllBytes(file);
    try (OpenWorkspace store = open()) {
      before = store.ledger().head();
      Entry entry = store.ledger().entries().getLast();
      assertThat(entry.kind()).isEqualTo(Entry.MIGRATION);
      assertThat(entry.subject()).isEqualTo("format 10 to " + Migrations.FORMAT);
      assertThat(new String(store.ledger().payload(2), java.nio.charset.StandardCharsets.UTF_8))
          .contains("\"size\":2", Migrations.digest(10).sha256(), "\"tool\":\"Assay ");
      store.audits().record(AUDITS.dossier(2));
      List<Answer> answers = store.ledger().answers(Held.of(before));
      assertThat(answers).extracting(Answer::state).containsOnly(State.YES);
      assertThat(answers.get(1).details())
          .anyMatch(said -> said.contains(" brought the workspace from format 10 to "));
    }
    for (String change :
        List.of(
            "DELETE FROM migration",
            "UPDATE migration SET document = replace(document, '\"from\":10', '\"from\":9')")) {
      byte[] whole = Files.readAllBytes(file);
      Tampering.with(file, change);
      try (OpenWorkspace store = open()) {
        assertThatThrownBy(store::verify).as(change).hasMessageContaining("migration");
      }
      Files.write(file, whole);
    }

    Files.write(file, older);
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            InputRejected.class, e -> assertThat(e.code()).isEqualTo("LEDGER-ROLLED-BACK"));
    assertThat(Files.readAllBytes(file)).as("and left as it was").isEqualTo(older);
  }

  /// Takes away what format 11 added.
  private void formatTen() throws Exception {
    try (Connection connection = Profile.connect(file, false)) {
      Sql sql = new Sql(connection, new Faults(file));
      sql.script("DROP TABLE migration; DROP INDEX act_at; PRAGMA user_version=10");
      sql.pragma("wal_checkpoint(TRUNCATE)");
    }
  }

  @Test
  void aDamagedWorkspaceOfTheFirstFormatIsNotBroughtIntoALedger() throws Exception {
    FirstFormat.create(file, List.of(AUDITS.dossier(1)));
    Tampering.with(file, "UPDATE audit SET verdict = 'PASS', author = 'x'");

    assertThatThrownBy(this::open).hasMessageContaining("the entry of audit");
    try (Connection connection = Profile.connect(file, false)) {
      assertThat(new Sql(connection, new Faults(file)).pragma("user_version")).isEqualTo("1");
    }
  }

  /// Every statement of a recording fails once; what is there afterwards is whole, and either all
  /// of the audit or nothing of it.
  @Test
  void aFaultAtAnyStatementLeavesAllOrNothing() throws Exception {
    Dossier first = AUDITS.dossier(1);
    Dossier second = AUDITS.dossier(2);
    int failed = 0;
    for (boolean forGood : new boolean[] {false, true}) {
      boolean done = false;
      for (int n = 1; !done; n++) {
        Files.deleteIfExists(file);
        try (OpenWorkspace store = open()) {
          store.audits().record(first);
        }
        done = recordedDespiteFault(second, n, forGood);
        failed += done ? 0 : 1;
        try (OpenWorkspace store = open()) {
          assertThat(store.audits().list()).as("fault at statement %d", n).hasSize(done ? 2 : 1);
          assertThat(store.ledger().entries()).hasSize(done ? 3 : 2);
          store.audits().record(AUDITS.dossier(3));
          store.verify();
        }
      }
    }
    System.out.println(
        "fault at the n-th statement of a recording: " + failed + " of " + failed + " whole");
    assertThat(failed).isGreaterThan(15);
  }

  private boolean recordedDespiteFault(Dossier dossier, int n, boolean forGood) throws Exception {
    FaultyConnection faulty = new FaultyConnection(Profile.connect(file, false));
    Sql sql = new Sql(faulty.connection(), new Faults(file));
    sql.ask(Profile.ofDurability());
    try (OpenWorkspace store = new OpenWorkspace(sql, new Ledger(sql, home), home)) {
      faulty.failAt(n, forGood);
      store.audits().record(dossier);
      return true;
    } catch (WorkFailed e) {
      assertThat(e.code()).isEqualTo("STORE-IO");
      return false;
    }
  }

  @Test
  void fiveThousandEntriesOpenAndVerifyFast() throws Exception {
    measure(5_000, Duration.ofMinutes(2));
  }

  @Test
  @Tag("scale")
  void aHundredThousandEntriesOpenWithinASecondAndVerifyWithinTwo() throws Exception {
    long[] nanos = measure(100_000, Duration.ofMinutes(10));
    assertThat(Duration.ofNanos(nanos[0])).isLessThan(Duration.ofSeconds(1));
    assertThat(Duration.ofNanos(nanos[1])).isLessThan(Duration.ofSeconds(2));
  }

  private long[] measure(int count, Duration most) throws SQLException {
    long begin = System.nanoTime();
    long[] appends = new long[200];
    try (OpenWorkspace store = open()) {
      Digest payload = Digest.of(new byte[0]);
      int batch = count - appends.length;
      store
          .sql()
          .writing(
              () -> {
                for (int i = 1; i < batch; i++) {
                  store.log().append("note", "n" + i, payload, "Ada", Instant.EPOCH.plusSeconds(i));
                }
              });
      for (int i = 0; i < appends.length; i++) {
        long start = System.nanoTime();
        int number = i;
        store
            .sql()
            .writing(() -> store.log().append("note", "m" + number, payload, "Ada", Instant.EPOCH));
        appends[i] = System.nanoTime() - start;
      }
    }
    long made = System.nanoTime();
    long opened;
    long verified;
    try (OpenWorkspace store = open()) {
      opened = System.nanoTime();
      store.verify();
      verified = System.nanoTime();
      assertThat(store.ledger().head().checkpoint().size()).isEqualTo(count);
    }
    Arrays.sort(appends);
    System.out.printf(
        "%,d entries: made in %.1f s, open %.1f ms, verify deep %.1f ms, append p50 %.2f ms, p99 %.2f ms%n",
        count,
        (made - begin) / 1e9,
        (opened - made) / 1e6,
        (verified - opened) / 1e6,
        appends[appends.length / 2] / 1e6,
        appends[appends.length * 99 / 100] / 1e6);
    assertThat(Duration.ofNanos(verified - begin)).isLessThan(most);
    return new long[] {opened - made, verified - opened};
  }

  private OpenWorkspace open() {
    return (OpenWorkspace) SqliteStore.open(file, home);
  }
}
