package dev.assay.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.AssayException;
import dev.assay.common.InputRejected;
import dev.assay.ledger.Answer;
import dev.assay.ledger.Answer.Question;
import dev.assay.ledger.Answer.State;
import dev.assay.ledger.Entry;
import dev.assay.ledger.LogKey;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.bundle.Held;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import dev.assay.usecase.VerifyLedger;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workspaces that somebody changed on purpose. Entry 0 names the key, entries 1 to 4 are audits.
class LedgerTamperingTest {

  private static final StoredAudits AUDITS = new StoredAudits();

  @TempDir Path folder;
  private Path file;
  private LedgerHome home;

  @BeforeEach
  void record() {
    file = folder.resolve("w.assay");
    home = new LedgerHome(folder.resolve("config"));
    try (GovernanceStore store = SqliteStore.open(file, home)) {
      for (int i = 1; i <= 4; i++) {
        store.audits().record(AUDITS.dossier(i));
      }
    }
  }

  @Test
  void everyChangeThroughSqlIsDetectedAndTheFirstBadEntryNamed() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    int detected = 0;
    for (Map.Entry<String, String> change : changes().entrySet()) {
      Files.write(file, whole);
      Tampering.with(file, "PRAGMA foreign_keys = OFF; " + change.getKey());

      assertThat(verdict(home)).as(change.getKey()).contains(change.getValue());
      detected++;
      if (detected % 8 == 0) {
        assertThat(openedAndVerified(home)).as(change.getKey()).isNotEqualTo("whole");
      }
    }
    System.out.println(
        "tampering through SQL: " + detected + " of " + changes().size() + " detected");
    assertThat(detected).isGreaterThanOrEqualTo(60);
    Files.write(file, whole);
    assertThat(verdict(home)).isEqualTo("whole");
  }

  @Test
  void aLedgerWrittenAnewWithoutTheKeyIsDetected() throws Exception {
    Tampering.with(
        file,
        sql -> {
          List<Entry> entries =
              sql.query(
                  "SELECT body FROM entry ORDER BY seq",
                  r -> Entry.parse(r.getString(1).getBytes(StandardCharsets.UTF_8)));
          Map<Integer, String> notes = new TreeMap<>();
          sql.query(
              "SELECT size, note FROM checkpoint", r -> notes.put(r.getInt(1), r.getString(2)));
          sql.script(
              "DELETE FROM entry; DELETE FROM node; DELETE FROM checkpoint; DELETE FROM log");
          LedgerHome another = new LedgerHome(folder.resolve("another"));
          Ledger forged = new Ledger(sql, another);
          forged.begin("forger", entries.getFirst().time());
          for (Entry entry : entries.subList(1, entries.size())) {
            forged.append(
                entry.kind(), entry.subject(), entry.payload(), entry.actor(), entry.time());
          }
        });

    try (GovernanceStore store = SqliteStore.open(file, new LedgerHome(folder.resolve("fresh")))) {
      store.verify();
    }
    Receipt held = Receipt.parse(Files.readString(receipt()));
    try (GovernanceStore store = SqliteStore.open(file, home)) {
      assertThat(answer(store.ledger().answers(Held.of(held)), Question.CONSISTENCY).state())
          .isEqualTo(State.NO);
    }
  }

  @Test
  void aLedgerSignedAnewUnderTheSameNameIsRefusedWhereItWasSeen() throws Exception {
    LogKey forger;
    try (OpenWorkspace store = (OpenWorkspace) SqliteStore.open(file, home)) {
      forger = LogKey.generate(store.ledger().head().checkpoint().origin());
    }
    Tampering.with(file, "UPDATE log SET verifier_key = '" + forger.verifier().line() + "'");
    assertThat(verdict(home)).contains("entry 0 names another key than the ledger's");
  }

  @Test
  void aLedgerUnderAnotherNameIsDamageAndReachesNoOtherFolder() throws Exception {
    String line = LogKey.generate("assay.local/../../escaped").verifier().line();
    Tampering.with(file, "UPDATE log SET verifier_key = '" + line + "'");
    assertThat(verdict(home)).contains("the key of the ledger is missing or cannot be read");
    assertThat(openedAndVerified(home)).contains("is damaged");
    assertThat(folder.resolve("escaped.receipt")).doesNotExist();
  }

  @Test
  void anOlderCopyIsRefusedAndCanBeAcceptedOnPurpose() throws Exception {
    byte[] older = Files.readAllBytes(file);
    try (GovernanceStore store = SqliteStore.open(file, home)) {
      store.audits().record(AUDITS.dossier(5));
    }
    Files.write(file, older);

    assertThatThrownBy(() -> SqliteStore.open(file, home))
        .isInstanceOfSatisfying(
            InputRejected.class,
            e -> {
              assertThat(e.code()).isEqualTo("LEDGER-ROLLED-BACK");
              assertThat(e.sentence())
                  .isEqualTo(
                      "The workspace 'w.assay' is older than it was: its ledger has 5 entries, and this"
                          + " computer has seen 6.");
              assertThat(e.remedy()).contains("assay ledger accept");
            });

    try (GovernanceStore store = SqliteStore.openUnremembered(file, home)) {
      assertThat(answer(store.ledger().answers(null), Question.CONSISTENCY).state())
          .isEqualTo(State.NO);
      store
          .ledger()
          .accept(
              "the disk failed",
              "Ada",
              java.time.Instant.EPOCH,
              (now, left) -> java.util.Optional.empty());
    }
    try (GovernanceStore store = SqliteStore.open(file, home)) {
      assertThat(store.ledger().entries().getLast())
          .extracting(Entry::kind, Entry::reason)
          .containsExactly("restore", "the disk failed");
      store.audits().record(AUDITS.dossier(6));
      store.verify();
    }
  }

  @Test
  void twoCopiesThatWentOnByThemselvesAreAFork() throws Exception {
    Path copy = folder.resolve("copy.assay");
    Files.copy(file, copy);
    try (GovernanceStore store = SqliteStore.open(file, home)) {
      store.audits().record(AUDITS.dossier(5));
    }
    LedgerHome elsewhere = new LedgerHome(folder.resolve("elsewhere"));
    Files.createDirectories(elsewhere.folder().resolve("keys"));
    Path key = onlyFile(home.folder().resolve("keys"));
    Files.copy(key, elsewhere.folder().resolve("keys").resolve(key.getFileName()));
    try (GovernanceStore store = SqliteStore.open(copy, elsewhere)) {
      store.audits().record(AUDITS.dossier(6));
      store.audits().record(AUDITS.dossier(7));
    }

    assertThatThrownBy(() -> SqliteStore.open(copy, home))
        .isInstanceOfSatisfying(
            InputRejected.class,
            e -> {
              assertThat(e.code()).isEqualTo("LEDGER-FORKED");
              assertThat(e.sentence())
                  .contains("its first 6 entries are not those that were signed then")
                  .contains("Both signed states are kept as evidence: '" + home.folder());
            });

    Path evidence = onlyFile(home.folder().resolve("forks"));
    VerifyLedger verify = new VerifyLedger(one -> SqliteStore.examine(one, home), home);
    assertThat(verify.verify(evidence, null, null).answers())
        .extracting(Answer::state)
        .containsExactly(State.NOT_ASKED, State.YES, State.YES, State.NO);
    assertThat(verify.verify(copy, null, null).answers().getLast().faults())
        .as("the same evidence is kept once")
        .contains("Both signed states are kept as evidence: '" + evidence + "'.");
    assertThat(onlyFile(home.folder().resolve("forks"))).isEqualTo(evidence);
  }

  @Test
  void nothingIsAddedWithoutTheKeyOrToADamagedLedger() throws Exception {
    Path key = onlyFile(home.folder().resolve("keys"));
    Path hidden = Files.move(key, folder.resolve("hidden"));
    try (GovernanceStore store = SqliteStore.open(file, home)) {
      assertThatThrownBy(() -> store.audits().record(AUDITS.dossier(5)))
          .isInstanceOfSatisfying(
              AssayException.class, e -> assertThat(e.code()).isEqualTo("LEDGER-KEY-MISSING"));
      assertThat(store.audits().list()).hasSize(4);
      store.verify();
    }
    Files.move(hidden, key);
    Tampering.with(file, "UPDATE node SET hash = zeroblob(32) WHERE level = 2");
    try (GovernanceStore store = SqliteStore.open(file, home)) {
      assertThatThrownBy(() -> store.audits().record(AUDITS.dossier(5)))
          .isInstanceOfSatisfying(
              AssayException.class,
              e -> assertThat(e.sentence()).contains("does not have the root that was signed"));
      assertThat(store.audits().list()).hasSize(4);
    }
  }

  /// What `assay verify` says.
  private String verdict(LedgerHome of) {
    try (GovernanceStore store = SqliteStore.openUnremembered(file, of)) {
      List<String> faults =
          store.ledger().answers(null).stream().flatMap(a -> a.faults().stream()).toList();
      return faults.isEmpty() ? "whole" : String.join("; ", faults);
    } catch (AssayException e) {
      return e.sentence();
    }
  }

  /// What others meet who open the workspace and have it verified.
  private String openedAndVerified(LedgerHome of) {
    try (GovernanceStore store = SqliteStore.open(file, of)) {
      store.verify();
      return "whole";
    } catch (AssayException e) {
      return e.sentence();
    }
  }

  private static Answer answer(List<Answer> answers, Question question) {
    return answers.stream().filter(a -> a.question() == question).findFirst().orElseThrow();
  }

  private Path receipt() throws Exception {
    return onlyFile(home.folder().resolve("heads"));
  }

  private static Path onlyFile(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files.toList().getFirst();
    }
  }

  private static Map<String, String> changes() throws Exception {
    try (InputStream in = LedgerTamperingTest.class.getResourceAsStream("tamperings.txt")) {
      Map<String, String> changes = new TreeMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" => "))
          .forEach(parts -> changes.put(parts[0], parts[1]));
      return changes;
    }
  }
}
