package dev.assay.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Audit;
import dev.assay.common.AssayException;
import dev.assay.common.WorkFailed;
import dev.assay.ledger.attest.ActKind;
import dev.assay.modelcard.Narrative;
import dev.assay.signoff.Remark;
import dev.assay.signoff.Step;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import dev.assay.usecase.SignAudit;
import dev.assay.usecase.SigningMain;
import dev.assay.usecase.SigningOffice;
import java.io.BufferedReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signatures in a workspace that is killed, filled, changed and shared.
class SignoffStoreTest {

  private static final int CYCLES = Integer.getInteger("assay.kill.cycles", 5);

  @TempDir Path folder;

  private SigningOffice inReview() {
    SigningOffice office = new SigningOffice(folder).staffed();
    Audit audit = office.reviewedAudit();
    office.sign(audit, ActKind.SUBMITTED, "alan");
    return office;
  }

  @Test
  void everyChangeOfWhatPeopleDidIsDetectedAndNamed() throws Exception {
    SigningOffice office = new SigningOffice(folder).staffed();
    Audit audit = office.reviewedAudit();
    office.decide(audit);
    office.discussion.comment(audit.id(), "alan", Remark.of("look at age 60+"));
    try (GovernanceStore store = office.workspace.get()) {
      store.cards().save(audit.id(), 0, Narrative.EMPTY, "alan", Instant.EPOCH);
    }
    byte[] whole = Files.readAllBytes(office.file);
    assertThat(verdict(office)).isEqualTo("whole");
    int detected = 0;
    List<String> changes = changes();
    for (String change : changes) {
      Files.write(office.file, whole);
      String[] parts = change.split(" => ");
      Tampering.with(office.file, "PRAGMA foreign_keys = OFF; " + parts[0]);
      assertThat(verdict(office)).as(change).contains(parts[1]);
      detected++;
    }
    System.out.println(
        "tampering with reviews, cards and sign-offs: "
            + detected
            + " of "
            + changes.size()
            + " detected");
    assertThat(detected).isGreaterThanOrEqualTo(24);
  }

  private static List<String> changes() throws Exception {
    try (InputStream in = SignoffStoreTest.class.getResourceAsStream("signoff-tamperings.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .toList();
    }
  }

  private static String verdict(SigningOffice office) {
    try (GovernanceStore store = SqliteStore.openUnremembered(office.file, office.home)) {
      List<String> faults =
          store.ledger().answers(null).stream().flatMap(a -> a.faults().stream()).toList();
      return faults.isEmpty() ? "whole" : String.join("; ", faults);
    } catch (AssayException e) {
      return e.sentence();
    }
  }

  @Test
  void aFaultAtAnyStatementOfASignOffLeavesAllOrNothing() throws Exception {
    SigningOffice office = inReview();
    byte[] before = Files.readAllBytes(office.file);
    SignAudit.Presented shown = office.sign.present("latest");
    int faults = 0;
    for (boolean forGood : new boolean[] {false, true}) {
      boolean done = false;
      for (int n = 1; !done; n++) {
        restore(office, before);
        done = signedDespiteFault(office, shown, n, forGood);
        faults += done ? 0 : 1;
        try (OpenWorkspace store =
            (OpenWorkspace) SqliteStore.openUnremembered(office.file, office.home)) {
          store.verify();
          int acts = store.signoffs().acts("latest").size();
          assertThat(acts).as("fault at statement %d", n).isBetween(done ? 2 : 1, 2);
          assertThat(
                  store
                      .sql()
                      .query("SELECT count(*) FROM act_document", r -> r.getInt(1))
                      .getFirst())
              .isEqualTo(2 * acts);
        }
      }
    }
    System.out.println(
        "fault at the n-th statement of a sign-off: " + faults + " of " + faults + " whole");
    assertThat(faults).isGreaterThan(25);
  }

  private void restore(SigningOffice office, byte[] before) throws Exception {
    Files.write(office.file, before);
    Files.deleteIfExists(folder.resolve("w.assay-wal"));
    Files.deleteIfExists(folder.resolve("w.assay-shm"));
    try (var heads = Files.list(office.home.folder().resolve("heads"))) {
      for (Path head : heads.toList()) {
        Files.delete(head);
      }
    }
  }

  private static boolean signedDespiteFault(
      SigningOffice office, SignAudit.Presented shown, int n, boolean forGood) throws Exception {
    FaultyConnection faulty = new FaultyConnection(Profile.connect(office.file, false));
    Sql sql = new Sql(faulty.connection(), new Faults(office.file));
    sql.ask(Profile.ofDurability());
    LedgerHome home = office.home;
    OpenWorkspace store = new OpenWorkspace(sql, new Ledger(sql, home), home);
    faulty.failAt(n, forGood);
    try {
      new SignAudit(() -> store, home, Clock.systemUTC())
          .sign(shown, Step.of(ActKind.REVIEWED), SigningOffice.by("grace"));
      return true;
    } catch (WorkFailed e) {
      assertThat(e.code()).isEqualTo("STORE-IO");
      return false;
    }
  }

  @Test
  void noAcknowledgedSignatureIsLostWhenASignerIsKilled() throws Exception {
    SigningOffice office = inReview();
    Random random = new Random(5);
    String audit = office.sign.present("latest").situation().audit();
    Set<String> acknowledged = new LinkedHashSet<>();
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      Process signer = SigningMain.start(folder, audit, "grace", 10_000);
      try (BufferedReader said = signer.inputReader(StandardCharsets.UTF_8)) {
        int wait = 1 + random.nextInt(3);
        for (int i = 0; i < wait; i++) {
          acknowledged.add(String.valueOf(said.readLine()));
        }
        Thread.sleep(random.nextInt(120));
        signer.toHandle().destroyForcibly();
        said.lines().filter(line -> line.length() == 64).forEach(acknowledged::add);
      }
      assertThat(signer.waitFor(20, TimeUnit.SECONDS)).isTrue();
      try (GovernanceStore store = office.workspace.get()) {
        assertThat(store.signoffs().acts(audit).stream().map(a -> a.digest().sha256()))
            .as("after kill %d", cycle)
            .containsAll(acknowledged);
        store.verify();
      }
    }
    System.out.printf(
        "kill -9 of a signer: %,d cycles, %,d acknowledged, 0 lost%n", CYCLES, acknowledged.size());
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(CYCLES);
  }

  @Test
  void twoProcessesSignTheSameAuditAtOnceWithoutLoss() throws Exception {
    signAtOnce(50);
  }

  @Test
  @Tag("scale")
  void twoProcessesSignAThousandTimesEach() throws Exception {
    signAtOnce(1_000);
  }

  private void signAtOnce(int each) throws Exception {
    SigningOffice office = new SigningOffice(folder).staffed();
    office.enrol(
        "edsger",
        "Edsger Dijkstra",
        SigningOffice.by("ada"),
        dev.assay.ledger.attest.Role.REVIEWER);
    Audit audit = office.reviewedAudit();
    office.sign(audit, ActKind.SUBMITTED, "alan");
    Process one = SigningMain.start(folder, audit.id(), "grace", each);
    Process two = SigningMain.start(folder, audit.id(), "edsger", each);
    List<String> said = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    try (BufferedReader first = one.inputReader(StandardCharsets.UTF_8)) {
      for (String line = first.readLine(); line != null; line = first.readLine()) {
        said.add(line);
        times.add(System.nanoTime());
      }
    }
    two.inputReader(StandardCharsets.UTF_8).lines().forEach(said::add);
    assertThat(one.waitFor()).isZero();
    assertThat(two.waitFor()).isZero();
    assertThat(said).hasSize(2 * each).doesNotHaveDuplicates();
    try (GovernanceStore store = office.workspace.get()) {
      assertThat(store.signoffs().acts(audit.id()))
          .hasSize(1 + 2 * each)
          .extracting(act -> act.digest().sha256())
          .containsAll(said);
      store.verify();
    }
    System.out.printf(
        "2 x %d sign-offs from two processes: 0 lost, a signature took %.0f ms in the second tenth"
            + " and %.0f ms in the last%n",
        each, millis(times, each / 10, each / 5), millis(times, each - each / 10, each));
  }

  /// What a signature took on average from one to another, waits for the other process included.
  private static double millis(List<Long> times, int from, int to) {
    return (times.get(to - 1) - times.get(from - 1)) / 1e6 / (to - from);
  }
}
